package io.quantong.policy;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.kernel.SelfCheck;
import io.quantong.kernel.WorkList;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The calendar of this year, and in December that of the next, must be loaded; the city science
 * bureau finds it on its workbench (product 6).
 */
@Component
class CalendarCheck implements SelfCheck, WorkList {

  private final WorkingCalendar calendar;
  private final Clock clock;

  CalendarCheck(WorkingCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public String statement() {
    return "selfcheck.policy.calendar_loaded";
  }

  @Override
  public Finding check() {
    return Finding.none(missing().size());
  }

  @Override
  public List<Item> waitingFor(Actor actor) {
    if (!actor.is(Role.CITY_SCIENCE)) {
      return List.of();
    }
    return missing().stream()
        .map(
            year ->
                new Item(
                    "policy.work.load_calendar",
                    List.of(Integer.toString(year)),
                    "/policy/calendar?year=" + year,
                    LocalDate.of(year - 1, Month.DECEMBER, 31),
                    1))
        .toList();
  }

  private List<Integer> missing() {
    LocalDate today = LocalDate.now(clock);
    List<Integer> needed =
        today.getMonth() == Month.DECEMBER
            ? List.of(today.getYear(), today.getYear() + 1)
            : List.of(today.getYear());
    return needed.stream().filter(year -> !calendar.loadedYears().containsKey(year)).toList();
  }
}
