package io.quantong.voucher;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of a lot with its money, pure: what it was, what happened, what it is, and whether the
 * money ends in the budget rather than in the lot.
 *
 * @param before the lot
 * @param event what happened
 * @param after the lot with new parts, state and last day
 * @param amount moved, may be zero
 * @param toBudget true when the amount goes back to the budget
 */
record Move(Lot before, LotEvent event, Lot after, Money amount, boolean toBudget) {

  static Move hold(Lot lot, Money amount) {
    return inside(lot, LotEvent.HOLD, lot.parts().hold(amount), amount);
  }

  static Move capture(Lot lot, Money amount) {
    Lot.Parts parts = lot.parts().capture(amount);
    LotEvent event =
        lot.state() == LotState.ACTIVE && nothingLeft(parts) ? LotEvent.USE_UP : LotEvent.CAPTURE;
    return inside(lot, event, parts, amount);
  }

  static boolean nothingLeft(Lot.Parts parts) {
    return parts.available().isZero() && parts.held().isZero();
  }

  /** Ends a lot whose last part was captured while it was frozen. */
  static Move useUp(Lot lot) {
    return inside(lot, LotEvent.USE_UP, lot.parts(), Money.ZERO);
  }

  static boolean overdue(Lot lot, LocalDate today) {
    return lot.state() == LotState.ACTIVE && !lot.validOn(today);
  }

  static Move expire(Lot lot) {
    return toBudget(lot, LotEvent.EXPIRE, lot.parts().expire(), lot.parts().available());
  }

  static Move revoke(Lot lot) {
    return toBudget(lot, LotEvent.REVOKE, lot.parts().revoke(), lot.parts().available());
  }

  static Move freeze(Lot lot) {
    return inside(lot, LotEvent.FREEZE, lot.parts(), Money.ZERO);
  }

  static Move unfreeze(Lot lot) {
    return inside(lot, LotEvent.UNFREEZE, lot.parts(), Money.ZERO);
  }

  /**
   * Gives a hold back. The lot is not overdue: what has to expire expired before.
   *
   * @param graceUntil new last day when the provider caused it, else null
   */
  static Move release(Lot lot, Money amount, LocalDate today, @Nullable LocalDate graceUntil) {
    Lot.Parts parts = lot.parts();
    if (lot.state() == LotState.REVOKED) {
      return toBudget(lot, LotEvent.RELEASE_LATE, parts.heldToRevoked(amount), amount);
    }
    if (lot.state() != LotState.EXPIRED && lot.validOn(today)) {
      return inside(lot, LotEvent.RELEASE, parts.release(amount), amount);
    }
    if (graceUntil == null) {
      return toBudget(lot, LotEvent.RELEASE_LATE, parts.heldToExpired(amount), amount);
    }
    LotState next = LotLifecycle.TABLE.next(lot.state(), LotEvent.GRACE);
    Lot after = lot.with(parts.release(amount), next, graceUntil);
    return new Move(lot, LotEvent.GRACE, after, amount, false);
  }

  /** Takes back what was captured. The lot is not overdue. */
  static Move reverse(Lot lot, Money amount, LocalDate today) {
    Lot.Parts parts = lot.parts();
    if (lot.state() == LotState.REVOKED) {
      return toBudget(lot, LotEvent.REVERSE_LATE, parts.usedToRevoked(amount), amount);
    }
    if (lot.state() != LotState.EXPIRED && lot.validOn(today)) {
      return inside(lot, LotEvent.REVERSE, parts.reverse(amount), amount);
    }
    return toBudget(lot, LotEvent.REVERSE_LATE, parts.usedToExpired(amount), amount);
  }

  private static Move inside(Lot lot, LotEvent event, Lot.Parts parts, Money amount) {
    LotState next = LotLifecycle.TABLE.next(lot.state(), event);
    return new Move(lot, event, lot.with(parts, next), amount, false);
  }

  private static Move toBudget(Lot lot, LotEvent event, Lot.Parts parts, Money amount) {
    LotState next = LotLifecycle.TABLE.next(lot.state(), event);
    return new Move(lot, event, lot.with(parts, next), amount, true);
  }
}
