package io.quantong.claim.web;

import io.quantong.claim.Claim;
import io.quantong.claim.ClaimState;
import io.quantong.claim.ClaimView;
import io.quantong.publicnotice.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of the money, dated: what is done, what runs, what is to come and by when at the latest.
 *
 * @param steps in order
 */
record Journey(List<Step> steps) {

  private static final List<String> NAMES = List.of("SUBMIT", "CONFIRM", "NOTICE", "PAY", "PAID");

  Journey {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param name of the message
   * @param look past, current or future
   * @param day when it was done, or the last day for it; null when nobody can say
   */
  record Step(String name, String look, @Nullable LocalDate day) {}

  static Journey of(ClaimView view) {
    Claim claim = view.claim();
    int at = at(claim.state());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      String look = i < at ? "past" : i == at ? "current" : "future";
      steps.add(new Step(NAMES.get(i), look, day(i, view, at)));
    }
    return new Journey(steps);
  }

  /** True while there is a way to show: ended claims are told by their history. */
  static boolean shown(ClaimState state) {
    return switch (state) {
      case REFUSED, WITHDRAWN, RECOVERY_OPEN, RECOVERED, REFERRED -> false;
      case DRAFT, SUBMITTED, IN_REVIEW, AWAITING_PAPERS, CONFIRMED, IN_NOTICE -> true;
      case OBJECTED, CLEARED, PAYING, PAID, PAY_FAILED -> true;
    };
  }

  private static int at(ClaimState state) {
    return switch (state) {
      case DRAFT -> 0;
      case SUBMITTED, IN_REVIEW, AWAITING_PAPERS, REFUSED, WITHDRAWN -> 1;
      case CONFIRMED, IN_NOTICE, OBJECTED -> 2;
      case CLEARED, PAYING, PAY_FAILED -> 3;
      case PAID, RECOVERY_OPEN, RECOVERED, REFERRED -> 5;
    };
  }

  private static @Nullable LocalDate day(int step, ClaimView view, int at) {
    Claim.Dates dates = view.claim().dates();
    Notice notice = view.money().notice();
    return switch (step) {
      case 0 -> dates.receivedOn() == null ? dates.dueOn() : dates.receivedOn();
      case 1 -> at > 1 ? dates.decidedOn() : at == 1 ? confirmBy(view.claim()) : null;
      case 2 -> notice == null || at < 2 ? null : notice.lastDay();
      case 3 -> at == 3 ? dates.dueOn() : at < 3 ? view.clock().expectedOn() : dates.paidOn();
      default -> dates.paidOn();
    };
  }

  /** While papers are awaited nobody can say. */
  private static @Nullable LocalDate confirmBy(Claim claim) {
    return claim.state() == ClaimState.AWAITING_PAPERS ? null : claim.dates().dueOn();
  }
}
