package io.quantong.claim;

import io.quantong.claim.ClaimView.Next;
import io.quantong.claim.ClaimView.Who;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** What happens next, who must act, and what a reader may do now. */
final class ClaimGuide {

  private ClaimGuide() {}

  static Next next(Claim claim) {
    String key = "claim.next." + claim.state();
    var due = claim.dates().dueOn();
    return switch (claim.state()) {
      case DRAFT, AWAITING_PAPERS -> new Next(key, Who.PROVIDER, due);
      case SUBMITTED, IN_REVIEW ->
          claim.proposal() == null
              ? new Next("claim.next.IN_REVIEW", Who.REVIEWER, due)
              : new Next("claim.next.SECOND", Who.SECOND_REVIEWER, due);
      case CONFIRMED, IN_NOTICE -> new Next("claim.next.IN_NOTICE", Who.PUBLIC, due);
      case OBJECTED -> new Next(key, Who.HEAD, due);
      case CLEARED, PAY_FAILED -> new Next(key, Who.FINANCE, due);
      case PAYING -> new Next(key, Who.BANK, due);
      case RECOVERY_OPEN -> new Next(key, Who.HEAD, null);
      case REFUSED, WITHDRAWN, PAID, RECOVERED, REFERRED -> new Next(key, Who.NOBODY, null);
    };
  }

  static Set<ClaimEvent> may(Actor actor, Claim claim) {
    EnumSet<ClaimEvent> may = EnumSet.noneOf(ClaimEvent.class);
    if (ownsIt(actor, claim)) {
      may.addAll(
          EnumSet.of(ClaimEvent.FILL, ClaimEvent.SUBMIT, ClaimEvent.SUPPLY, ClaimEvent.WITHDRAW));
    }
    if (claim.place().handling().equals(actor.district())) {
      may.addAll(ofBureau(actor, claim));
    }
    may.retainAll(ClaimLifecycle.TABLE.eventsFrom(claim.state(), ClaimEvent.class));
    return may;
  }

  private static boolean ownsIt(Actor actor, Claim claim) {
    return actor.is(Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER)
        && actor.organisationId().equals(claim.parties().providerOrganisationId());
  }

  private static Set<ClaimEvent> ofBureau(Actor actor, Claim claim) {
    EnumSet<ClaimEvent> may = EnumSet.noneOf(ClaimEvent.class);
    UUID person = actor.personId();
    boolean waits = claim.proposal() != null;
    if (actor.is(Reviewing.FIRST) && !waits && !person.equals(claim.hands().submitter())) {
      may.addAll(
          EnumSet.of(ClaimEvent.CONFIRM, ClaimEvent.CUT, ClaimEvent.REFUSE, ClaimEvent.RETURN));
    }
    if (actor.is(Reviewing.SECOND) && waits && !claim.hands().all().contains(person)) {
      may.addAll(EnumSet.of(ClaimEvent.PROPOSE, ClaimEvent.SEND_BACK));
    }
    if (actor.is(Role.DISTRICT_HEAD)) {
      may.addAll(EnumSet.of(ClaimEvent.OPEN_RECOVERY, ClaimEvent.REFER, ClaimEvent.RECOVER));
    }
    if (actor.is(Role.DISTRICT_HANDLER)) {
      may.add(ClaimEvent.RECOVER);
    }
    return may;
  }
}
