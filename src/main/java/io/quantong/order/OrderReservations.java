package io.quantong.order;

import io.quantong.booking.Booking;
import io.quantong.booking.BookingState;
import io.quantong.booking.Bookings;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.voucher.Quote;
import io.quantong.voucher.Vouchers;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an order reserves and later uses up: instrument time and vouchers. */
@Component
class OrderReservations {

  private final Bookings bookings;
  private final Vouchers vouchers;

  OrderReservations(Bookings bookings, Vouchers vouchers) {
    this.bookings = bookings;
    this.vouchers = vouchers;
  }

  boolean commitmentSigned(UUID beneficiary) {
    return vouchers.commitmentSigned(beneficiary);
  }

  List<ServiceRecord.Owed> captured(UUID orderId) {
    return vouchers.captured(orderId).stream()
        .map(share -> new ServiceRecord.Owed(share.district(), share.year(), share.amount()))
        .toList();
  }

  Quote quote(UUID beneficiary, Money price, Vouchers.Earlier earlier) {
    return vouchers.quote(beneficiary, price, earlier);
  }

  void book(Actor actor, UUID orderId, UUID instrument, LocalDateTime start, LocalDateTime end) {
    bookings.request(
        actor, new Bookings.NewBooking(orderId, instrument, actor.organisationId(), start, end));
  }

  List<Refusal> againstTime(UUID instrument, LocalDateTime start, LocalDateTime end) {
    return bookings.against(instrument, new Bookings.Slot(start, end));
  }

  Optional<Booking> booking(UUID orderId) {
    return bookings.ofOrder(orderId);
  }

  void confirmTime(Actor actor, OrderFacts facts) {
    if (facts.subject().start() != null) {
      bookings.confirm(actor, facts.order().id());
    }
  }

  /** Passes a log line on to the booking, which has its own life cycle. */
  void logTime(Actor actor, OrderFacts facts, LogEntry entry) {
    // After a dispute the booking is over; what is done again is only a line of the order's log.
    UUID orderId = facts.order().id();
    if (facts.subject().start() == null
        || facts.order().state() != OrderState.IN_SERVICE
        || booking(orderId).filter(OrderReservations::running).isEmpty()) {
      return;
    }
    switch (entry.kind()) {
      case ARRIVAL -> checkIn(actor, orderId, entry);
      case RUN ->
          bookings.complete(
              actor,
              orderId,
              new Bookings.UsageEntry(
                  entry.started(), entry.ended(), entry.operator(), entry.samples(), entry.note()));
    }
  }

  /** Holds the deduction shown; no call where nothing is to be held. */
  void hold(Actor actor, Order order, Money price, Money expected, Vouchers.Earlier earlier) {
    if (expected.isPositive()) {
      vouchers.hold(
          actor,
          new Vouchers.HoldRequest(
              order.id(), order.number(), order.beneficiaryId(), price, earlier, expected));
    }
  }

  /** Gives back what is held, and nothing else. */
  void releaseVouchers(Actor actor, Order order, Vouchers.Cause cause) {
    if (order.price().voucher().isPositive()) {
      vouchers.release(actor, order.id(), cause);
    }
  }

  /** Everything reserved for an order that comes to nothing goes back. */
  void giveUp(Actor actor, OrderFacts facts, String why, Vouchers.Cause cause) {
    UUID orderId = facts.order().id();
    // Time that has been used, or was missed, is spent and cannot be given back.
    if (facts.subject().start() != null
        && booking(orderId).filter(OrderReservations::waiting).isPresent()) {
      bookings.release(actor, orderId, why);
    }
    releaseVouchers(actor, facts.order(), cause);
  }

  /** A second arrival, of more samples perhaps, is only a line of the order's log. */
  private void checkIn(Actor actor, UUID orderId, LogEntry entry) {
    boolean first =
        booking(orderId).filter(one -> one.state() == BookingState.CONFIRMED).isPresent();
    if (first) {
      bookings.checkIn(actor, orderId, entry.started());
    }
  }

  /** After a missed slot both sides may agree on another time; then only the order's log knows. */
  private static boolean running(Booking booking) {
    return switch (booking.state()) {
      case CONFIRMED, CHECKED_IN, COMPLETED -> true;
      case REQUESTED, DECLINED, TIMED_OUT, CANCELLED, NO_SHOW -> false;
    };
  }

  private static boolean waiting(Booking booking) {
    return switch (booking.state()) {
      case REQUESTED, CONFIRMED -> true;
      case DECLINED, TIMED_OUT, CHECKED_IN, COMPLETED, CANCELLED, NO_SHOW -> false;
    };
  }

  void capture(Actor actor, Order order) {
    if (order.price().voucher().isPositive()) {
      vouchers.capture(actor, order.id());
    }
  }

  void reverse(Actor actor, UUID orderId, Money amount) {
    if (amount.isPositive()) {
      vouchers.reverse(actor, orderId, amount);
    }
  }
}
