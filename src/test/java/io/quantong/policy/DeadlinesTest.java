package io.quantong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The dates anyone can recount, on the calendar as announced (product section 6). */
@IntegrationTest
class DeadlinesTest {

  @Autowired private WorkingCalendar calendar;

  @ParameterizedTest(name = "{0} from {1} ends {2}: {3}")
  @CsvFileSource(resources = "/deadline-vectors.csv", numLinesToSkip = 1)
  @Clause("M4")
  void deadlines_end_where_the_calendar_says(
      String rule, LocalDate from, String expected, String why) {
    Deadline deadline =
        switch (rule) {
          case "confirm+10wd" -> calendar.afterWorkingDays(from, 10);
          case "notice+7d" -> calendar.afterCalendarDays(from, 7);
          default -> throw new IllegalArgumentException(rule);
        };
    if (expected.equals("PROVISIONAL")) {
      assertThat(deadline.provisional()).as(why).isTrue();
    } else {
      assertThat(deadline).as(why).isEqualTo(new Deadline(LocalDate.parse(expected), false));
    }
  }

  @Test
  @Clause("M4")
  void the_clock_stops_while_papers_are_awaited() {
    LocalDate received = LocalDate.parse("2026-11-02");
    Pause pause = new Pause(LocalDate.parse("2026-11-05"), LocalDate.parse("2026-11-10"));
    assertThat(calendar.afterWorkingDays(received, 10).day()).isEqualTo("2026-11-16");
    assertThat(calendar.afterWorkingDays(received, 10, List.of(pause)).day())
        .as("Thursday, Friday and Monday do not count")
        .isEqualTo("2026-11-19");
    assertThat(calendar.workingDaysBetween(received, LocalDate.parse("2026-11-19"), List.of(pause)))
        .isEqualTo(10);
  }

  @Test
  @Clause("M4")
  void a_clock_that_stands_still_gives_a_day_for_the_time_being() {
    LocalDate received = LocalDate.parse("2026-11-02");
    Deadline deadline =
        calendar.afterWorkingDays(
            received, 10, List.of(new Pause(LocalDate.parse("2026-11-05"), null)));
    assertThat(deadline.provisional()).isTrue();
    assertThat(deadline.day()).isAfter("2026-11-16");
  }

  @Test
  @Clause("M4")
  void the_strip_shows_every_day_with_what_it_is() {
    List<DayBox> strip =
        calendar.strip(LocalDate.parse("2026-09-18"), LocalDate.parse("2026-10-09"), List.of());
    assertThat(strip).hasSize(21);
    assertThat(strip.getFirst().kind()).as("Saturday").isEqualTo(DayBox.Kind.WEEKEND);
    assertThat(strip.get(1).kind()).as("make-up Sunday").isEqualTo(DayBox.Kind.MAKEUP_WORKDAY);
    assertThat(strip.get(1).counted()).isEqualTo(1);
    assertThat(strip.get(1).name()).contains("国务院办公厅");
    assertThat(strip.getLast().counted()).isEqualTo(10);
    assertThat(strip.stream().filter(box -> box.kind() == DayBox.Kind.HOLIDAY)).hasSize(10);
  }

  @Test
  @Clause("M4")
  void the_first_day_of_a_notice_is_the_day_after_and_rolled_days_bear_no_number() {
    List<DayBox> strip = calendar.calendarStrip(LocalDate.parse("2026-09-18"), 7);
    assertThat(strip.getFirst().day()).isEqualTo("2026-09-19");
    assertThat(strip.stream().mapToInt(DayBox::counted).max()).hasValue(7);
    assertThat(strip.getLast().day()).isEqualTo("2026-09-28");
    assertThat(strip.getLast().counted()).isZero();
  }

  @Test
  void a_whole_year_has_every_day_once() {
    List<DayBox> year = calendar.year(2026);
    assertThat(year).hasSize(365);
    assertThat(year.getFirst().day()).isEqualTo("2026-01-01");
    assertThat(year.getLast().day()).isEqualTo("2026-12-31");
    assertThat(year.stream().filter(box -> box.kind() == DayBox.Kind.MAKEUP_WORKDAY)).hasSize(6);
  }
}
