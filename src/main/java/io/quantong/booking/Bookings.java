package io.quantong.booking;

import io.quantong.kernel.Actor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Instrument time (M2): two live bookings of one instrument never overlap. */
@Service
public class Bookings {

  /** Free slots of an instrument from a day to a day, both included, in time order. */
  public List<Slot> freeSlots(UUID instrumentId, LocalDate from, LocalDate to) {
    throw new IllegalStateException();
  }

  /** Books for an order: REQUESTED. Refused when outside the rules or taken. Local time of the city. */
  public Booking request(Actor actor, NewBooking booking) {
    throw new IllegalStateException();
  }

  /** The live or last booking of an order. */
  public Optional<Booking> ofOrder(UUID orderId) {
    throw new IllegalStateException();
  }

  /** The provider accepts: CONFIRMED. */
  public void confirm(Actor actor, UUID orderId) {
    throw new IllegalStateException();
  }

  /** Ends a booking that has not begun (DECLINED, TIMED_OUT or CANCELLED by its state and actor). */
  public void release(Actor actor, UUID orderId, String reason) {
    throw new IllegalStateException();
  }

  /** The user is there: CHECKED_IN. */
  public void checkIn(Actor actor, UUID orderId, LocalDateTime at) {
    throw new IllegalStateException();
  }

  /** The run is over: COMPLETED, with the hours that count as usage log. */
  public void complete(Actor actor, UUID orderId, UsageEntry usage) {
    throw new IllegalStateException();
  }

  /**
   * A stretch of free time.
   *
   * @param start local time
   * @param end local time
   */
  public record Slot(LocalDateTime start, LocalDateTime end) {}

  /**
   * Wanted time.
   *
   * @param orderId the order it belongs to
   * @param instrumentId the instrument
   * @param organisationId who will use it
   * @param start local time
   * @param end local time
   */
  public record NewBooking(
      UUID orderId,
      UUID instrumentId,
      UUID organisationId,
      LocalDateTime start,
      LocalDateTime end) {}

  /**
   * What really ran.
   *
   * @param start local time
   * @param end local time
   * @param operator who ran the instrument
   * @param samples how many samples
   * @param note free words
   */
  public record UsageEntry(
      LocalDateTime start, LocalDateTime end, String operator, int samples, String note) {}
}
