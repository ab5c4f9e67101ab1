package io.quantong.booking.web;

import io.quantong.booking.Bookings.Slot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Days and weeks for pages. */
final class Days {

  private Days() {}

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Slots in time order under the day on which they begin. */
  static Map<LocalDate, List<Slot>> byDay(List<Slot> slots) {
    Map<LocalDate, List<Slot>> days = new LinkedHashMap<>();
    for (Slot slot : slots) {
      days.computeIfAbsent(slot.start().toLocalDate(), day -> new ArrayList<>()).add(slot);
    }
    return days;
  }
}
