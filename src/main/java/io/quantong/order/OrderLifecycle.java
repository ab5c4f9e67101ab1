package io.quantong.order;

import static io.quantong.order.OrderEvent.ACCEPT;
import static io.quantong.order.OrderEvent.ACCEPT_RESULT;
import static io.quantong.order.OrderEvent.AUTO_ACCEPT;
import static io.quantong.order.OrderEvent.CANCEL;
import static io.quantong.order.OrderEvent.CLOSE;
import static io.quantong.order.OrderEvent.CONFIRM_PRICE;
import static io.quantong.order.OrderEvent.DECLINE;
import static io.quantong.order.OrderEvent.DELIVER;
import static io.quantong.order.OrderEvent.DISPUTE;
import static io.quantong.order.OrderEvent.LOG;
import static io.quantong.order.OrderEvent.PART_REFUND;
import static io.quantong.order.OrderEvent.PAY_OWN;
import static io.quantong.order.OrderEvent.PLACE;
import static io.quantong.order.OrderEvent.REFUND;
import static io.quantong.order.OrderEvent.REPRICE;
import static io.quantong.order.OrderEvent.SIGN;
import static io.quantong.order.OrderEvent.START;
import static io.quantong.order.OrderEvent.TIME_OUT;
import static io.quantong.order.OrderState.ACCEPTED;
import static io.quantong.order.OrderState.CANCELLED;
import static io.quantong.order.OrderState.CLOSED;
import static io.quantong.order.OrderState.COMPLETED;
import static io.quantong.order.OrderState.DECLINED;
import static io.quantong.order.OrderState.DELIVERED;
import static io.quantong.order.OrderState.DISPUTED;
import static io.quantong.order.OrderState.DRAFT;
import static io.quantong.order.OrderState.IN_SERVICE;
import static io.quantong.order.OrderState.PLACED;
import static io.quantong.order.OrderState.REFUNDED;
import static io.quantong.order.OrderState.REPRICED;
import static io.quantong.order.OrderState.TIMED_OUT;

import io.quantong.kernel.Lifecycle;
import java.util.EnumSet;
import java.util.Set;

/** The life cycle of an order (product section 5). Rows that keep the state only leave a record. */
final class OrderLifecycle {

  static final Lifecycle<OrderState, OrderEvent> TABLE =
      Lifecycle.of("order", OrderState.class, OrderEvent.class)
          .step(DRAFT, PLACE, PLACED)
          .step(PLACED, ACCEPT, ACCEPTED)
          .step(PLACED, DECLINE, DECLINED)
          .step(PLACED, TIME_OUT, TIMED_OUT)
          .step(PLACED, CANCEL, CANCELLED)
          .step(ACCEPTED, REPRICE, REPRICED)
          .step(ACCEPTED, SIGN, ACCEPTED)
          .step(ACCEPTED, PAY_OWN, ACCEPTED)
          .step(ACCEPTED, START, IN_SERVICE)
          .step(ACCEPTED, CANCEL, CANCELLED)
          .step(REPRICED, CONFIRM_PRICE, ACCEPTED)
          .step(REPRICED, CANCEL, CANCELLED)
          .step(REPRICED, TIME_OUT, CANCELLED)
          .step(IN_SERVICE, LOG, IN_SERVICE)
          .step(IN_SERVICE, DELIVER, DELIVERED)
          .step(IN_SERVICE, CANCEL, CANCELLED)
          .step(DELIVERED, ACCEPT_RESULT, COMPLETED)
          .step(DELIVERED, AUTO_ACCEPT, COMPLETED)
          .step(DELIVERED, DISPUTE, DISPUTED)
          .step(DISPUTED, LOG, DISPUTED)
          .step(DISPUTED, DELIVER, DELIVERED)
          .step(DISPUTED, CANCEL, CANCELLED)
          .step(COMPLETED, PART_REFUND, COMPLETED)
          .step(COMPLETED, REFUND, REFUNDED)
          .step(COMPLETED, CLOSE, CLOSED)
          .build();

  /** States in which vouchers are held for an order. */
  static final Set<OrderState> HOLDING =
      EnumSet.of(PLACED, ACCEPTED, REPRICED, IN_SERVICE, DELIVERED, DISPUTED);

  /** States of orders that came to nothing; they do not count against splitting. */
  static final Set<OrderState> VOID = EnumSet.of(DECLINED, TIMED_OUT, CANCELLED);

  private OrderLifecycle() {}
}
