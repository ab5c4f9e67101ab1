package io.quantong.claim;

import io.quantong.claim.ClaimSteps.Step;
import io.quantong.claim.PauseRepository.Reminder;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DailyJob;
import io.quantong.policy.Deadline;
import io.quantong.policy.Parameter;
import io.quantong.policy.Pause;
import io.quantong.policy.Policy;
import io.quantong.publicnotice.Notices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The daily work on claims (product 6): what was not handed in lapses, papers that did not come let
 * the clock run again, reviewers are reminded, the city is told. Nothing is ever confirmed here.
 */
@Component
class ClaimJobs implements DailyJob {

  private final ClaimRepository claims;
  private final PauseRepository pauses;
  private final ClaimSteps steps;
  private final ProviderActs provider;
  private final ClaimClock clock;
  private final Notices notices;
  private final OneByOne each;

  ClaimJobs(
      ClaimRepository claims,
      PauseRepository pauses,
      ClaimSteps steps,
      ProviderActs provider,
      ClaimClock clock,
      Notices notices,
      OneByOne each) {
    this.claims = claims;
    this.pauses = pauses;
    this.steps = steps;
    this.provider = provider;
    this.clock = clock;
    this.notices = notices;
    this.each = each;
  }

  @Override
  public String name() {
    return "claim.clock";
  }

  @Override
  public int run(LocalDate day) {
    return OneByOne.inTurn(
        List.of(
            () -> each.apply(claims.overdue(ClaimState.DRAFT, day), id -> lapse(id, day)),
            () ->
                each.apply(
                    claims.overdue(ClaimState.AWAITING_PAPERS, day), id -> papersOverdue(id, day)),
            () -> each.apply(claims.provisional(), this::recount),
            () -> each.apply(claims.in(ClaimState.IN_REVIEW), id -> remind(id, day))));
  }

  private boolean lapse(UUID id, LocalDate day) {
    Claim claim = steps.lock(id);
    boolean due = overdue(claim, ClaimState.DRAFT, day);
    if (due) {
      provider.lapse(claim);
    }
    return due;
  }

  private static boolean overdue(Claim claim, ClaimState state, LocalDate day) {
    LocalDate due = claim.dates().dueOn();
    return claim.state() == state && due != null && due.isBefore(day);
  }

  /** The reviewer decides on what is there; silence of the provider decides nothing either. */
  private boolean papersOverdue(UUID id, LocalDate day) {
    Claim claim = steps.lock(id);
    LocalDate received = claim.dates().receivedOn();
    if (!overdue(claim, ClaimState.AWAITING_PAPERS, day) || received == null) {
      return false;
    }
    pauses.resume(id, day, ClaimEvent.PAPERS_OVERDUE.name());
    Deadline confirmBy = clock.confirmBy(claim.policyVersion(), received, pauses.pauses(id));
    steps.move(
        Actor.system(),
        claim,
        Edit.of(claim).due(confirmBy),
        Step.of(ClaimEvent.PAPERS_OVERDUE).with(Map.of("due", confirmBy.day().toString())));
    return true;
  }

  /** A year may have been announced since: the last day is counted again. */
  private boolean recount(UUID id) {
    Claim claim = steps.lock(id);
    Optional<Deadline> again = again(claim);
    boolean changed =
        again.isPresent()
            && !(again.get().day().equals(claim.dates().dueOn())
                && again.get().provisional() == claim.dates().provisional());
    if (changed) {
      steps.move(
          Actor.system(),
          claim,
          Edit.of(claim).due(again.get()),
          Step.of(ClaimEvent.RECOUNT)
              .with(
                  Map.of(
                      "before", String.valueOf(claim.dates().dueOn()),
                      "due", again.get().day().toString())));
    }
    return changed;
  }

  private Optional<Deadline> again(Claim claim) {
    long version = claim.policyVersion();
    LocalDate received = claim.dates().receivedOn();
    List<Pause> stood = pauses.pauses(claim.id());
    return switch (claim.state()) {
      case DRAFT -> Optional.of(clock.windowEnd(version, claim.matter().completedOn()));
      case IN_REVIEW ->
          Optional.ofNullable(received).map(day -> clock.confirmBy(version, day, stood));
      case AWAITING_PAPERS -> Optional.of(clock.papersBy(version, stood.getLast().from()));
      case IN_NOTICE ->
          notices
              .latest(claim.id())
              .map(notice -> new Deadline(notice.lastDay(), notice.provisional()));
      case SUBMITTED, CONFIRMED, REFUSED, WITHDRAWN, OBJECTED, CLEARED -> Optional.empty();
      case PAYING, PAID, PAY_FAILED, RECOVERY_OPEN, RECOVERED, REFERRED -> Optional.empty();
    };
  }

  private boolean remind(UUID id, LocalDate day) {
    Claim claim = steps.lock(id);
    LocalDate received = claim.dates().receivedOn();
    if (claim.state() != ClaimState.IN_REVIEW || received == null) {
      return false;
    }
    List<Pause> stood = pauses.pauses(id);
    int counted = clock.workingDay(received, day, stood);
    Policy policy = clock.policy(claim.policyVersion());
    boolean moved = false;
    if (counted >= policy.count(Parameter.REMIND_WORKING_DAY_FIRST)) {
      moved |= remind(claim, Reminder.FIRST, day, counted);
    }
    if (counted >= policy.count(Parameter.REMIND_WORKING_DAY_SECOND)) {
      moved |= remind(claim, Reminder.SECOND, day, counted);
    }
    if (counted >= clock.workingDays(claim.policyVersion())) {
      moved |= remind(claim, Reminder.ESCALATION, day, counted);
    }
    return moved;
  }

  private boolean remind(Claim claim, Reminder kind, LocalDate day, int counted) {
    if (!pauses.remind(claim.id(), kind, day)) {
      return false;
    }
    ClaimEvent event = kind == Reminder.ESCALATION ? ClaimEvent.ESCALATE : ClaimEvent.REMIND;
    steps.move(
        Actor.system(),
        claim,
        Edit.of(claim),
        Step.of(event)
            .with(
                Map.of(
                    "workingDay", Integer.toString(counted),
                    "due", String.valueOf(claim.dates().dueOn()))));
    return true;
  }
}
