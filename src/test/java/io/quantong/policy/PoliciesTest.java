package io.quantong.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.RequestKey.KeyRefusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Rules by day and place. Every test looks at a century of its own, so that none disturbs another.
 */
@IntegrationTest
class PoliciesTest {

  private static final String CITY = People.CITY;
  private static final String YUECHENG = People.YUECHENG;
  private static final String KEQIAO = People.KEQIAO;

  @Autowired private Policies policies;
  @Autowired private Identities identities;
  @Autowired private EventLog events;
  @Autowired private Clock clock;

  private Actor city;
  private Actor head;

  @BeforeEach
  void prepare() {
    People people = People.of(identities);
    city = people.city();
    head = people.head(YUECHENG);
  }

  @Test
  @Clause("M1")
  void the_plan_s_figures_are_in_force_from_the_beginning() {
    Policy policy = policies.at(YUECHENG, LocalDate.parse("2025-01-01"));
    assertThat(policy.money(Parameter.SINGLE_APPLICATION)).isEqualTo(Money.yuan(20_000));
    assertThat(policy.money(Parameter.HELD_UNUSED)).isEqualTo(Money.yuan(50_000));
    assertThat(policy.money(Parameter.YEARLY_CAP_ENTERPRISE)).isEqualTo(Money.yuan(100_000));
    assertThat(policy.money(Parameter.YEARLY_CAP_ENTREPRENEUR)).isEqualTo(Money.yuan(20_000));
    assertThat(policy.money(Parameter.FULL_DEDUCTION_UP_TO)).isEqualTo(Money.yuan(10_000));
    assertThat(policy.count(Parameter.RATIO_ABOVE_PERCENT)).isEqualTo(50);
    assertThat(policy.count(Parameter.NOTICE_DAYS)).isEqualTo(7);
    assertThat(policy.count(Parameter.CONFIRM_WORKING_DAYS)).isEqualTo(10);
  }

  @Test
  @Clause("M13")
  void a_city_default_applies_from_its_day_in_every_district() {
    set(city, CITY, Parameter.STAFF_AT_MOST, 300L, "2201-05-01");
    assertThat(count(YUECHENG, "2201-04-30")).isEqualTo(500);
    assertThat(count(YUECHENG, "2201-05-01")).isEqualTo(300);
    assertThat(count(KEQIAO, "2250-01-01")).isEqualTo(300);
  }

  @Test
  @Clause("M13")
  void a_district_s_own_value_goes_before_the_city_s_until_it_returns() {
    set(head, YUECHENG, Parameter.SERVICE_DAYS, 100L, "2301-01-01");
    set(city, CITY, Parameter.SERVICE_DAYS, 150L, "2302-01-01");
    set(head, YUECHENG, Parameter.SERVICE_DAYS, null, "2303-01-01");
    assertThat(serviceDays(YUECHENG, "2301-01-01")).isEqualTo(100);
    assertThat(serviceDays(KEQIAO, "2301-01-01")).isEqualTo(180);
    assertThat(serviceDays(YUECHENG, "2302-06-01")).isEqualTo(100);
    assertThat(serviceDays(KEQIAO, "2302-06-01")).isEqualTo(150);
    assertThat(serviceDays(YUECHENG, "2303-01-01")).isEqualTo(150);
  }

  @Test
  @Clause("M13")
  void of_two_rows_of_one_day_the_last_written_counts() {
    set(head, YUECHENG, Parameter.PAPERS_TIMES, 3L, "2401-01-01");
    set(head, YUECHENG, Parameter.PAPERS_TIMES, 4L, "2401-01-01");
    assertThat(policies.at(YUECHENG, LocalDate.parse("2401-01-01")).count(Parameter.PAPERS_TIMES))
        .isEqualTo(4);
  }

