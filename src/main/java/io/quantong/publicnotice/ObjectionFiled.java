package io.quantong.publicnotice;

import java.util.UUID;

/**
 * Somebody objected; the claim's money stops at once, in the same transaction.
 *
 * @param claimId the claim
 * @param objectionId the objection
 */
public record ObjectionFiled(UUID claimId, UUID objectionId) {}
