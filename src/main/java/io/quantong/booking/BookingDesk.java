package io.quantong.booking;

import io.quantong.booking.Bookings.Slot;
import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.Instruments;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar of a provider: its week, closed time, missed bookings, usage log (M2). */
@Service
public class BookingDesk {

  private static final int LONGEST_REASON = 200;
  private static final Duration LONGEST_CLOSING = Duration.ofDays(92);
  private static final int MOST_ROWS = 500;

  /** How far back unsettled bookings are asked for. */
  static final int WEEKS_BACK = 8;

  private static final int WEEKS_AHEAD = 2;

  private final Instruments instruments;
  private final BookingRepository bookings;
  private final BookingSteps steps;
  private final Idempotency idempotency;
  private final ApplicationEventPublisher publisher;

  BookingDesk(
      Instruments instruments,
      BookingRepository bookings,
      BookingSteps steps,
      Idempotency idempotency,
      ApplicationEventPublisher publisher) {
    this.instruments = instruments;
    this.bookings = bookings;
    this.steps = steps;
    this.idempotency = idempotency;
    this.publisher = publisher;
  }

  /** The week of an instrument of the actor's own organisation, with who has which slot. */
  @Transactional(readOnly = true)
  public Week week(Actor actor, UUID instrumentId, LocalDate day) {
    Instrument instrument = own(actor, instrumentId);
    List<Reservation> all = bookings.calendar(instrumentId, WeekGrid.stretch(day));
    return new WeekGrid(instrument.rules(), all, steps.now(), true).week(day);
  }

  /** What is reserved in a week on an instrument of the actor's organisation, in time order. */
  @Transactional(readOnly = true)
  public List<Reservation> reservations(Actor actor, UUID instrumentId, LocalDate day) {
    own(actor, instrumentId);
    return bookings.calendar(instrumentId, WeekGrid.stretch(day));
  }

  /**
   * Keeps time for the provider itself (maintenance, own work) once per key.
   *
   * @param time local time; at most 92 days, not over already
   * @param reason shown in the calendar of the provider only, at most 200 characters
   */
  @Transactional
  public UUID close(Actor actor, UUID instrumentId, Slot time, String reason, RequestKey key) {
    Instrument instrument = own(actor, instrumentId);
    Refused.ifAny(faults(time, reason));
    Closing wanted = new Closing(instrumentId, time, reason.strip());
    return UUID.fromString(
        idempotency.once(
            actor, "booking.close", key, wanted, () -> insert(actor, instrument, wanted)));
  }

  private record Closing(UUID instrument, Slot time, String reason) {}

  /** Opens time again that was closed. */
  @Transactional
  public Reservation reopen(Actor actor, UUID id) {
    Reservation row = atDesk(actor, id);
    if (!row.closing()) {
      throw new Refused(BookingRefusal.UNKNOWN);
    }
    steps.move(actor, row, BookingEvent.CANCEL, null);
    return row;
  }

  /**
   * Nobody came: NO_SHOW. Only after the booked time has begun; the order is told.
   *
   * @return the booking as it was
   */
  @Transactional
  public Reservation missed(Actor actor, UUID id) {
    Reservation row = atDesk(actor, id);
    UUID orderId = row.orderId();
    if (orderId == null) {
      throw new Refused(BookingRefusal.UNKNOWN);
    }
    if (steps.now().isBefore(row.time().start())) {
      throw new Refused(BookingRefusal.NOT_BEGUN.about(row.time().start()));
    }
    steps.move(actor, row, BookingEvent.MISS, null);
    publisher.publishEvent(new BookingMissed(orderId));
    return row;
  }

  /** Booked time of the last weeks of which nobody said whether it was used, oldest first. */
  @Transactional(readOnly = true)
  public List<Reservation> unsettled(Actor actor) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
    LocalDateTime now = steps.now();
    return bookings.confirmed(actor.organisationId(), new Slot(now.minusWeeks(WEEKS_BACK), now));
  }

  /** Bookings of the actor's instruments that begin within two weeks, in time order. */
  @Transactional(readOnly = true)
  public List<Reservation> coming(Actor actor) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
    LocalDateTime now = steps.now();
    Slot ahead = new Slot(now.toLocalDate().atStartOfDay(), now.plusWeeks(WEEKS_AHEAD));
    return bookings.liveOrders(actor.organisationId(), ahead);
  }

  /** The runs of the actor's organisation that began from a day to a day, both included. */
  @Transactional(readOnly = true)
  public List<UsageLine> usage(Actor actor, LocalDate from, LocalDate to) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE);
    return bookings.usageOf(
        actor.organisationId(), new Slot(from.atStartOfDay(), to.plusDays(1).atStartOfDay()));
  }

  /** Bookings of the actor's organisation, as user or as provider, latest first, at most 500. */
  @Transactional(readOnly = true)
  public List<Reservation> own(Actor actor) {
    actor.require(
        Role.BENEFICIARY, Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE);
    List<Reservation> found = new ArrayList<>();
    if (actor.is(Role.BENEFICIARY)) {
      found.addAll(bookings.ofOrganisation(actor.organisationId(), false, MOST_ROWS));
    }
    if (actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE)) {
      found.addAll(bookings.ofOrganisation(actor.organisationId(), true, MOST_ROWS));
    }
    return found.stream().distinct().toList();
  }

  private String insert(Actor actor, Instrument instrument, Closing wanted) {
    Reservation row =
        new Reservation(
            Ids.next(),
            instrument.id(),
            instrument.ownerId(),
            null,
            actor.organisationId(),
            actor.organisationName(),
            wanted.time(),
            BookingState.CONFIRMED,
            wanted.reason());
    if (!bookings.insert(row)) {
      throw new Refused(BookingRefusal.TAKEN.about(wanted.time().start(), wanted.time().end()));
    }
    steps.began(actor, row, BookingEvent.CLOSE_TIME);
    return row.id().toString();
  }

  private List<Refusal> faults(Slot time, String reason) {
    List<Refusal> faults = new ArrayList<>();
    if (!time.start().isBefore(time.end())) {
      faults.add(BookingRefusal.BACKWARDS);
    } else if (Duration.between(time.start(), time.end()).compareTo(LONGEST_CLOSING) > 0) {
      faults.add(BookingRefusal.TOO_LONG.about(LONGEST_CLOSING.toDays()));
    }
    if (time.end().isBefore(steps.now())) {
      faults.add(BookingRefusal.PAST);
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      faults.add(BookingRefusal.REASON_MISSING.about(LONGEST_REASON));
    }
    return faults;
  }

  private Instrument own(Actor actor, UUID instrumentId) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
    Instrument instrument = instruments.instrument(instrumentId);
    actor.requireOrganisation(instrument.ownerId());
    return instrument;
  }

  private Reservation atDesk(Actor actor, UUID id) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
    Reservation row = steps.locked(id);
    actor.requireOrganisation(row.providerOrganisation());
    return row;
  }

  /** Local time of the city, for pages that show today first. */
  public LocalDateTime now() {
    return steps.now();
  }
}
