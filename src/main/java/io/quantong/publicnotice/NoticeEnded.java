package io.quantong.publicnotice;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The last day of a notice has passed and no objection is open. Published in the transaction; the
 * claim clears on it.
 *
 * @param claimId the claim
 * @param day first day after the notice
 */
public record NoticeEnded(UUID claimId, LocalDate day) {}
