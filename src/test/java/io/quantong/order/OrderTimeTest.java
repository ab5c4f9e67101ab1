package io.quantong.order;

import static io.quantong.order.Refusals.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.booking.BookingState;
import io.quantong.booking.Bookings;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.WorkList;
import io.quantong.operation.TimeMachine;
import io.quantong.order.OrderWorld.Story;
import io.quantong.policy.WorkingCalendar;
import io.quantong.voucher.Lot;
import io.quantong.voucher.LotState;
import io.quantong.voucher.Vouchers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What time does to orders; days pass and the daily jobs run as they do in life. */
@IntegrationTest
@TestPropertySource(properties = "quantong.test.world=order-time")
@Clause("M2")
class OrderTimeTest {

  @Autowired OrderWorld world;
  @Autowired OrderChecks checks;
  @Autowired OrderWork work;
  @Autowired Orders orders;
  @Autowired Vouchers vouchers;
  @Autowired Bookings bookings;
  @Autowired WorkingCalendar calendar;
  @Autowired TimeMachine timeMachine;
  @Autowired Clock clock;

  @AfterEach
  void books_stay_in_balance() {
    checks.hold();
  }

  @Test
  void a_provider_who_does_not_answer_in_three_working_days_loses_the_order() {
    Story story = world.story();
    story = story.place(story.stall().time(), 1, world.slot().plusDays(20));
    assertThat(story.order().dueOn()).isEqualTo(calendar.afterWorkingDays(today(), 3).day());
    passUntil(story.order().dueOn());
    assertThat(story.order().state()).isEqualTo(OrderState.PLACED);
    timeMachine.forward(1);
    assertThat(story.order().state()).isEqualTo(OrderState.TIMED_OUT);
    assertThat(lot(story).parts().held()).isEqualTo(Money.ZERO);
    assertThat(bookings.ofOrder(story.id()).orElseThrow().state())
        .isEqualTo(BookingState.TIMED_OUT);
    assertThat(orders.history(story.firm(), story.id()).getLast().event()).isEqualTo("TIME_OUT");
  }

  @Test
  void a_new_price_nobody_answers_ends_the_order() {
    Story story = world.in(OrderState.REPRICED);
    assertThat(story.order().dueOn()).isEqualTo(calendar.afterWorkingDays(today(), 3).day());
    passUntil(story.order().dueOn());
    assertThat(story.order().state()).isEqualTo(OrderState.REPRICED);
    timeMachine.forward(1);
    assertThat(story.order().state()).isEqualTo(OrderState.CANCELLED);
    assertThat(lot(story).parts().available()).isEqualTo(OrderWorld.FACE);
  }

