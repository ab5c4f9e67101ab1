package io.quantong.policy.web;

import io.quantong.kernel.Refused;
import io.quantong.policy.PolicyRefusal;

/** The span over which anybody may ask the calendar. */
final class Years {

  private static final int FIRST = 2020;
  private static final int LAST = 2099;
  private static final int MOST_DAYS = 1_000;

  private Years() {}

  static int known(int year) {
    if (year < FIRST || year > LAST) {
      throw new Refused(PolicyRefusal.YEAR);
    }
    return year;
  }

  static int days(int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new Refused(PolicyRefusal.DAYS);
    }
    return days;
  }
}
