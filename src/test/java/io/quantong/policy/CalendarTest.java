package io.quantong.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Loading what the State Council announces (product section 6). */
@LedgerTest
@Clause("M4")
class CalendarTest {

  @Autowired private WorkingCalendar calendar;
  @Autowired private CalendarCheck check;
  @Autowired private Identities identities;
  @Autowired private EventLog events;
  @Autowired private Clock clock;

  @Test
  void a_loaded_year_makes_its_days_certain() {
    LocalDate eve = LocalDate.parse("2097-12-27");
    assertThat(calendar.afterWorkingDays(eve, 5).provisional()).isTrue();
    load(2097, "2097-10-01,OFF,国庆节");
    load(2098, "2098-01-01,OFF,元旦", "", " 2098-01-04 ，WORK， 调休上班 ");
    Deadline deadline = calendar.afterWorkingDays(eve, 5);
    assertThat(deadline.provisional()).isFalse();
    assertThat(deadline.day())
        .as("30 and 31 December, then 2 January and the make-up Saturday, then Monday")
        .isEqualTo(recount(eve, 5));
    assertThat(calendar.isWorkingDay(LocalDate.parse("2098-01-01"))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.parse("2098-01-04"))).isTrue();
    assertThat(calendar.loadedYears()).containsEntry(2098, "a notice of 2098");
    assertThat(events.history("calendar", "2098")).hasSize(1);
  }

  @Test
  void every_fault_of_a_calendar_is_named_and_nothing_is_loaded() {
    Actor city = People.of(identities).city();
    for (String line :
        List.of(
            "2091-01-01,OFF",
            "2091-01-01,PERHAPS,x",
            "2091-13-01,OFF,x",
            "2090-01-01,OFF,x",
            "2091-01-01,OFF, ",
            "")) {
      assertThatThrownBy(() -> calendar.load(city, 2091, "source", List.of(line)))
          .hasMessageContaining("CALENDAR_LINES");
    }
    assertThatThrownBy(
            () ->
                calendar.load(
                    city, 2091, "source", List.of("2091-01-01,OFF,x", "2091-01-01,WORK,x")))
        .hasMessageContaining("CALENDAR_LINES");
    assertThatThrownBy(() -> calendar.load(city, 2019, " ", List.of("x")))
        .hasMessageContaining("YEAR")
        .hasMessageContaining("SOURCE")
        .hasMessageContaining("CALENDAR_LINES");
    assertThat(calendar.loadedYears()).doesNotContainKeys(2019, 2091);
  }

  @Test
  void a_year_is_loaded_once() {
    load(2092, "2092-01-01,OFF,元旦");
    assertThatThrownBy(() -> load(2092, "2092-01-01,OFF,元旦"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("YEAR_LOADED");
  }

  @Test
  @Clause("M13")
  void only_the_city_science_bureau_loads_a_calendar() {
    People people = People.of(identities);
    for (Actor actor :
        List.of(
            people.head(People.YUECHENG),
            people.clerk(People.YUECHENG),
            people.cityFinance(),
            people.auditor(),
            people.firm(People.YUECHENG),
            Actor.visitor())) {
      assertThatThrownBy(() -> calendar.load(actor, 2093, "source", List.of("2093-01-01,OFF,x")))
          .hasMessageContaining("access.refusal.ROLE");
    }
  }

  @Test
  void this_year_is_loaded_and_the_city_is_asked_for_what_is_missing() {
    boolean december = LocalDate.now(clock).getMonthValue() == 12;
    assertThat(check.check().holds()).isEqualTo(!december);
    People people = People.of(identities);
    assertThat(check.waitingFor(people.head(People.YUECHENG))).isEmpty();
    assertThat(check.waitingFor(people.city())).hasSize(december ? 1 : 0);
  }

  private LocalDate recount(LocalDate from, int count) {
    LocalDate day = from;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      if (calendar.isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  private void load(int year, String... lines) {
    calendar.load(People.of(identities).city(), year, "a notice of " + year, List.of(lines));
  }
}
