package io.quantong.booking;

import io.quantong.booking.Bookings.Slot;
import io.quantong.catalogue.Instrument.BookingRules;
import io.quantong.catalogue.Instrument.Hours;
import io.quantong.kernel.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Which time can be booked at all, before asking whether it is free. Pure. */
final class SlotRules {

  private SlotRules() {}

  /** Every slot of a day by the weekly hours, in time order; none on a closed day. */
  static List<Slot> slots(BookingRules rules, LocalDate day) {
    List<Slot> slots = new ArrayList<>();
    if (rules.closedDays().contains(day)) {
      return slots;
    }
    for (Hours hours : rules.hours()) {
      if (hours.day() == day.getDayOfWeek()) {
        cut(slots, day.atTime(hours.from()), day.atTime(hours.until()), rules.slotMinutes());
      }
    }
    slots.sort((one, other) -> one.start().compareTo(other.start()));
    return slots;
  }

  /** True when a slot is neither too close nor too far ahead. */
  static boolean inReach(BookingRules rules, Slot slot, LocalDateTime now) {
    return !slot.start().isBefore(earliest(rules, now))
        && !slot.start().toLocalDate().isAfter(latest(rules, now));
  }

  /** Why a wanted time cannot be booked; empty when the rules allow it. */
  static List<Refusal> check(BookingRules rules, Slot wanted, LocalDateTime now) {
    if (!wanted.start().isBefore(wanted.end())) {
      return List.of(BookingRefusal.BACKWARDS);
    }
    List<Refusal> faults = new ArrayList<>();
    LocalDate day = wanted.start().toLocalDate();
    if (rules.closedDays().contains(day)) {
      faults.add(BookingRefusal.CLOSED_DAY.about(day));
    } else if (!wholeSlots(slots(rules, day), wanted)) {
      faults.add(BookingRefusal.OUTSIDE_HOURS.about(rules.slotMinutes()));
    }
    if (wanted.start().isBefore(earliest(rules, now))) {
      faults.add(BookingRefusal.TOO_SOON.about(rules.leadHours()));
    }
    if (day.isAfter(latest(rules, now))) {
      faults.add(BookingRefusal.TOO_FAR.about(rules.horizonDays(), latest(rules, now)));
    }
    return faults;
  }

  /** True when two stretches share an instant. */
  static boolean overlap(Slot one, Slot other) {
    return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
  }

  private static void cut(
      List<Slot> slots, LocalDateTime from, LocalDateTime until, int slotMinutes) {
    Duration length = Duration.ofMinutes(slotMinutes);
    LocalDateTime start = from;
    while (!start.plus(length).isAfter(until)) {
      slots.add(new Slot(start, start.plus(length)));
      start = start.plus(length);
    }
  }

  /** Neighbouring slots without a gap, from the wanted begin to the wanted end. */
  private static boolean wholeSlots(List<Slot> slots, Slot wanted) {
    LocalDateTime reached = wanted.start();
    for (Slot slot : slots) {
      if (slot.start().equals(reached) && reached.isBefore(wanted.end())) {
        reached = slot.end();
      }
    }
    return reached.equals(wanted.end());
  }

  private static LocalDateTime earliest(BookingRules rules, LocalDateTime now) {
    return now.plusHours(rules.leadHours());
  }

  private static LocalDate latest(BookingRules rules, LocalDateTime now) {
    return now.toLocalDate().plusDays(rules.horizonDays());
  }
}
