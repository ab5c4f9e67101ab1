package io.quantong.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One box of the clock strip that anyone can recount.
 *
 * @param day the date
 * @param kind what the day is
 * @param name holiday or make-up name with its source notice, null on plain days
 * @param counted the running number of a counted day (1 …), 0 when the day does not count
 */
public record DayBox(LocalDate day, Kind kind, @Nullable String name, int counted) {

  /** What a day is to the clock. */
  public enum Kind {
    WORKDAY,
    WEEKEND,
    HOLIDAY,
    MAKEUP_WORKDAY,
    PAUSED
  }
}