  @Test
  @Clause("M2")
  void a_version_number_names_one_set_of_values_for_ever() {
    long before = policies.at(KEQIAO, LocalDate.parse("2501-01-01")).version();
    Policy frozen = policies.version(before);
    set(city, CITY, Parameter.ACCEPTANCE_DAYS, 12L, "2501-01-01");
    Policy after = policies.at(KEQIAO, LocalDate.parse("2501-01-01"));
    assertThat(after.version()).isNotEqualTo(before);
    assertThat(policies.version(before).values()).isEqualTo(frozen.values());
    assertThat(policies.version(after.version()).values()).isEqualTo(after.values());
    set(city, CITY, Parameter.ACCEPTANCE_DAYS, 10L, "2502-01-01");
    Policy again = policies.at(KEQIAO, LocalDate.parse("2502-01-01"));
    assertThat(policies.version(again.version()).values()).isEqualTo(again.values());
  }

  @Test
  @Clause("M14")
  void every_change_leaves_a_record_with_office_reason_and_version() {
    set(head, YUECHENG, Parameter.LOT_GRACE_DAYS, 45L, "2601-01-01");
    String subject = YUECHENG + "/" + Parameter.LOT_GRACE_DAYS;
    assertThat(events.history("policy", subject).getLast())
        .satisfies(
            event -> {
              assertThat(event.actor().organisationName()).isEqualTo(head.organisationName());
              assertThat(event.reason()).isEqualTo("because of a test");
              assertThat(event.from()).isEqualTo("30");
              assertThat(event.to()).isEqualTo("45");
              assertThat(event.policyVersion())
                  .isEqualTo(policies.at(YUECHENG, LocalDate.parse("2601-01-01")).version());
            });
    assertThat(policies.history(YUECHENG))
        .anySatisfy(
            row -> {
              assertThat(row.parameter()).isEqualTo(Parameter.LOT_GRACE_DAYS);
              assertThat(row.setBy()).isEqualTo(head.organisationName());
            });
  }

  @Test
  @Clause("M13")
  void only_the_city_sets_defaults_and_only_a_head_sets_its_district() {
    People people = People.of(identities);
    List<Actor> wrong =
        List.of(
            people.handler(YUECHENG),
            people.reviewer(YUECHENG),
            people.clerk(YUECHENG),
            people.approver(YUECHENG),
            people.cityFinance(),
            people.auditor(),
            people.firm(YUECHENG),
            people.institution(YUECHENG),
            Actor.visitor());
    for (Actor actor : wrong) {
      for (String place : List.of(CITY, YUECHENG)) {
        assertRefused(() -> policies.set(actor, change(place, 1L), RequestKey.fresh()))
            .isEqualTo(Actor.AccessRefusal.ROLE);
        assertThat(policies.maySet(actor, place)).isFalse();
      }
    }
    assertRefused(() -> policies.set(head, change(CITY, 1L), RequestKey.fresh()))
        .isEqualTo(Actor.AccessRefusal.ROLE);
    assertRefused(() -> policies.set(city, change(YUECHENG, 1L), RequestKey.fresh()))
        .isEqualTo(Actor.AccessRefusal.ROLE);
    assertRefused(() -> policies.set(head, change(KEQIAO, 1L), RequestKey.fresh()))
        .isEqualTo(Actor.AccessRefusal.DISTRICT);
    assertThat(policies.maySet(head, KEQIAO)).isFalse();
    assertThat(policies.maySet(head, YUECHENG)).isTrue();
    assertThat(policies.maySet(city, CITY)).isTrue();
  }

