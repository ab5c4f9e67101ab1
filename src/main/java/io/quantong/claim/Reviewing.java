package io.quantong.claim;

import io.quantong.claim.ClaimRefusal.Reason;
import io.quantong.claim.ClaimRepository.Part;
import io.quantong.claim.ClaimSteps.Step;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.policy.Deadline;
import io.quantong.policy.Parameter;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The review by the district's science bureau (M4): four eyes by person, a second reviewer where
 * sum or risk ask for one. Runs in the facade's transaction.
 */
@Component
class Reviewing {

  static final Role[] FIRST = {Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER};
  static final Role[] SECOND = {Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD};

  private final ClaimSteps steps;
  private final PauseRepository pauses;
  private final ClaimClock clock;
  private final ClaimMoney money;
  private final Notices notices;

  Reviewing(
      ClaimSteps steps,
      PauseRepository pauses,
      ClaimClock clock,
      ClaimMoney money,
      Notices notices) {
    this.steps = steps;
    this.pauses = pauses;
    this.clock = clock;
    this.money = money;
    this.notices = notices;
  }

  void askForPapers(Actor actor, UUID id, String what) {
    Claim claim = lockFirst(actor, id);
    ClaimSteps.next(claim, ClaimEvent.RETURN);
    int most = clock.policy(claim.policyVersion()).count(Parameter.PAPERS_TIMES);
    if (claim.papersAsked() >= most) {
      throw new Refused(ClaimRefusal.of(Reason.PAPERS_TIMES, most));
    }
    String asked = ClaimSteps.reason(what);
    pauses.pause(claim, clock.today(), asked);
    Deadline papersBy = clock.papersBy(claim.policyVersion(), clock.today());
    steps.move(
        actor,
        claim,
        Edit.of(claim).askedAgain().due(papersBy),
        Step.of(ClaimEvent.RETURN).because(asked).with(Map.of("due", papersBy.day().toString())));
  }

  void decide(Actor actor, UUID id, Decision decision) {
    Claim claim = lockFirst(actor, id);
    Refused.ifAny(faults(claim, decision));
    if (clock.needsSecond(claim)) {
      Decision stated = new Decision(decision.outcome(), decision.amount(), strip(decision));
      steps.move(
          actor,
          claim,
          Edit.of(claim)
              .reviewedBy(actor.personId())
              .proposal(new Claim.Proposal(stated, actor.personName())),
          Step.of(ClaimEvent.PROPOSE)
              .because(decision.reason())
              .with(
                  Map.of(
                      "outcome",
                      "claim.event." + decision.outcome(),
                      "amount",
                      sum(claim, decision).plain())));
    } else {
      carryOut(actor, claim, decision, Edit.of(claim).reviewedBy(actor.personId()));
    }
  }

  private static String strip(Decision decision) {
    return decision.reason().strip();
  }

  /** A person who handed the claim in does not review it; a decision waiting is not taken over. */
  private Claim lockFirst(Actor actor, UUID id) {
    Claim claim = steps.lockAsBureau(actor, id, FIRST);
    insistInReview(claim);
    if (claim.proposal() != null) {
      throw new Refused(ClaimRefusal.of(Reason.SECOND_REVIEW_WAITS));
    }
    steps.insistNotOfProvider(actor, id);
    return claim;
  }

  private static void insistInReview(Claim claim) {
    boolean decided = claim.state() != ClaimState.IN_REVIEW && claim.dates().decidedOn() != null;
    if (decided || claim.state() == ClaimState.WITHDRAWN) {
      throw new Refused(ClaimRefusal.of(Reason.DECIDED_MEANWHILE));
    }
    ClaimSteps.next(claim, ClaimEvent.CONFIRM);
  }

  private static List<ClaimRefusal> faults(Claim claim, Decision decision) {
    List<ClaimRefusal> faults = new ArrayList<>();
    int length = decision.reason().strip().length();
    boolean silent = length == 0 && decision.outcome() != Decision.Outcome.CONFIRM;
    if (silent || length > ClaimSteps.LONGEST_TEXT) {
      faults.add(ClaimRefusal.of(Reason.REASON_MISSING, ClaimSteps.LONGEST_TEXT));
    }
    Money amount = decision.amount();
    boolean wantsSum = decision.outcome() == Decision.Outcome.CUT;
    boolean fits =
        amount != null && amount.isPositive() && amount.compareTo(claim.sums().claimed()) < 0;
    if (wantsSum && !fits) {
      faults.add(ClaimRefusal.of(Reason.CUT_SUM, claim.sums().claimed()));
    }
    return faults;
  }

