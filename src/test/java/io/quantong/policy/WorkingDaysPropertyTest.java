package io.quantong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.policy.DayTable.SpecialDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of working days whatever a government announces. */
@Clause("M4")
class WorkingDaysPropertyTest {

  private static final LocalDate BEGIN = LocalDate.of(2030, 1, 1);
  private static final Set<Integer> LOADED = Set.of(2030, 2031, 2032);
  private static final int DAYS = 700;

  static Stream<Long> seeds() {
    return new Random(20261126).longs(200).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_day_found_is_a_working_day_and_exactly_so_many_lie_up_to_it(long seed) {
    Random random = new Random(seed);
    DayTable table = table(random);
    LocalDate from = day(random);
    int count = 1 + random.nextInt(40);
    List<Pause> pauses = pauses(random, from);
    LocalDate end = table.afterWorkingDays(from, count, pauses).day();
    assertThat(table.isWorkingDay(end)).isTrue();
    assertThat(table.workingDaysBetween(from, end, pauses)).isEqualTo(count);
    assertThat(table.workingDaysBetween(from, end.minusDays(1), pauses)).isEqualTo(count - 1);
    List<DayBox> strip = table.workingStrip(from, end, pauses);
    assertThat(strip.getLast().counted()).isEqualTo(count);
    assertThat(strip.stream().filter(box -> box.counted() > 0)).hasSize(count);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void more_days_a_later_start_or_a_pause_never_end_earlier(long seed) {
    Random random = new Random(seed);
    DayTable table = table(random);
    LocalDate from = day(random);
    int count = 1 + random.nextInt(40);
    LocalDate end = table.afterWorkingDays(from, count, List.of()).day();
    assertThat(table.afterWorkingDays(from, count + 1, List.of()).day()).isAfter(end);
    assertThat(table.afterWorkingDays(from.plusDays(1), count, List.of()).day())
        .isAfterOrEqualTo(end);
    assertThat(table.afterWorkingDays(from, count, pauses(random, from)).day())
        .isAfterOrEqualTo(end);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_notice_ends_on_the_first_working_day_from_its_last_day_on(long seed) {
    Random random = new Random(seed);
    DayTable table = table(random);
    LocalDate from = day(random);
    int days = 1 + random.nextInt(30);
    LocalDate end = table.afterCalendarDays(from, days).day();
    LocalDate last = from.plusDays(days);
    assertThat(end).isAfterOrEqualTo(last);
    assertThat(table.isWorkingDay(end)).isTrue();
    assertThat(last.datesUntil(end)).noneMatch(table::isWorkingDay);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_day_is_provisional_exactly_when_a_year_not_announced_is_touched(long seed) {
    Random random = new Random(seed);
    DayTable table = table(random);
    LocalDate from = LocalDate.of(2032, 11, 1).plusDays(random.nextInt(75));
    Deadline deadline = table.afterWorkingDays(from, 1 + random.nextInt(30), List.of());
    assertThat(deadline.provisional()).isEqualTo(deadline.day().getYear() > 2032);
  }

  private static DayTable table(Random random) {
    Map<LocalDate, SpecialDay> special = new HashMap<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      LocalDate first = day(random);
      boolean work = random.nextInt(3) == 0;
      for (int length = 1 + random.nextInt(8); length > 0; length--) {
        LocalDate day = first.plusDays(length);
        special.put(day, new SpecialDay(day, work, "x", "y"));
      }
    }
    return new DayTable(special, LOADED);
  }

  private static LocalDate day(Random random) {
    return BEGIN.plusDays(random.nextInt(DAYS));
  }

  private static List<Pause> pauses(Random random, LocalDate from) {
    List<Pause> pauses = new ArrayList<>();
    LocalDate start = from;
    for (int i = random.nextInt(3); i > 0; i--) {
      start = start.plusDays(1 + random.nextInt(10));
      LocalDate until = start.plusDays(random.nextInt(12));
      pauses.add(new Pause(start, until));
      start = until;
    }
    return pauses;
  }
}
