package io.quantong.order;

import io.quantong.booking.BookingUnanswered;
import io.quantong.kernel.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An order whose booked time came before anybody answered it has timed out. */
@Component
class UnansweredTime {

  private final OrderSteps steps;
  private final OrderEndings endings;

  UnansweredTime(OrderSteps steps, OrderEndings endings) {
    this.steps = steps;
    this.endings = endings;
  }

  @EventListener
  void on(BookingUnanswered unanswered) {
    OrderFacts facts = steps.lock(unanswered.orderId());
    if (facts.order().state() == OrderState.PLACED) {
      endings.timeOut(Actor.system(), facts);
    }
  }
}
