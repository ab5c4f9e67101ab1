package io.quantong.order;

import io.quantong.booking.BookingState;
import io.quantong.kernel.SelfCheck;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Every live order of instrument time has its booking, in a state that fits the order's. */
@Component
class BookingsKept implements SelfCheck {

  private final OrderRepository orders;
  private final OrderReservations reservations;

  BookingsKept(OrderRepository orders, OrderReservations reservations) {
    this.orders = orders;
    this.reservations = reservations;
  }

  @Override
  public String statement() {
    return "selfcheck.order.live_orders_have_bookings";
  }

  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Finding check() {
    return Finding.none(
        orders.liveWithTime().entrySet().stream()
            .filter(
                order ->
                    reservations
                        .booking(order.getKey())
                        .filter(booking -> fits(order.getValue(), booking.state()))
                        .isEmpty())
            .count());
  }

  private static boolean fits(OrderState order, BookingState booking) {
    return switch (booking) {
      case REQUESTED -> order == OrderState.PLACED;
      // The time came before the provider's answer; the order ends by its own time limit.
      case TIMED_OUT -> order == OrderState.PLACED;
      // Missed time stays with the order until both sides settle it.
      case CONFIRMED, CHECKED_IN, COMPLETED, NO_SHOW -> order != OrderState.PLACED;
      case DECLINED, CANCELLED -> false;
    };
  }
}
