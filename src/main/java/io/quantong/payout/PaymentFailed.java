package io.quantong.payout;

import io.quantong.kernel.Actor;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The payment of a claim came back from the bank unpaid. Published in the transaction.
 *
 * @param claimId the claim
 * @param actor who did it
 * @param day platform day
 * @param reason the bank's words
 */
public record PaymentFailed(UUID claimId, Actor actor, LocalDate day, String reason) {}
