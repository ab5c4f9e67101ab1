package io.quantong.claim;

import io.quantong.kernel.Money;
import io.quantong.policy.DayBox;
import io.quantong.policy.Deadline;
import io.quantong.policy.Parameter;
import io.quantong.policy.Pause;
import io.quantong.policy.Policies;
import io.quantong.policy.Policy;
import io.quantong.policy.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The time limits of claims (product section 6): working days after the day of receipt, standing
 * still while papers are awaited; limits from the policy frozen on the claim.
 */
@Component
class ClaimClock {

  private final WorkingCalendar calendar;
  private final Policies policies;
  private final Clock clock;

  ClaimClock(WorkingCalendar calendar, Policies policies, Clock clock) {
    this.calendar = calendar;
    this.policies = policies;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Instant now() {
    return clock.instant();
  }

  Policy policy(long version) {
    return policies.version(version);
  }

  /** True when two persons of the bureau must agree, by sum or by risk (product section 7). */
  boolean needsSecond(Claim claim) {
    Money line = policy(claim.policyVersion()).money(Parameter.SECOND_REVIEW_FROM);
    return claim.risk() == Signal.Level.HIGH || claim.sums().claimed().compareTo(line) >= 0;
  }

  /** Last day for handing a claim in. */
  Deadline windowEnd(long policyVersion, LocalDate completedOn) {
    return calendar.afterCalendarDays(
        completedOn, count(policyVersion, Parameter.CLAIM_WINDOW_DAYS));
  }

  /** Last day for confirming and publishing. */
  Deadline confirmBy(long policyVersion, LocalDate receivedOn, List<Pause> pauses) {
    return calendar.afterWorkingDays(receivedOn, workingDays(policyVersion), pauses);
  }

  /** Last day for supplying papers asked for on a day. */
  Deadline papersBy(long policyVersion, LocalDate askedOn) {
    return calendar.afterWorkingDays(askedOn, count(policyVersion, Parameter.PAPERS_WORKING_DAYS));
  }

  /** Last day for paying when the last day of the notice is over. */
  Deadline payBy(long policyVersion, LocalDate lastDay) {
    return calendar.afterWorkingDays(lastDay, count(policyVersion, Parameter.PAY_WORKING_DAYS));
  }

  int workingDays(long policyVersion) {
    return count(policyVersion, Parameter.CONFIRM_WORKING_DAYS);
  }

  /** Working days that have counted up to a day, the day included. */
  int workingDay(LocalDate receivedOn, LocalDate day, List<Pause> pauses) {
    return calendar.workingDaysBetween(receivedOn, day, pauses);
  }

  /** The boxes from receipt to the last day, or to today when that has passed undecided. */
  List<DayBox> strip(Claim claim, List<Pause> pauses) {
    LocalDate receivedOn = claim.dates().receivedOn();
    if (receivedOn == null) {
      return List.of();
    }
    LocalDate last = confirmBy(claim.policyVersion(), receivedOn, pauses).day();
    boolean late = ClaimState.UNDER_REVIEW.contains(claim.state()) && today().isAfter(last);
    return calendar.strip(receivedOn, late ? today() : last, pauses);
  }

  /**
   * The last day on which the money arrives when every clock is used up: review, notice, payment.
   *
   * @return null when no money is on its way or nobody can say
   */
  @Nullable LocalDate expectedOn(Claim claim) {
    LocalDate due = claim.dates().dueOn();
    long version = claim.policyVersion();
    return switch (claim.state()) {
      case DRAFT -> afterReview(version, confirmBy(version, today(), List.of()).day());
      case SUBMITTED, IN_REVIEW -> due == null ? null : afterReview(version, latest(due));
      case CONFIRMED, IN_NOTICE -> due == null ? null : payBy(version, latest(due)).day();
      case CLEARED, PAYING, PAY_FAILED -> due;
      case AWAITING_PAPERS, OBJECTED -> null;
      case REFUSED, WITHDRAWN, PAID, RECOVERY_OPEN, RECOVERED, REFERRED -> null;
    };
  }

  private LocalDate latest(LocalDate due) {
    return due.isBefore(today()) ? today() : due;
  }

  private LocalDate afterReview(long version, LocalDate confirmed) {
    LocalDate lastDay =
        calendar.afterCalendarDays(confirmed, count(version, Parameter.NOTICE_DAYS)).day();
    return payBy(version, lastDay).day();
  }

  private int count(long policyVersion, Parameter parameter) {
    return policy(policyVersion).count(parameter);
  }
}
