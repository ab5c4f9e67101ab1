package io.quantong.voucher.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.voucher.Lot;
import io.quantong.voucher.LotState;

/**
 * Which decisions to offer; the facade checks them again.
 *
 * @param freeze stop it
 * @param unfreeze let it go
 * @param revoke take it back
 */
record May(boolean freeze, boolean unfreeze, boolean revoke) {

  static May of(Actor actor, Lot lot) {
    boolean here = lot.district().equals(actor.district());
    boolean decides = here && actor.is(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    boolean active = lot.state() == LotState.ACTIVE;
    boolean frozen = lot.state() == LotState.FROZEN;
    return new May(
        decides && active,
        decides && frozen,
        here && actor.is(Role.DISTRICT_HEAD) && (active || frozen));
  }

  /** True when there is anything to decide. */
  public boolean any() {
    return freeze || unfreeze || revoke;
  }
}
