package io.quantong.booking;

import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.Instruments;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Instrument time (M2): two live bookings of one instrument never overlap. */
@Service
public class Bookings {

  /** Longest stretch of days asked for at once. */
  static final int MOST_DAYS = 62;

  private final Instruments instruments;
  private final BookingRepository bookings;
  private final BookingSteps steps;

  Bookings(Instruments instruments, BookingRepository bookings, BookingSteps steps) {
    this.instruments = instruments;
    this.bookings = bookings;
    this.steps = steps;
  }

  /** Free slots of an instrument from a day to a day, both included, in time order. */
  @Transactional(readOnly = true)
  public List<Slot> freeSlots(UUID instrumentId, LocalDate from, LocalDate to) {
    Instrument.BookingRules rules = instruments.instrument(instrumentId).rules();
    LocalDate last = to.isAfter(from.plusDays(MOST_DAYS)) ? from.plusDays(MOST_DAYS) : to;
    Slot stretch = new Slot(from.atStartOfDay(), last.plusDays(1).atStartOfDay());
    List<Slot> taken =
        bookings.live(instrumentId, stretch).stream().map(Reservation::time).toList();
    LocalDateTime now = steps.now();
    List<Slot> free = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
      for (Slot slot : SlotRules.slots(rules, day)) {
        boolean open = SlotRules.inReach(rules, slot, now);
        if (open && taken.stream().noneMatch(other -> SlotRules.overlap(slot, other))) {
          free.add(slot);
        }
      }
    }
    return free;
  }

  /** The next free slots of an instrument, as far ahead as bookings are taken. */
  @Transactional(readOnly = true)
  public List<Slot> nextFree(UUID instrumentId, int most) {
    LocalDate today = steps.now().toLocalDate();
    return freeSlots(instrumentId, today, today.plusDays(MOST_DAYS)).stream().limit(most).toList();
  }

  /** The week of an instrument as everybody may see it: what is free, not who has the rest. */
  @Transactional(readOnly = true)
  public Week week(UUID instrumentId, LocalDate day) {
    Instrument.BookingRules rules = instruments.instrument(instrumentId).rules();
    List<Reservation> live = bookings.live(instrumentId, WeekGrid.stretch(day));
    return new WeekGrid(rules, live, steps.now(), false).week(day);
  }

  /**
   * Books for an order: REQUESTED. Refused when outside the rules or taken. Local time of the city.
   */
  @Transactional
  public Booking request(Actor actor, NewBooking booking) {
    actor.require(Role.BENEFICIARY, Role.SYSTEM);
    actor.requireOrganisation(booking.organisationId());
    Instrument instrument = instruments.instrument(booking.instrumentId());
    Slot wanted = new Slot(booking.start(), booking.end());
    Refused.ifAny(SlotRules.check(instrument.rules(), wanted, steps.now()));
    Reservation row =
        new Reservation(
            Ids.next(),
            booking.instrumentId(),
            instrument.ownerId(),
            booking.orderId(),
            booking.organisationId(),
            actor.organisationName(),
            wanted,
            BookingState.REQUESTED,
            "");
    if (!bookings.insert(row)) {
      boolean own = bookings.ofOrder(booking.orderId()).isPresent();
      throw new Refused(
          own
              ? BookingRefusal.ORDER_HAS_TIME
              : BookingRefusal.TAKEN.about(wanted.start(), wanted.end()));
    }
    steps.began(actor, row, BookingEvent.REQUEST);
    return booking(row);
  }

  /** Why a time cannot be booked now: against the rules, or taken; empty when it can. */
  @Transactional(readOnly = true)
  public List<Refusal> against(UUID instrumentId, Slot wanted) {
    List<Refusal> faults =
        SlotRules.check(instruments.instrument(instrumentId).rules(), wanted, steps.now());
    boolean taken = faults.isEmpty() && !bookings.live(instrumentId, wanted).isEmpty();
    return taken
        ? List.of(BookingRefusal.TAKEN.about(wanted.start(), wanted.end()))
        : List.copyOf(faults);
  }

  /** The live or last booking of an order. */
  @Transactional(readOnly = true)
  public Optional<Booking> ofOrder(UUID orderId) {
    return bookings.ofOrder(orderId).map(this::booking);
  }

  /** The provider accepts: CONFIRMED. */
  @Transactional
  public void confirm(Actor actor, UUID orderId) {
    steps.move(actor, atDesk(actor, orderId), BookingEvent.CONFIRM, null);
  }

  /**
   * Ends a booking that has not begun (DECLINED, TIMED_OUT or CANCELLED by its state and actor).
   * One that is over already, because nobody came or the time passed unanswered, stays as it is.
   */
  @Transactional
  public void release(Actor actor, UUID orderId, String reason) {
    Reservation row = steps.lockedOfOrder(orderId);
    boolean byProvider = byProvider(actor, row);
    if (!byProvider && !actor.is(Role.SYSTEM)) {
      actor.require(Role.BENEFICIARY);
      actor.requireOrganisation(row.organisationId());
    }
    if (!BookingLifecycle.OVER.contains(row.state())) {
      steps.move(actor, row, ending(actor, row, byProvider), reason);
    }
  }

  /** The user is there: CHECKED_IN. */
  @Transactional
  public void checkIn(Actor actor, UUID orderId, LocalDateTime at) {
    arrive(actor, atDesk(actor, orderId), at);
  }

  /**
   * The run is over: COMPLETED, with the hours that count as usage log. Who forgot to check in is
   * checked in with the begin of the run; a further run is added to the log.
   */
  @Transactional
  public void complete(Actor actor, UUID orderId, UsageEntry usage) {
    Reservation row = atDesk(actor, orderId);
    if (row.state() == BookingState.CONFIRMED) {
      arrive(actor, row, usage.start());
      row = steps.lockedOfOrder(orderId);
    }
    boolean again = row.state() == BookingState.COMPLETED;
    steps.move(actor, row, again ? BookingEvent.LOG_RUN : BookingEvent.COMPLETE, null);
    bookings.addUsage(row.id(), usage);
  }

  private void arrive(Actor actor, Reservation row, LocalDateTime at) {
    steps.move(actor, row, BookingEvent.CHECK_IN, null);
    bookings.checkedIn(row.id(), at);
  }

  private Reservation atDesk(Actor actor, UUID orderId) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.SYSTEM);
    Reservation row = steps.lockedOfOrder(orderId);
    actor.requireOrganisation(row.providerOrganisation());
    return row;
  }

  private static boolean byProvider(Actor actor, Reservation row) {
    return actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN)
        && actor.organisationId().equals(row.providerOrganisation());
  }

  private static BookingEvent ending(Actor actor, Reservation row, boolean byProvider) {
    if (row.state() != BookingState.REQUESTED) {
      return BookingEvent.CANCEL;
    }
    if (actor.is(Role.SYSTEM)) {
      return BookingEvent.TIME_OUT;
    }
    return byProvider ? BookingEvent.DECLINE : BookingEvent.CANCEL;
  }

  private Booking booking(Reservation row) {
    return new Booking(
        row.id(),
        Optional.ofNullable(row.orderId()).orElseThrow(),
        row.instrumentId(),
        row.organisationId(),
        row.time().start(),
        row.time().end(),
        row.state(),
        row.state() == BookingState.COMPLETED ? whole(bookings.usage(row.id())) : null);
  }

  /** All runs as one: from the first begin to the last end. */
  private static @Nullable UsageEntry whole(List<UsageEntry> runs) {
    if (runs.isEmpty()) {
      return null;
    }
    UsageEntry last = runs.getLast();
    LocalDateTime end =
        runs.stream().map(UsageEntry::end).max(LocalDateTime::compareTo).orElseThrow();
    int samples = runs.stream().mapToInt(UsageEntry::samples).sum();
    return new UsageEntry(runs.getFirst().start(), end, last.operator(), samples, last.note());
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
