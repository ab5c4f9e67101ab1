package io.quantong.voucher;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Vouchers: application, lots, hold, capture, release, expiry (M1, M2, product section 4). */
@Service
public class Vouchers {

  /**
   * Computes the deduction by the default rule, limited by what is available; changes nothing.
   *
   * @param ownerId the beneficiary organisation
   * @param price full price of the order
   * @param earlier what the owner bought of the same service from the same provider within the
   *     anti-splitting window, full prices
   */
  public Quote quote(UUID ownerId, Money price, Earlier earlier) {
    throw new IllegalStateException();
  }

  /**
   * Holds the deduction for an order, first-expiring lot first, in the caller's transaction.
   *
   * @return the quote that was held
   * @throws io.quantong.kernel.Refused when the result differs from {@code expected} (somebody else
   *     was quicker), so that nobody pays another share than shown
   */
  public Quote hold(Actor actor, HoldRequest request) {
    throw new IllegalStateException();
  }

  /**
   * Gives the whole hold of an order back: to the lots while valid, else to the budget; when the
   * provider caused it an expired lot gets a grace period.
   *
   * @return what was released; zero when nothing was held
   */
  public Money release(Actor actor, UUID orderId, Cause cause) {
    throw new IllegalStateException();
  }

  /** The result was accepted: everything held becomes owed. Returns the shares by budget. */
  public List<Share> capture(Actor actor, UUID orderId) {
    throw new IllegalStateException();
  }

  /**
   * Takes back part of what was captured (refund before payout): to the lots while valid, else to the
   * budget.
   *
   * @param amount at most what is still captured
   */
  public void reverse(Actor actor, UUID orderId, Money amount) {
    throw new IllegalStateException();
  }

  /** What is captured and not reversed for an order, by budget; empty when nothing is. */
  public List<Share> captured(UUID orderId) {
    throw new IllegalStateException();
  }

  /** True when the owner signed the credit commitment now in force, without which no voucher is used. */
  public boolean commitmentSigned(UUID ownerId) {
    throw new IllegalStateException();
  }

  /** Everything held by orders now, over all lots; open orders must explain it to the fen. */
  public Money totalHeld() {
    throw new IllegalStateException();
  }

  /** Who caused a release. */
  public enum Cause {
    BENEFICIARY,
    PROVIDER,
    TIME_LIMIT
  }

  /**
   * Earlier purchases that count together with this one.
   *
   * @param price their full prices
   * @param deducted what vouchers paid of them
   */
  public record Earlier(Money price, Money deducted) {}

  /**
   * A hold at checkout.
   *
   * @param orderId the order
   * @param ownerId the beneficiary organisation
   * @param price full price
   * @param earlier earlier purchases
   * @param expected the deduction shown to the person who clicked
   */
  public record HoldRequest(
      UUID orderId, UUID ownerId, Money price, Earlier earlier, Money expected) {}
}
