package io.quantong.policy.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.policy.DayBox;
import io.quantong.policy.Deadline;
import io.quantong.policy.ParameterChange;
import io.quantong.policy.Policies;
import io.quantong.policy.Policy;
import io.quantong.policy.WorkingCalendar;
import io.quantong.policy.web.RulesView.Value;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules and calendar as JSON. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies", description = "Dated parameters of the scheme and the working-day calendar")
class PolicyApi {

  private final Policies policies;
  private final WorkingCalendar calendar;
  private final Clock clock;

  PolicyApi(Policies policies, WorkingCalendar calendar, Clock clock) {
    this.policies = policies;
    this.calendar = calendar;
    this.clock = clock;
  }

  @GetMapping
  @Allow(everyone = true)
  @Operation(summary = "The parameters in force in a district on a day, with who set them")
  Rules rules(
      @RequestParam @Nullable String district,
      @RequestParam @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
    String place = district == null ? policies.districts().getFirst() : district;
    LocalDate shown = day == null ? LocalDate.now(clock) : day;
    List<Change> rows = policies.inForce(place, shown).stream().map(Change::of).toList();
    return new Rules(policies.at(place, shown).version(), place, shown, rows);
  }

  @GetMapping("/versions/{version}")
  @Allow(everyone = true)
  @Operation(summary = "A frozen set of parameters, as orders and claims keep it")
  Version version(@PathVariable long version) {
    Policy policy = policies.version(version);
    return new Version(
        version,
        policy.district(),
        policy.validOn(),
        RulesView.byClause(policy).values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(value -> value.parameter().name(), PolicyApi::plain)));
  }

  @GetMapping("/changes")
  @Allow(everyone = true)
  @Operation(summary = "Every dated row that concerns a district, newest first")
  List<Change> changes(@RequestParam String district) {
    return policies.history(district).stream().map(Change::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow({Role.CITY_SCIENCE, Role.DISTRICT_HEAD})
  @Operation(summary = "Sets a parameter from a day on")
  Change set(
      Actor actor,
      @RequestBody PolicyForm form,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Policies.Change change = form.change();
    policies.set(actor, change, RequestKey.of(key));
    return policies.history(change.district()).stream()
        .filter(row -> row.parameter() == change.parameter())
        .filter(row -> row.validFrom().equals(change.validFrom()))
        .filter(row -> row.district().equals(change.district()))
        .findFirst()
        .map(Change::of)
        .orElseThrow();
  }

  @GetMapping("/calendars/{year}")
  @Allow(everyone = true)
  @Operation(summary = "A year of the working-day calendar, day by day")
  Year year(@PathVariable int year) {
    int known = Years.known(year);
    return new Year(known, calendar.loadedYears().get(known), calendar.year(known));
  }

  @PostMapping("/calendars/{year}")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Role.CITY_SCIENCE)
  @Operation(summary = "Loads the calendar announced for a year")
  Year load(Actor actor, @PathVariable int year, @RequestBody Announcement announcement) {
    calendar.load(
        actor,
        year,
        announcement.source() == null ? "" : announcement.source(),
        announcement.lines() == null ? List.of() : announcement.lines());
    return year(year);
  }

  @GetMapping("/deadlines")
  @Allow(everyone = true)
  @Operation(summary = "The last of so many working days after a day")
  Deadline deadline(
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from, @RequestParam int workingDays) {
    return calendar.afterWorkingDays(from, Years.days(workingDays));
  }

  private static String plain(Value value) {
    return value.amount() == null ? String.valueOf(value.number()) : value.amount().plain();
  }

  /**
   * The rules of a place on a day.
   *
   * @param version under which they are frozen
   * @param district six digits
   * @param day asked for
   * @param parameters every parameter
   */
  record Rules(long version, String district, LocalDate day, List<Change> parameters) {}

  /**
   * A frozen version.
   *
   * @param version number
   * @param district six digits
   * @param validOn the first day
   * @param values yuan with two decimals, or a whole number
   */
  record Version(long version, String district, LocalDate validOn, Map<String, String> values) {}

  /**
   * A dated value.
   *
   * @param parameter name
   * @param unit how the value is read
   * @param value yuan with two decimals, or a whole number; null where a district follows its city
   * @param clause of the plan
   * @param district whose row it is
   * @param validFrom first day
   * @param setBy office
   * @param reason why
   */
  record Change(
      String parameter,
      String unit,
      @Nullable String value,
      String clause,
      String district,
      LocalDate validFrom,
      String setBy,
      String reason) {

    static Change of(ParameterChange row) {
      Value value = Value.of(row.parameter(), row.value());
      return new Change(
          row.parameter().name(),
          row.parameter().unit().name(),
          row.value() == null ? null : plain(value),
          row.parameter().clause(),
          row.district(),
          row.validFrom(),
          row.setBy(),
          row.reason());
    }
  }

  /**
   * A year of the calendar.
   *
   * @param year the year
   * @param source where it was announced; null while it was not, and only weekends are known
   * @param days every day
   */
  record Year(int year, @Nullable String source, List<DayBox> days) {}

  /**
   * An announced calendar.
   *
   * @param source where it was announced
   * @param lines one day each: {@code 2027-01-01,OFF,name}
   */
  record Announcement(@Nullable String source, @Nullable List<String> lines) {}
}
