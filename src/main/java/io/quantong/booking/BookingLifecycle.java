package io.quantong.booking;

import static io.quantong.booking.BookingState.CANCELLED;
import static io.quantong.booking.BookingState.CHECKED_IN;
import static io.quantong.booking.BookingState.COMPLETED;
import static io.quantong.booking.BookingState.CONFIRMED;
import static io.quantong.booking.BookingState.DECLINED;
import static io.quantong.booking.BookingState.NO_SHOW;
import static io.quantong.booking.BookingState.REQUESTED;
import static io.quantong.booking.BookingState.TIMED_OUT;

import io.quantong.kernel.Lifecycle;
import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a booking (product section 5). A request may be cancelled too, because its order may;
 * a completed run may be followed by another.
 */
final class BookingLifecycle {

  static final Lifecycle<BookingState, BookingEvent> TABLE =
      Lifecycle.of("booking", BookingState.class, BookingEvent.class)
          .step(REQUESTED, BookingEvent.CONFIRM, CONFIRMED)
          .step(REQUESTED, BookingEvent.DECLINE, DECLINED)
          .step(REQUESTED, BookingEvent.TIME_OUT, TIMED_OUT)
          .step(REQUESTED, BookingEvent.CANCEL, CANCELLED)
          .step(CONFIRMED, BookingEvent.CHECK_IN, CHECKED_IN)
          .step(CONFIRMED, BookingEvent.CANCEL, CANCELLED)
          .step(CONFIRMED, BookingEvent.MISS, NO_SHOW)
          .step(CHECKED_IN, BookingEvent.COMPLETE, COMPLETED)
          .step(COMPLETED, BookingEvent.LOG_RUN, COMPLETED)
          .build();

  /** States in which the time is taken; the database lets no two of them overlap. */
  static final Set<BookingState> LIVE = EnumSet.of(REQUESTED, CONFIRMED, CHECKED_IN);

  /** States in which nothing is left to give back. */
  static final Set<BookingState> OVER = EnumSet.of(DECLINED, TIMED_OUT, CANCELLED, NO_SHOW);

  private BookingLifecycle() {}
}
