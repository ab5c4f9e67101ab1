package io.quantong.policy.web;

import io.quantong.policy.DayBox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A year as twelve small tables.
 *
 * @param months January to December
 * @param special the days that differ from the plain week
 */
record YearView(List<Month> months, List<DayBox> special) {

  private static final int MONTHS = 12;
  private static final int WEEK = 7;

  /**
   * A month.
   *
   * @param number 1 to 12
   * @param weeks Monday to Sunday; empty outside the month
   * @param workingDays how many
   */
  record Month(int number, List<List<Optional<DayBox>>> weeks, long workingDays) {}

  static YearView of(List<DayBox> days) {
    List<Month> months = new ArrayList<>();
    for (int number = 1; number <= MONTHS; number++) {
      int wanted = number;
      months.add(
          month(number, days.stream().filter(d -> d.day().getMonthValue() == wanted).toList()));
    }
    return new YearView(months, days.stream().filter(YearView::isSpecial).toList());
  }

  private static Month month(int number, List<DayBox> days) {
    List<Optional<DayBox>> cells = new ArrayList<>();
    LocalDate first = days.getFirst().day();
    for (int blank = 1; blank < first.getDayOfWeek().getValue(); blank++) {
      cells.add(Optional.empty());
    }
    days.forEach(day -> cells.add(Optional.of(day)));
    while (cells.size() % WEEK != 0) {
      cells.add(Optional.empty());
    }
    List<List<Optional<DayBox>>> weeks = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += WEEK) {
      weeks.add(List.copyOf(cells.subList(from, from + WEEK)));
    }
    return new Month(number, weeks, days.stream().filter(YearView::isWorking).count());
  }

  private static boolean isWorking(DayBox box) {
    return switch (box.kind()) {
      case WORKDAY, MAKEUP_WORKDAY -> true;
      case WEEKEND, HOLIDAY, PAUSED -> false;
    };
  }

  private static boolean isSpecial(DayBox box) {
    return switch (box.kind()) {
      case HOLIDAY, MAKEUP_WORKDAY -> true;
      case WORKDAY, WEEKEND, PAUSED -> false;
    };
  }
}
