package io.quantong.voucher;

import io.quantong.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What an order took of a lot.
 *
 * @param id identifier
 * @param orderId the order
 * @param orderNumber its readable number
 * @param lotId the lot
 * @param amount taken
 * @param captured of it, for a service done
 * @param released of it, given back
 * @param reversed of what was captured, taken back
 * @param heldAt when
 */
public record Hold(
    UUID id,
    UUID orderId,
    String orderNumber,
    UUID lotId,
    Money amount,
    Money captured,
    Money released,
    Money reversed,
    Instant heldAt) {

  /** Still set aside for the order. */
  public Money open() {
    return amount.minus(captured).minus(released);
  }

  /** Captured and not taken back. */
  public Money kept() {
    return captured.minus(reversed);
  }

  Hold capture() {
    return new Hold(
        id, orderId, orderNumber, lotId, amount, captured.plus(open()), released, reversed, heldAt);
  }

  Hold release() {
    return new Hold(
        id, orderId, orderNumber, lotId, amount, captured, released.plus(open()), reversed, heldAt);
  }

  Hold reverse(Money back) {
    return new Hold(
        id, orderId, orderNumber, lotId, amount, captured, released, reversed.plus(back), heldAt);
  }
}
