package io.quantong.policy;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Working days by the State Council's yearly calendar, make-up workdays included (product 6). */
@Service
public class WorkingCalendar {

  /** True on a working day. */
  public boolean isWorkingDay(LocalDate day) {
    throw new IllegalStateException();
  }

  /** The n-th working day after {@code from}, which itself is not counted. */
  public Deadline afterWorkingDays(LocalDate from, int workingDays) {
    return afterWorkingDays(from, workingDays, List.of());
  }

  /** As above, days inside a pause not counted; an open pause makes the day provisional. */
  public Deadline afterWorkingDays(LocalDate from, int workingDays, List<Pause> pauses) {
    throw new IllegalStateException();
  }

  /** The last of n calendar days after {@code from}, rolled to the next working day when a day off. */
  public Deadline afterCalendarDays(LocalDate from, int days) {
    throw new IllegalStateException();
  }

  /** How many working days outside pauses lie after {@code from} up to and including {@code to}. */
  public int workingDaysBetween(LocalDate from, LocalDate to, List<Pause> pauses) {
    throw new IllegalStateException();
  }

  /** The boxes from the day after {@code from} to {@code to}, both as stated, counted days numbered. */
  public List<DayBox> strip(LocalDate from, LocalDate to, List<Pause> pauses) {
    throw new IllegalStateException();
  }
}
