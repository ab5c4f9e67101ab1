package io.quantong.order.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A last day as people read it.
 *
 * @param day the last day
 * @param left days left; zero on the last day, negative afterwards
 */
record Due(LocalDate day, long left) {

  private static final int SOON = 2;

  static @Nullable Due of(@Nullable LocalDate day, LocalDate today) {
    return day == null ? null : new Due(day, ChronoUnit.DAYS.between(today, day));
  }

  /** True when the day has passed. */
  public boolean late() {
    return left < 0;
  }

  /** Days by which it is late. */
  public long lateBy() {
    return -left;
  }

  /** True when the day is today or close. */
  public boolean soon() {
    return !late() && left <= SOON;
  }
}
