package io.quantong.provider.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.provider.Provider;
import io.quantong.provider.ProviderState;

/**
 * Which buttons an official sees; the facade decides again.
 *
 * @param decide admit, ask for papers, refuse
 * @param refuse refuse alone: papers are awaited
 * @param suspend stop new orders
 * @param resume let new orders in again
 * @param revoke take the standing away
 */
record Acts(boolean decide, boolean refuse, boolean suspend, boolean resume, boolean revoke) {

  static Acts of(Actor actor, Provider entry) {
    boolean own = entry.admittingDistrict().equals(actor.district());
    boolean handles = own && actor.is(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    ProviderState state = entry.state();
    return new Acts(
        handles && state == ProviderState.UNDER_REVIEW,
        handles && state == ProviderState.AWAITING_PAPERS,
        handles && state == ProviderState.ADMITTED,
        handles && state == ProviderState.SUSPENDED,
        own
            && actor.is(Role.DISTRICT_HEAD)
            && (state == ProviderState.ADMITTED || state == ProviderState.SUSPENDED));
  }

  /** True when there is anything to press. */
  public boolean any() {
    return decide || refuse || suspend || resume || revoke;
  }
}
