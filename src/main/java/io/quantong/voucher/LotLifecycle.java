package io.quantong.voucher;

import static io.quantong.voucher.LotState.ACTIVE;
import static io.quantong.voucher.LotState.APPLIED;
import static io.quantong.voucher.LotState.EXPIRED;
import static io.quantong.voucher.LotState.FROZEN;
import static io.quantong.voucher.LotState.REFUSED;
import static io.quantong.voucher.LotState.REVOKED;
import static io.quantong.voucher.LotState.USED_UP;

import io.quantong.kernel.Lifecycle;

/**
 * The life of a lot (product section 5). What an order holds outlives the end of its lot: it is
 * captured for the provider who served in good faith, or goes back to the budget.
 */
final class LotLifecycle {

  static final Lifecycle<LotState, LotEvent> TABLE =
      Lifecycle.of("lot", LotState.class, LotEvent.class)
          .step(APPLIED, LotEvent.ISSUE, ACTIVE)
          .step(APPLIED, LotEvent.REFUSE, REFUSED)
          .step(ACTIVE, LotEvent.HOLD, ACTIVE)
          .step(ACTIVE, LotEvent.RELEASE, ACTIVE)
          .step(ACTIVE, LotEvent.CAPTURE, ACTIVE)
          .step(ACTIVE, LotEvent.USE_UP, USED_UP)
          .step(ACTIVE, LotEvent.REVERSE, ACTIVE)
          .step(ACTIVE, LotEvent.EXPIRE, EXPIRED)
          .step(ACTIVE, LotEvent.FREEZE, FROZEN)
          .step(ACTIVE, LotEvent.REVOKE, REVOKED)
          .step(USED_UP, LotEvent.REVERSE, ACTIVE)
          .step(USED_UP, LotEvent.REVERSE_LATE, EXPIRED)
          .step(FROZEN, LotEvent.RELEASE, FROZEN)
          .step(FROZEN, LotEvent.RELEASE_LATE, FROZEN)
          .step(FROZEN, LotEvent.GRACE, FROZEN)
          .step(FROZEN, LotEvent.CAPTURE, FROZEN)
          .step(FROZEN, LotEvent.REVERSE, FROZEN)
          .step(FROZEN, LotEvent.REVERSE_LATE, FROZEN)
          .step(FROZEN, LotEvent.UNFREEZE, ACTIVE)
          .step(FROZEN, LotEvent.REVOKE, REVOKED)
          .step(EXPIRED, LotEvent.RELEASE_LATE, EXPIRED)
          .step(EXPIRED, LotEvent.GRACE, ACTIVE)
          .step(EXPIRED, LotEvent.CAPTURE, EXPIRED)
          .step(EXPIRED, LotEvent.REVERSE_LATE, EXPIRED)
          .step(REVOKED, LotEvent.RELEASE_LATE, REVOKED)
          .step(REVOKED, LotEvent.CAPTURE, REVOKED)
          .step(REVOKED, LotEvent.REVERSE_LATE, REVOKED)
          .build();

  private LotLifecycle() {}
}
