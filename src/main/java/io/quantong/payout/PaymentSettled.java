package io.quantong.payout;

import io.quantong.kernel.Actor;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The payment of a claim was paid; the ledger has settled. Published in the transaction.
 *
 * @param claimId the claim
 * @param actor who did it
 * @param day platform day
 */
public record PaymentSettled(UUID claimId, Actor actor, LocalDate day) {}
