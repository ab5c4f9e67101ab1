package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way in which an order is locked, moved and recorded. Runs in the caller's transaction.
 */
@Component
class OrderSteps {

  static final String SUBJECT = "order";

  /** Characters of anything a person types. */
  static final int LONGEST_TEXT = 2_000;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final OrderRepository orders;
  private final EventLog events;
  private final Policies policies;
  private final WorkingCalendar calendar;
  private final Clock clock;

  OrderSteps(
      OrderRepository orders,
      EventLog events,
      Policies policies,
      WorkingCalendar calendar,
      Clock clock) {
    this.orders = orders;
    this.events = events;
    this.policies = policies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * A step to be recorded.
   *
   * @param event what happens
   * @param dueOn last day of the time limit that runs afterwards
   * @param reason in the actor's words
   * @param facts amounts and dates
   */
  record Step(
      OrderEvent event,
      @Nullable LocalDate dueOn,
      @Nullable String reason,
      Map<String, String> facts) {

    static Step of(OrderEvent event) {
      return new Step(event, null, null, Map.of());
    }

    Step due(@Nullable LocalDate day) {
      return new Step(event, day, reason, facts);
    }

    Step because(String words) {
      return new Step(event, dueOn, words, facts);
    }

    Step with(Map<String, String> values) {
      return new Step(event, dueOn, reason, values);
    }
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  LocalDateTime localNow() {
    return LocalDateTime.now(clock);
  }

  OrderFacts lock(UUID id) {
    if (!orders.lock(id)) {
      throw unknown();
    }
    return find(id);
  }

  OrderFacts find(UUID id) {
    return orders.find(id).orElseThrow(OrderSteps::unknown);
  }

  /** Locks for the organisation that ordered. */
  OrderFacts lockAsBeneficiary(Actor actor, UUID id) {
    actor.require(Role.BENEFICIARY);
    OrderFacts facts = lock(id);
    actor.requireOrganisation(facts.order().beneficiaryId());
    return facts;
  }

  /** Locks for the organisation that serves. */
  OrderFacts lockAsProvider(Actor actor, UUID id, Role... roles) {
    actor.require(roles);
    OrderFacts facts = lock(id);
    actor.requireOrganisation(facts.parties().providerOrganisationId());
    return facts;
  }

  /** Locks for those who do the daily work of the provider. */
  OrderFacts lockAsDesk(Actor actor, UUID id) {
    return lockAsProvider(actor, id, Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
  }

  /** Refuses what the life cycle does not know. */
  void insist(OrderFacts facts, OrderEvent event) {
    OrderLifecycle.TABLE.next(facts.order().state(), event);
  }

  /** Moves a locked order, records the step and answers with the new state. */
  OrderState move(Actor actor, OrderFacts facts, Step step) {
    Order order = facts.order();
    OrderState to = OrderLifecycle.TABLE.next(order.state(), step.event());
    orders.move(order.id(), to, step.dueOn());
    record(actor, Transition.of(SUBJECT, order.id(), step.event(), order.state(), to), order, step);
    return to;
  }

  /** Records the first step of an order just inserted. */
  void begin(Actor actor, Order order, Map<String, String> facts) {
    Transition transition =
        Transition.of(SUBJECT, order.id(), OrderEvent.PLACE, null, OrderState.PLACED);
    record(actor, transition, order, Step.of(OrderEvent.PLACE).with(facts));
  }

  private void record(Actor actor, Transition transition, Order order, Step step) {
    events.append(transition, actor, step.reason(), order.policyVersion(), step.facts());
  }

  /** The day until which the provider answers. */
  LocalDate answerDue(long policyVersion) {
    int days = count(policyVersion, Parameter.ORDER_ANSWER_WORKING_DAYS);
    return calendar.afterWorkingDays(today(), days).day();
  }

  /** The day until which the service is finished. */
  LocalDate serviceDue(Order order) {
    int days = count(order.policyVersion(), Parameter.SERVICE_DAYS);
    return calendar.afterCalendarDays(today(), days).day();
  }

  /** The day until which the beneficiary accepts. */
  LocalDate acceptanceDue(Order order) {
    int days = count(order.policyVersion(), Parameter.ACCEPTANCE_DAYS);
    return calendar.afterCalendarDays(today(), days).day();
  }

  /** The first day whose orders count together with one of today. */
  LocalDate splittingSince(long policyVersion) {
    return today().minusDays(count(policyVersion, Parameter.ANTI_SPLITTING_DAYS));
  }

  private int count(long policyVersion, Parameter parameter) {
    return policies.version(policyVersion).count(parameter);
  }

  /** The policy for a new order of an organisation of this district. */
  long policyVersionNow(String district) {
    return policies.at(district, today()).version();
  }

  /** A local time as events keep it. */
  static String moment(LocalDateTime time) {
    return MINUTE.format(time);
  }

  /** Insists on words. */
  static String reason(String typed) {
    String reason = typed.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_TEXT) {
      throw new Refused(OrderRefusal.of(OrderRefusal.Reason.REASON_MISSING, LONGEST_TEXT));
    }
    return reason;
  }

  private static Refused unknown() {
    return new Refused(OrderRefusal.of(OrderRefusal.Reason.UNKNOWN));
  }
}
