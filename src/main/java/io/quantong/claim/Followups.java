package io.quantong.claim;

import io.quantong.claim.ClaimRefusal.Reason;
import io.quantong.claim.ClaimSteps.Step;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.order.Orders;
import io.quantong.payout.PaymentFailed;
import io.quantong.payout.PaymentSettled;
import io.quantong.payout.PaymentStarted;
import io.quantong.policy.Deadline;
import io.quantong.provider.ProviderChanged;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.NoticeEnded;
import io.quantong.publicnotice.Notices;
import io.quantong.publicnotice.ObjectionDecided;
import io.quantong.publicnotice.ObjectionFiled;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a claim by itself: its notice ends, somebody objects, the bank pays (M4). Each in
 * the transaction of what caused it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Followups {

  private final ClaimRepository claims;
  private final ClaimSteps steps;
  private final ClaimClock clock;
  private final ClaimMoney money;
  private final Reviewing reviewing;
  private final Notices notices;
  private final Orders orders;

  Followups(
      ClaimRepository claims,
      ClaimSteps steps,
      ClaimClock clock,
      ClaimMoney money,
      Reviewing reviewing,
      Notices notices,
      Orders orders) {
    this.claims = claims;
    this.steps = steps;
    this.clock = clock;
    this.money = money;
    this.reviewing = reviewing;
    this.notices = notices;
    this.orders = orders;
  }

  /** The notice ended clean: the finance bureau may pay. */
  @EventListener
  public void on(NoticeEnded ended) {
    known(ended.claimId())
        .filter(claim -> ClaimLifecycle.TABLE.allows(claim.state(), ClaimEvent.CLEAR))
        .ifPresent(claim -> clear(claim, ended));
  }

  private void clear(Claim claim, NoticeEnded ended) {
    Deadline payBy = clock.payBy(claim.policyVersion(), ended.day().minusDays(1));
    steps.move(
        Actor.system(),
        claim,
        Edit.of(claim).due(payBy),
        Step.of(ClaimEvent.CLEAR).with(Map.of("due", payBy.day().toString())));
    money.payouts().clear(Actor.system(), claim.id(), payBy.day());
  }

  /** Somebody objected: the money of exactly this claim stops. */
  @EventListener
  public void on(ObjectionFiled filed) {
    known(filed.claimId()).ifPresent(this::stop);
  }

  private void stop(Claim claim) {
    steps.move(Actor.system(), claim, Edit.of(claim).noDue(), Step.of(ClaimEvent.OBJECT));
    money.payouts().block(Actor.system(), claim.id());
  }

  /** The head of the district decided on an objection. */
  @EventListener
  public void on(ObjectionDecided decided) {
    known(decided.claimId()).ifPresent(claim -> follow(claim, decided));
  }

  private void follow(Claim claim, ObjectionDecided decided) {
    steps.insistNotOfProvider(decided.decidedBy(), claim.id());
    if (claim.hands().all().contains(decided.decidedBy().personId())) {
      throw new Refused(ClaimRefusal.of(Reason.SAME_PERSON));
    }
    switch (decided.outcome()) {
      case DISMISSED -> dismissed(claim, decided);
      case UPHELD_REFUSE -> {
        steps.move(
            decided.decidedBy(),
            claim,
            Edit.of(claim).decided(clock.today()).noDue(),
            Step.of(ClaimEvent.UPHOLD).because(decided.reason()));
        money.giveBack(decided.decidedBy(), claim);
      }
      case UPHELD_NEW_SUM ->
          reviewing.confirm(
              decided.decidedBy(),
              claim,
              Edit.of(claim).decided(clock.today()),
              new Reviewing.Sum(
                  ClaimEvent.NEW_SUM,
                  Objects.requireNonNull(decided.newAmount()),
                  decided.reason()));
    }
  }

  /** Back to the notice; when its last day is over too, the end of the notice clears the claim. */
  private void dismissed(Claim claim, ObjectionDecided decided) {
    Notice notice = notices.latest(claim.id()).orElseThrow();
    if (notices.hasOpenObjection(claim.id())) {
      return;
    }
    steps.move(
        decided.decidedBy(),
        claim,
        Edit.of(claim).due(new Deadline(notice.lastDay(), notice.provisional())),
        Step.of(ClaimEvent.DISMISS).because(decided.reason()));
  }

  /** The payment went to the bank. */
  @EventListener
  public void on(PaymentStarted started) {
    known(started.claimId())
        .ifPresent(
            claim ->
                steps.move(
                    started.actor(), claim, Edit.of(claim), Step.of(ClaimEvent.START_PAYMENT)));
  }

  /** The bank paid; the order closes with its last claim. */
  @EventListener
  public void on(PaymentSettled settled) {
    known(settled.claimId()).ifPresent(claim -> settle(claim, settled));
  }

  private void settle(Claim claim, PaymentSettled settled) {
    List<Claim> together = claims.lockOfOrder(claim.matter().orderId());
    steps.move(
        settled.actor(),
        claim,
        Edit.of(claim).paid(settled.day()),
        Step.of(ClaimEvent.SETTLE).with(Map.of("amount", claim.sums().expected().plain())));
    boolean last =
        together.stream()
            .filter(other -> !other.id().equals(claim.id()))
            .allMatch(other -> ClaimState.ENDED.contains(other.state()));
    if (last) {
      orders.close(Actor.system(), claim.matter().orderId());
    }
  }

  /** The bank gave the money back. */
  @EventListener
  public void on(PaymentFailed failed) {
    known(failed.claimId())
        .ifPresent(
            claim ->
                steps.move(
                    failed.actor(),
                    claim,
                    Edit.of(claim),
                    Step.of(ClaimEvent.FAIL).because(failed.reason())));
  }

  /** A new account of the provider counts for what nobody approved yet. */
  @EventListener
  public void on(ProviderChanged changed) {
    money.redirect(changed.provider());
  }

  /** Payments and notices name their claim; one that is none of ours is left alone. */
  private Optional<Claim> known(UUID claimId) {
    return claims.lock(claimId);
  }
}
