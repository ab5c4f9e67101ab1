package io.quantong.booking;

import io.quantong.kernel.DailyJob;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds requests whose day is over unanswered and says so; their orders end them. */
@Component
class UnansweredBookings implements DailyJob {

  private static final Logger LOG = LoggerFactory.getLogger(UnansweredBookings.class);

  private final BookingRepository bookings;
  private final ApplicationEventPublisher publisher;
  private final TransactionTemplate transaction;

  UnansweredBookings(
      BookingRepository bookings,
      ApplicationEventPublisher publisher,
      TransactionTemplate transaction) {
    this.bookings = bookings;
    this.publisher = publisher;
    this.transaction = transaction;
  }

  @Override
  public String name() {
    return "booking.unanswered";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public int run(LocalDate day) {
    return bookings.unansweredBefore(day).stream().mapToInt(this::one).sum();
  }

  /** Each in its own transaction, so that one that fails does not stop the others. */
  private int one(UUID orderId) {
    try {
      transaction.executeWithoutResult(
          status -> publisher.publishEvent(new BookingUnanswered(orderId)));
      return 1;
    } catch (RuntimeException fault) {
      LOG.error("unanswered time of order {} could not be given back", orderId, fault);
      return 0;
    }
  }
}
