package io.quantong.demo.history;

import io.quantong.policy.WorkingCalendar;
import java.time.LocalDate;

/** Counts days as offices do. */
final class WorkDays {

  private final WorkingCalendar calendar;

  WorkDays(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /** The day itself when offices work, else the next day on which they do. */
  LocalDate onOrAfter(LocalDate day) {
    LocalDate found = day;
    while (!calendar.isWorkingDay(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  /** The n-th working day after a day; the day itself, or the next working one, for zero. */
  LocalDate after(LocalDate day, int count) {
    return count <= 0 ? onOrAfter(day) : calendar.afterWorkingDays(day, count).day();
  }

  /** The n-th working day before a day; at least the first. */
  LocalDate before(LocalDate day, int count) {
    LocalDate found = day;
    for (int left = count; left > 0; ) {
      found = found.minusDays(1);
      if (calendar.isWorkingDay(found)) {
        left--;
      }
    }
    return found;
  }

  /** The last working day on which a notice may be published so that it is over before a day. */
  LocalDate noticeOverBefore(LocalDate day, int noticeDays) {
    LocalDate published = before(day, 1);
    while (!calendar.afterCalendarDays(published, noticeDays).day().isBefore(day)) {
      published = before(published, 1);
    }
    return published;
  }
}
