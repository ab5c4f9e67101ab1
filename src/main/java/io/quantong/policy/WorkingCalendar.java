package io.quantong.policy;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working days by the State Council's yearly calendar, make-up workdays included (product 6). */
@Service
public class WorkingCalendar {

  private static final int LONGEST_SOURCE = 200;

  private final CalendarRepository repository;
  private final EventLog events;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;
  private final Remembered<String, DayTable> table;

  WorkingCalendar(
      CalendarRepository repository,
      EventLog events,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.repository = repository;
    this.events = events;
    this.publisher = publisher;
    this.clock = clock;
    this.table = new Remembered<>(clock);
  }

  /** True on a working day. */
  public boolean isWorkingDay(LocalDate day) {
    return table().isWorkingDay(day);
  }

  /** The n-th working day after {@code from}, which itself is not counted. */
  public Deadline afterWorkingDays(LocalDate from, int workingDays) {
    return afterWorkingDays(from, workingDays, List.of());
  }

  /**
   * As above, days inside a pause not counted; an open pause makes the day provisional: it is
   * counted as though the clock ran again today (or the day after the pause began, when that is
   * later).
   */
  public Deadline afterWorkingDays(LocalDate from, int workingDays, List<Pause> pauses) {
    Deadline deadline = table().afterWorkingDays(from, workingDays, closed(pauses));
    boolean open = pauses.stream().anyMatch(pause -> pause.until() == null);
    return new Deadline(deadline.day(), deadline.provisional() || open);
  }

  /**
   * The last of n calendar days after {@code from}, rolled to the next working day when a day off.
   */
  public Deadline afterCalendarDays(LocalDate from, int days) {
    return table().afterCalendarDays(from, days);
  }

  /** How many working days outside pauses lie after {@code from} up to and including {@code to}. */
  public int workingDaysBetween(LocalDate from, LocalDate to, List<Pause> pauses) {
    return table().workingDaysBetween(from, to, pauses);
  }

  /**
   * The boxes from the day after {@code from} to {@code to}, both as stated, counted days numbered.
   */
  public List<DayBox> strip(LocalDate from, LocalDate to, List<Pause> pauses) {
    return table().workingStrip(from, to, pauses);
  }

  /** The boxes of n calendar days after {@code from}, numbered, and the days it rolls over. */
  public List<DayBox> calendarStrip(LocalDate from, int days) {
    return table().calendarStrip(from, days);
  }

  /** Every day of a year, none counted. */
  public List<DayBox> year(int year) {
    LocalDate last = LocalDate.of(year - 1, 12, 31);
    return table().workingStrip(last, last.plusYears(1), List.of()).stream()
        .map(box -> new DayBox(box.day(), box.kind(), box.name(), 0))
        .toList();
  }

  /** The years loaded and where each was announced, oldest first. */
  public Map<Integer, String> loadedYears() {
    return repository.years();
  }

  /**
   * Loads the calendar the State Council announced for a year (city science bureau).
   *
   * @param lines one day a line: {@code 2027-01-01,OFF,元旦}
   * @throws Refused with {@link PolicyRefusal} for every fault found
   */
  @Transactional
  public void load(Actor actor, int year, String source, List<String> lines) {
    actor.require(Role.CITY_SCIENCE);
    List<PolicyRefusal> faults = new ArrayList<>();
    if (year < 2020 || year > 2099) {
      faults.add(PolicyRefusal.YEAR);
    } else if (loadedYears().containsKey(year)) {
      faults.add(PolicyRefusal.YEAR_LOADED);
    }
    if (source.isBlank() || source.length() > LONGEST_SOURCE) {
      faults.add(PolicyRefusal.SOURCE);
    }
    List<DayTable.SpecialDay> days = CalendarLines.read(year, source.strip(), lines, faults);
    Refused.ifAny(faults);
    repository.insertYear(year, source.strip(), clock.instant(), actor.organisationName());
    repository.insertDays(days);
    events.append(
        new EventLog.Transition("calendar", Integer.toString(year), "LOAD", null, "LOADED"),
        actor,
        source.strip(),
        null,
        Map.of("days", Integer.toString(days.size())));
    AfterCommit.run(table::forget);
    publisher.publishEvent(new CalendarYearLoaded(year));
  }

  private DayTable table() {
    return table.get("all", key -> repository.load());
  }

  private List<Pause> closed(List<Pause> pauses) {
    LocalDate today = LocalDate.now(clock);
    return pauses.stream()
        .map(
            pause -> {
              if (pause.until() != null) {
                return pause;
              }
              LocalDate next = pause.from().plusDays(1);
              return new Pause(pause.from(), today.isAfter(next) ? today : next);
            })
        .toList();
  }
}