  @Test
  @Clause("M13")
  void every_fault_of_a_change_is_named_at_once() {
    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    Policies.Change bad = new Policies.Change(CITY, Parameter.STAFF_AT_MOST, null, yesterday, "x");
    assertThatThrownBy(() -> policies.set(city, bad, RequestKey.fresh()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .isEqualTo(
                        List.of(
                            PolicyRefusal.VALUE_MISSING,
                            PolicyRefusal.FROM_PAST,
                            PolicyRefusal.REASON)));
    assertRefused(() -> policies.set(head, change("110000", 1L), RequestKey.fresh()))
        .isEqualTo(PolicyRefusal.UNKNOWN_PLACE);
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  @Clause("M13")
  void no_parameter_takes_a_value_below_zero_or_beyond_all_bounds(Parameter parameter) {
    for (long value : new long[] {-1, Long.MAX_VALUE}) {
      Policies.Change bad =
          new Policies.Change(
              CITY, parameter, value, LocalDate.parse("2701-01-01"), "because of a test");
      assertRefused(() -> policies.set(city, bad, RequestKey.fresh()))
          .isEqualTo(PolicyRefusal.VALUE);
    }
  }

  @Test
  @Clause("M4")
  void a_period_that_no_clock_can_count_is_refused() {
    for (Parameter parameter :
        List.of(
            Parameter.CONFIRM_WORKING_DAYS, Parameter.NOTICE_DAYS, Parameter.PAY_WORKING_DAYS)) {
      assertThat(parameter.accepts(0)).as(parameter.name()).isFalse();
      assertThat(parameter.accepts(1)).as(parameter.name()).isTrue();
    }
    assertThat(Parameter.RATIO_ABOVE_PERCENT.accepts(100)).isTrue();
    assertThat(Parameter.RATIO_ABOVE_PERCENT.accepts(101)).isFalse();
  }

  @Test
  @Clause("M13")
  void the_same_key_changes_once_and_another_body_is_refused() {
    RequestKey key = RequestKey.fresh();
    LocalDate from = LocalDate.parse("2801-01-01");
    Policies.Change once =
        new Policies.Change(YUECHENG, Parameter.CLAIM_WINDOW_DAYS, 60L, from, "because of a test");
    policies.set(head, once, key);
    policies.set(head, once, key);
    assertThat(policies.history(YUECHENG).stream().filter(row -> row.validFrom().equals(from)))
        .hasSize(1);
    Policies.Change other =
        new Policies.Change(YUECHENG, Parameter.CLAIM_WINDOW_DAYS, 61L, from, "because of a test");
    assertRefused(() -> policies.set(head, other, key)).isEqualTo(KeyRefusal.KEY_REUSED);
  }

  @Test
  void asking_for_what_is_not_there_is_refused_with_its_reason() {
    assertRefused(() -> policies.version(-1)).isEqualTo(PolicyRefusal.UNKNOWN_VERSION);
    assertRefused(() -> policies.history("110000")).isEqualTo(PolicyRefusal.UNKNOWN_PLACE);
    assertRefused(() -> policies.history("1")).isEqualTo(PolicyRefusal.UNKNOWN_PLACE);
    assertRefused(() -> policies.inForce(CITY, LocalDate.parse("2024-12-31")))
        .isEqualTo(PolicyRefusal.NO_RULES);
  }

  @Test
  @Clause("M13")
  void what_is_in_force_names_the_row_it_rests_on() {
    set(head, YUECHENG, Parameter.OBJECTION_WORKING_DAYS, 14L, "2901-01-01");
    assertThat(policies.inForce(YUECHENG, LocalDate.parse("2901-01-01")))
        .hasSize(Parameter.values().length)
        .filteredOn(row -> row.district().equals(YUECHENG))
        .extracting(ParameterChange::parameter)
        .contains(Parameter.OBJECTION_WORKING_DAYS);
  }

  private void set(
      Actor actor, String place, Parameter parameter, @Nullable Long value, String from) {
    policies.set(
        actor,
        new Policies.Change(place, parameter, value, LocalDate.parse(from), "because of a test"),
        RequestKey.fresh());
  }

  private Policies.Change change(String place, long value) {
    return new Policies.Change(
        place,
        Parameter.STAFF_AT_MOST,
        value,
        LocalDate.now(clock).plusYears(900),
        "because of a test");
  }

  private int count(String place, String day) {
    return policies.at(place, LocalDate.parse(day)).count(Parameter.STAFF_AT_MOST);
  }

  private int serviceDays(String place, String day) {
    return policies.at(place, LocalDate.parse(day)).count(Parameter.SERVICE_DAYS);
  }

  private static org.assertj.core.api.ObjectAssert<Object> assertRefused(Runnable act) {
    try {
      act.run();
    } catch (Refused refused) {
      return assertThat((Object) refused.refusals().getFirst());
    }
    throw new AssertionError("was not refused");
  }
}
