package io.quantong.payout;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money to one provider for one claim.
 *
 * @param id identifier
 * @param claimId the claim
 * @param orderId the order behind it
 * @param claimNumber readable number, also the remittance text
 * @param endToEndId what the bank is given and gives back; stays the same over all attempts
 * @param district funding district
 * @param amount to be paid
 * @param payee where it goes; the account number is masked wherever it is shown
 * @param handledBy persons who may neither make nor approve the payment
 * @param state where it stands
 * @param payBy last day for the payment; null until cleared
 * @param batchId its batch; null while in none
 * @param settledOn day of payment by the bank; null until paid
 */
public record PaymentItem(
    UUID id,
    UUID claimId,
    UUID orderId,
    String claimNumber,
    String endToEndId,
    String district,
    Money amount,
    Payouts.Payee payee,
    Set<UUID> handledBy,
    State state,
    @Nullable LocalDate payBy,
    @Nullable UUID batchId,
    @Nullable LocalDate settledOn) {

  public PaymentItem {
    handledBy = Set.copyOf(handledBy);
  }

  /** The account number with all but its last four digits hidden. */
  public String maskedAccount() {
    String number = payee.accountNumber();
    int shown = Math.min(4, number.length() / 2);
    return "*".repeat(6) + number.substring(number.length() - shown);
  }

  /** States of a payment. */
  public enum State {
    /** Confirmed; the notice runs. */
    ENTERED,
    /** An objection is open. */
    BLOCKED,
    /** The notice ended clean; a batch may take it. */
    CLEARED,
    /** In a batch not yet sent. */
    BATCHED,
    /** With the bank. */
    SENT,
    /** Paid. */
    PAID,
    /** Came back unpaid; a new batch may take it. */
    FAILED,
    /** The claim was refused after all. */
    CANCELLED
  }
}