  void agree(Actor actor, UUID id) {
    Claim claim = lockSecond(actor, id);
    Decision decision = proposed(claim);
    carryOut(actor, claim, decision, Edit.of(claim).secondedBy(actor.personId()));
  }

  void sendBack(Actor actor, UUID id, String reason) {
    Claim claim = lockSecond(actor, id);
    proposed(claim);
    steps.move(
        actor,
        claim,
        Edit.of(claim).reviewedBy(null).proposal(null),
        Step.of(ClaimEvent.SEND_BACK).because(ClaimSteps.reason(reason)));
  }

  private Claim lockSecond(Actor actor, UUID id) {
    Claim claim = steps.lockAsBureau(actor, id, SECOND);
    insistInReview(claim);
    proposed(claim);
    steps.insistNotOfProvider(actor, id);
    if (claim.hands().all().contains(actor.personId())) {
      throw new Refused(ClaimRefusal.of(Reason.SAME_PERSON));
    }
    return claim;
  }

  private static Decision proposed(Claim claim) {
    Claim.Proposal proposal = claim.proposal();
    if (proposal == null) {
      throw new Refused(ClaimRefusal.of(Reason.NO_PROPOSAL));
    }
    return proposal.decision();
  }

  private void carryOut(Actor actor, Claim claim, Decision decision, Edit edit) {
    edit.proposal(null).decided(clock.today());
    switch (decision.outcome()) {
      case CONFIRM, CUT -> {
        ClaimEvent event =
            decision.outcome() == Decision.Outcome.CUT ? ClaimEvent.CUT : ClaimEvent.CONFIRM;
        confirm(actor, claim, edit, new Sum(event, sum(claim, decision), decision.reason()));
      }
      case REFUSE -> {
        steps.move(
            actor, claim, edit.noDue(), Step.of(ClaimEvent.REFUSE).because(decision.reason()));
        money.giveBack(actor, claim);
      }
    }
  }

  private static Money sum(Claim claim, Decision decision) {
    Money amount = decision.amount();
    return switch (decision.outcome()) {
      case CONFIRM -> claim.sums().claimed();
      case CUT -> amount == null ? claim.sums().claimed() : amount;
      case REFUSE -> Money.ZERO;
    };
  }

  /**
   * A sum to be confirmed.
   *
   * @param event CONFIRM, CUT or NEW_SUM
   * @param amount above zero
   * @param reason in words; null or blank when none is given
   */
  record Sum(ClaimEvent event, Money amount, @Nullable String reason) {}

  /**
   * Confirms and publishes in one transaction; the money moves last, as its accounts are shared.
   */
  void confirm(Actor actor, Claim claim, Edit edit, Sum sum) {
    Claim confirmed =
        steps.move(
            actor,
            claim,
            edit.confirmed(sum.amount()).noDue(),
            Step.of(sum.event())
                .because(sum.reason())
                .with(Map.of("amount", sum.amount().plain())));
    List<Part> parts = money.confirm(confirmed, sum.amount());
    Notice notice = notices.publish(actor, draft(confirmed, sum.amount()));
    Claim published =
        steps.move(
            actor,
            confirmed,
            Edit.of(confirmed).due(new Deadline(notice.lastDay(), notice.provisional())),
            Step.of(ClaimEvent.PUBLISH)
                .with(Map.of("notice", notice.number(), "due", notice.lastDay().toString())));
    boolean again = sum.event() == ClaimEvent.NEW_SUM;
    money.enter(
        actor,
        published,
        again ? ClaimMoney.nothingToCut(parts) : parts,
        steps.everybody(claim.id()));
  }

  private static Notices.Draft draft(Claim claim, Money amount) {
    return new Notices.Draft(
        claim.id(),
        claim.number(),
        claim.place().handling(),
        claim.parties().providerName(),
        claim.parties().beneficiaryName(),
        claim.parties().beneficiaryIsPerson(),
        claim.matter().service(),
        claim.sums().price(),
        amount,
        claim.policyVersion());
  }
}
