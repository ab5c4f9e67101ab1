package io.quantong.booking;

import io.quantong.booking.Bookings.Slot;
import io.quantong.booking.Week.Cell;
import io.quantong.booking.Week.Kind;
import io.quantong.booking.Week.Row;
import io.quantong.catalogue.Instrument.BookingRules;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Lays the slots of a week out as a table. Pure. */
final class WeekGrid {

  private final BookingRules rules;
  private final List<Reservation> reservations;
  private final LocalDateTime now;
  private final boolean named;

  /**
   * A grid.
   *
   * @param named false when nobody may see who has a slot
   */
  WeekGrid(BookingRules rules, List<Reservation> reservations, LocalDateTime now, boolean named) {
    this.rules = rules;
    this.reservations = reservations;
    this.now = now;
    this.named = named;
  }

  /** The Monday of a day's week. */
  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The stretch of a day's week. */
  static Slot stretch(LocalDate day) {
    LocalDate monday = monday(day);
    return new Slot(monday.atStartOfDay(), monday.plusDays(7).atStartOfDay());
  }

  Week week(LocalDate day) {
    LocalDate monday = monday(day);
    List<LocalDate> days = IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
    List<List<Slot>> slots = days.stream().map(one -> SlotRules.slots(rules, one)).toList();
    SortedSet<LocalTime> times = new TreeSet<>();
    slots.forEach(list -> list.forEach(slot -> times.add(slot.start().toLocalTime())));
    List<Row> rows = new ArrayList<>();
    for (LocalTime time : times) {
      rows.add(new Row(time, slots.stream().map(list -> cell(list, time)).toList()));
    }
    return new Week(days, rows);
  }

  private Cell cell(List<Slot> slots, LocalTime time) {
    Optional<Slot> found =
        slots.stream().filter(slot -> slot.start().toLocalTime().equals(time)).findFirst();
    return found.map(this::cell).orElseGet(() -> new Cell(Kind.SHUT, null, null));
  }

  private Cell cell(Slot slot) {
    Optional<Reservation> taken =
        reservations.stream().filter(row -> SlotRules.overlap(slot, row.time())).findFirst();
    if (taken.isPresent()) {
      Kind kind = taken.get().closing() ? Kind.CLOSED : Kind.TAKEN;
      return new Cell(kind, slot, named ? taken.get() : null);
    }
    if (SlotRules.inReach(rules, slot, now)) {
      return new Cell(Kind.FREE, slot, null);
    }
    boolean later = slot.start().isAfter(now.plusHours(rules.leadHours()));
    return new Cell(later ? Kind.LATER : Kind.PASSED, slot, null);
  }
}
