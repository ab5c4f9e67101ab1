package io.quantong.order.web;

import io.quantong.booking.Bookings.Slot;
import io.quantong.order.web.CheckoutSheet.Day;
import io.quantong.order.web.CheckoutSheet.Free;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Free slots as the checkout page offers them. Pure. */
final class FreeTime {

  private FreeTime() {}

  /** Fills in an end that is missing: the end of the slot that holds the begin. */
  static WishForm withEnd(WishForm form, List<Slot> free) {
    LocalDateTime start = form.start();
    if (start == null || form.end() != null) {
      return form;
    }
    LocalDateTime end =
        free.stream()
            .filter(slot -> !start.isBefore(slot.start()) && start.isBefore(slot.end()))
            .map(Slot::end)
            .findFirst()
            .orElseGet(() -> start.plusHours(1));
    return form.at(start, end);
  }

  /** Days with their slots; the day chosen, else the first, is unfolded. */
  static List<Day> days(WishForm form, List<Slot> free) {
    Map<LocalDate, List<Free>> byDay = new LinkedHashMap<>();
    for (int i = 0; i < free.size(); i++) {
      Slot slot = free.get(i);
      byDay
          .computeIfAbsent(slot.start().toLocalDate(), day -> new ArrayList<>())
          .add(new Free(slot.start(), take(free, i, wanted(form)), chosen(form, slot)));
    }
    LocalDate unfolded =
        form.start() == null || !byDay.containsKey(form.start().toLocalDate())
            ? byDay.keySet().stream().findFirst().orElse(LocalDate.MIN)
            : form.start().toLocalDate();
    return byDay.entrySet().stream()
        .map(day -> new Day(day.getKey(), day.getKey().equals(unfolded), day.getValue()))
        .toList();
  }

  /** As long as wanted, through neighbouring slots only. */
  private static LocalDateTime take(List<Slot> free, int first, @Nullable Duration wanted) {
    LocalDateTime end = free.get(first).end();
    for (int i = first + 1; i < free.size() && wanted != null; i++) {
      boolean enough = Duration.between(free.get(first).start(), end).compareTo(wanted) >= 0;
      if (enough || !free.get(i).start().equals(end)) {
        return end;
      }
      end = free.get(i).end();
    }
    return end;
  }

  private static @Nullable Duration wanted(WishForm form) {
    LocalDateTime start = form.start();
    LocalDateTime end = form.end();
    return start == null || end == null || !start.isBefore(end)
        ? null
        : Duration.between(start, end);
  }

  private static boolean chosen(WishForm form, Slot slot) {
    LocalDateTime start = form.start();
    LocalDateTime end = form.end();
    return start != null && end != null && slot.start().isBefore(end) && start.isBefore(slot.end());
  }
}