  @Test
  void silence_over_the_acceptance_period_accepts_and_captures() {
    Story story = world.in(OrderState.DELIVERED);
    assertThat(story.order().dueOn()).isEqualTo(calendar.afterCalendarDays(today(), 10).day());
    passUntil(story.order().dueOn());
    assertThat(story.order().state()).isEqualTo(OrderState.DELIVERED);
    timeMachine.forward(1);
    assertThat(story.order().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(story.order().completedOn()).isEqualTo(today());
    assertThat(lot(story).parts().used()).isEqualTo(Money.yuan(11_800));
    assertThat(story.seen().detail().rating()).isNull();
  }

  @Test
  void who_waits_longer_than_the_service_may_take_gets_out_and_loses_no_voucher() {
    Story story = world.in(OrderState.IN_SERVICE);
    assertThat(story.seen().may()).doesNotContain(OrderEvent.CANCEL);
    Story running = story;
    assertThat(codesOf(() -> running.cancel(running.firm())))
        .containsExactly("order.refusal.NOT_OVERDUE");
    passUntil(story.order().dueOn());
    assertThat(codesOf(() -> running.cancel(running.firm())))
        .containsExactly("order.refusal.NOT_OVERDUE");
    timeMachine.forward(1);
    assertThat(story.seen().next().key()).isEqualTo("order.next.IN_SERVICE.late");
    assertThat(work.waitingFor(story.firm()))
        .extracting(WorkList.Item::key)
        .contains("order.work.service_late");
    assertThat(story.seen().may()).contains(OrderEvent.CANCEL);
    story.cancel(story.firm());
    Lot lot = lot(story);
    assertThat(lot.state()).isEqualTo(LotState.ACTIVE);
    assertThat(lot.parts().available()).isEqualTo(Money.yuan(11_800));
    assertThat(lot.validUntil()).isAfter(today());
  }

  @Test
  void a_late_service_may_still_be_delivered_while_nobody_cancels() {
    Story story = world.in(OrderState.IN_SERVICE);
    passUntil(story.order().dueOn());
    timeMachine.forward(2);
    assertThat(story.deliver().order().state()).isEqualTo(OrderState.DELIVERED);
    story.acceptResult();
    assertThat(lot(story).parts().used()).isEqualTo(Money.yuan(11_800));
  }

  @Test
  void a_dispute_nobody_answers_can_be_ended_by_the_one_who_disputes() {
    Story story = world.in(OrderState.DISPUTED);
    assertThat(story.order().dueOn()).isEqualTo(calendar.afterCalendarDays(today(), 10).day());
    Story waiting = story;
    assertThat(codesOf(() -> waiting.cancel(waiting.firm())))
        .containsExactly("order.refusal.NOT_OVERDUE");
    passUntil(story.order().dueOn());
    timeMachine.forward(1);
    assertThat(work.waitingFor(story.firm()))
        .extracting(WorkList.Item::key)
        .contains("order.work.answer_late");
    story.cancel(story.firm());
    assertThat(story.order().state()).isEqualTo(OrderState.CANCELLED);
    assertThat(lot(story).parts().available()).isEqualTo(OrderWorld.FACE);
  }

  @Test
  void who_cancels_after_the_lot_expired_gives_the_money_back_to_the_budget() {
    Story story = world.in(OrderState.ACCEPTED);
    passUntil(lot(story).validUntil());
    timeMachine.forward(1);
    assertThat(lot(story).parts().held()).isEqualTo(Money.yuan(11_800));
    story.cancel(story.firm());
    assertThat(lot(story).state()).isEqualTo(LotState.EXPIRED);
    assertThat(lot(story).parts().expired()).isEqualTo(OrderWorld.FACE);
  }

  @Test
  void a_provider_who_cancels_after_the_lot_expired_costs_the_firm_nothing() {
    Story story = world.in(OrderState.ACCEPTED);
    passUntil(lot(story).validUntil());
    timeMachine.forward(1);
    story.cancel(story.stall().manager());
    assertThat(lot(story).state()).isEqualTo(LotState.ACTIVE);
    assertThat(lot(story).parts().available()).isEqualTo(Money.yuan(11_800));
    assertThat(lot(story).validUntil()).isAfter(today());
  }

  @Test
  void what_was_held_in_time_is_captured_after_expiry() {
    Story story = world.in(OrderState.IN_SERVICE);
    passUntil(lot(story).validUntil());
    timeMachine.forward(1);
    story.deliver().acceptResult();
    assertThat(lot(story).parts().used()).isEqualTo(Money.yuan(11_800));
  }

  @Test
  void purchases_count_together_for_ninety_days() {
    Story story = world.in(OrderState.COMPLETED);
    timeMachine.forward(89);
    Actor firm = world.withLot(story.firm(), OrderWorld.FACE);
    assertThat(story.placement(story.stall().test(), 10, null).shown().voucher())
        .isEqualTo(Money.yuan(3_400));
    timeMachine.forward(2);
    assertThat(orders.quote(firm, wish(story)).voucher()).isEqualTo(Money.yuan(6_800));
  }

  @Test
  void the_work_list_tells_each_side_its_part_and_nobody_else() {
    Story placed = world.in(OrderState.PLACED);
    assertThat(keys(placed.stall().technician())).containsExactly("order.work.answer");
    assertThat(keys(placed.firm())).isEmpty();
    placed.accept();
    assertThat(keys(placed.firm())).containsExactly("order.work.sign");
    assertThat(keys(placed.stall().manager())).isEmpty();
    placed.settle();
    assertThat(keys(placed.firm())).isEmpty();
    assertThat(keys(placed.stall().manager())).containsExactly("order.work.start");
    placed.start();
    assertThat(keys(placed.stall().manager())).containsExactly("order.work.deliver");
    placed.deliver();
    assertThat(keys(placed.firm())).containsExactly("order.work.accept_result");
    placed.dispute();
    assertThat(keys(placed.stall().manager())).containsExactly("order.work.dispute");
    assertThat(keys(world.people().auditor())).isEmpty();
    assertThat(keys(Actor.visitor())).isEmpty();
  }

  private List<String> keys(Actor actor) {
    return work.waitingFor(actor).stream().map(WorkList.Item::key).toList();
  }

  private static Checkout.Wish wish(Story story) {
    return new Checkout.Wish(story.stall().test().id(), 10, null, null, true);
  }

  private void passUntil(@Nullable LocalDate day) {
    long days = ChronoUnit.DAYS.between(today(), Objects.requireNonNull(day));
    if (days > 0) {
      timeMachine.forward(Math.toIntExact(days));
    }
  }

  private Lot lot(Story story) {
    return vouchers.lots(story.firm(), story.firm().organisationId()).getFirst();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
