package io.quantong.payout;

import io.quantong.kernel.Actor;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The payment of a claim entered a batch that was approved and sent. Published in the transaction.
 *
 * @param claimId the claim
 * @param actor who did it
 * @param day platform day
 */
public record PaymentStarted(UUID claimId, Actor actor, LocalDate day) {}
