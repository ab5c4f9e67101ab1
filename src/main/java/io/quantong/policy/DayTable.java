package io.quantong.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The counting of days, pure. A year that is not loaded counts plain weekends and makes every
 * result that touches it provisional.
 */
record DayTable(Map<LocalDate, SpecialDay> special, Set<Integer> loadedYears) {

  private static final int LONGEST = 3_660;

  DayTable {
    special = Map.copyOf(special);
    loadedYears = Set.copyOf(loadedYears);
  }

  /** A day that differs from the plain week. */
  record SpecialDay(LocalDate day, boolean work, String name, String source) {}

  boolean isWorkingDay(LocalDate day) {
    SpecialDay known = special.get(day);
    return known == null ? !isWeekend(day) : known.work();
  }

  Deadline afterWorkingDays(LocalDate from, int workingDays, List<Pause> pauses) {
    if (workingDays < 1) {
      throw new IllegalArgumentException("at least one working day: " + workingDays);
    }
    boolean provisional = pauses.stream().anyMatch(pause -> pause.until() == null);
    LocalDate day = from;
    for (int counted = 0; counted < workingDays; ) {
      day = day.plusDays(1);
      provisional |= !loadedYears.contains(day.getYear());
      if (isWorkingDay(day) && !paused(day, pauses)) {
        counted++;
      }
      if (ChronoUnit.DAYS.between(from, day) > LONGEST) {
        throw new IllegalArgumentException("no end within ten years of " + from);
      }
    }
    return new Deadline(day, provisional);
  }

  Deadline afterCalendarDays(LocalDate from, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("at least one day: " + days);
    }
    LocalDate day = from.plusDays(days);
    boolean provisional = !loadedYears.contains(day.getYear());
    while (!isWorkingDay(day)) {
      day = day.plusDays(1);
      provisional |= !loadedYears.contains(day.getYear());
    }
    return new Deadline(day, provisional);
  }

  int workingDaysBetween(LocalDate from, LocalDate to, List<Pause> pauses) {
    int counted = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (isWorkingDay(day) && !paused(day, pauses)) {
        counted++;
      }
    }
    return counted;
  }

  List<DayBox> workingStrip(LocalDate from, LocalDate to, List<Pause> pauses) {
    List<DayBox> boxes = new ArrayList<>();
    int counted = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (paused(day, pauses)) {
        boxes.add(new DayBox(day, DayBox.Kind.PAUSED, name(day), 0));
      } else {
        boxes.add(new DayBox(day, kind(day), name(day), isWorkingDay(day) ? ++counted : 0));
      }
    }
    return List.copyOf(boxes);
  }

  List<DayBox> calendarStrip(LocalDate from, int days) {
    LocalDate last = afterCalendarDays(from, days).day();
    List<DayBox> boxes = new ArrayList<>();
    for (LocalDate day = from.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      int number = boxes.size() + 1;
      boxes.add(new DayBox(day, kind(day), name(day), number <= days ? number : 0));
    }
    return List.copyOf(boxes);
  }

  DayBox.Kind kind(LocalDate day) {
    SpecialDay known = special.get(day);
    if (known != null) {
      return known.work() ? DayBox.Kind.MAKEUP_WORKDAY : DayBox.Kind.HOLIDAY;
    }
    return isWeekend(day) ? DayBox.Kind.WEEKEND : DayBox.Kind.WORKDAY;
  }

  private @Nullable String name(LocalDate day) {
    SpecialDay known = special.get(day);
    return known == null ? null : known.name() + "（" + known.source() + "）";
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static boolean paused(LocalDate day, List<Pause> pauses) {
    return pauses.stream()
        .anyMatch(
            pause ->
                !day.isBefore(pause.from())
                    && (pause.until() == null || day.isBefore(pause.until())));
  }
}
