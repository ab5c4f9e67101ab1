package io.quantong.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Lifecycle.Step;
import io.quantong.kernel.Refused;
import io.quantong.operation.SelfChecks;
import io.quantong.order.OrderWorld.Story;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every state, every event: what the table allows happens, everything else is refused. */
@IntegrationTest
@Clause("M2")
class OrderLifecycleTest {

  @Autowired OrderWorld world;
  @Autowired Orders orders;
  @Autowired OrderDriver driver;
  @Autowired SelfChecks checks;

  @AfterEach
  void books_stay_in_balance() {
    assertThat(checks.now().rows())
        .filteredOn(row -> row.statement().startsWith("selfcheck.") && !row.finding().holds())
        .filteredOn(row -> !row.statement().equals("selfcheck.operation.jobs_ran"))
        .isEmpty();
  }

  static Stream<OrderState> states() {
    return Stream.of(OrderState.values()).filter(state -> state != OrderState.DRAFT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void from_each_state_only_the_events_of_the_table_happen(OrderState state) {
    Set<OrderEvent> allowed = OrderLifecycle.TABLE.eventsFrom(state, OrderEvent.class);
    for (OrderEvent event : EnumSet.complementOf(EnumSet.of(OrderEvent.PLACE))) {
      Story story = driver.in(state);
      if (allowed.contains(event)) {
        driver.fire(story, event);
        assertThat(story.order().state())
            .as("%s %s", state, event)
            .isEqualTo(OrderLifecycle.TABLE.next(state, event));
        DomainEvent last = orders.history(story.firm(), story.id()).getLast();
        assertThat(last.event()).isEqualTo(event.name());
        assertThat(last.policyVersion()).isEqualTo(story.order().policyVersion());
      } else if (!driver.timed(event)) {
        assertThatThrownBy(() -> driver.fire(story, event))
            .as("%s %s", state, event)
            .isInstanceOf(Refused.class);
        assertThat(story.order().state()).as("%s %s", state, event).isEqualTo(state);
      }
    }
    if (allowed.stream().noneMatch(driver::timed)) {
      Story story = driver.in(state);
      driver.expire(story);
      assertThat(story.order().state()).as("%s and time", state).isEqualTo(state);
    }
  }

  @Test
  void every_state_but_the_ends_can_be_left() {
    Set<OrderState> left =
        OrderLifecycle.TABLE.steps().stream().map(Step::from).collect(Collectors.toSet());
    Set<OrderState> ends =
        EnumSet.of(
            OrderState.DECLINED,
            OrderState.TIMED_OUT,
            OrderState.CANCELLED,
            OrderState.REFUNDED,
            OrderState.CLOSED);
    assertThat(EnumSet.complementOf(EnumSet.copyOf(left))).isEqualTo(ends);
  }

  @Test
  void every_state_that_holds_vouchers_has_a_way_out_for_the_one_who_ordered() {
    for (OrderState state : OrderLifecycle.HOLDING) {
      List<OrderEvent> out =
          OrderLifecycle.TABLE.eventsFrom(state, OrderEvent.class).stream()
              .filter(
                  event ->
                      event == OrderEvent.CANCEL
                          || event == OrderEvent.ACCEPT_RESULT
                          || event == OrderEvent.TIME_OUT)
              .toList();
      assertThat(out).as("%s", state).isNotEmpty();
    }
  }
}
