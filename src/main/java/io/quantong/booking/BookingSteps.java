package io.quantong.booking;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Refused;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place in which a booking changes its state: table, row and record. */
@Component
class BookingSteps {

  private final BookingRepository bookings;
  private final EventLog log;
  private final Clock clock;

  BookingSteps(BookingRepository bookings, EventLog log, Clock clock) {
    this.bookings = bookings;
    this.log = log;
    this.clock = clock;
  }

  /** Local time of the city. */
  LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  /** The booking of an order, its row locked until the transaction ends. */
  Reservation lockedOfOrder(UUID orderId) {
    return bookings.lockOfOrder(orderId).orElseThrow(() -> new Refused(BookingRefusal.UNKNOWN));
  }

  Reservation locked(UUID id) {
    return bookings.lock(id).orElseThrow(() -> new Refused(BookingRefusal.UNKNOWN));
  }

  void began(Actor actor, Reservation row, BookingEvent event) {
    Map<String, String> facts =
        Map.of(
            "start", row.time().start().toString(),
            "end", row.time().end().toString(),
            "instrument", row.instrumentId().toString());
    log.append(
        Transition.of(BookingLifecycle.TABLE.subject(), row.id(), event, null, row.state()),
        actor,
        row.note().isEmpty() ? null : row.note(),
        null,
        facts);
  }

  /** Moves a booking by the table and returns its new state. */
  BookingState move(Actor actor, Reservation row, BookingEvent event, @Nullable String reason) {
    BookingState to = BookingLifecycle.TABLE.next(row.state(), event);
    if (to != row.state()) {
      bookings.move(row.id(), to, reason);
    }
    log.append(
        Transition.of(BookingLifecycle.TABLE.subject(), row.id(), event, row.state(), to),
        actor,
        reason,
        null,
        Map.of());
    return to;
  }
}
