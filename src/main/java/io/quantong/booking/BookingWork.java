package io.quantong.booking;

import io.quantong.booking.Bookings.Slot;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes today, and booked time of the last weeks of which nobody said whether it was used. */
@Component
class BookingWork implements WorkList {

  private static final String CALENDAR = "/booking/calendar";

  private final BookingRepository bookings;
  private final BookingSteps steps;

  BookingWork(BookingRepository bookings, BookingSteps steps) {
    this.bookings = bookings;
    this.steps = steps;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Item> waitingFor(Actor actor) {
    if (!actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN)) {
      return List.of();
    }
    LocalDateTime now = steps.now();
    LocalDate today = now.toLocalDate();
    Slot ahead = new Slot(now, today.plusDays(1).atStartOfDay());
    Slot before = new Slot(now.minusWeeks(BookingDesk.WEEKS_BACK), now);
    List<Item> items = new ArrayList<>();
    add(items, actor, ahead, "booking.work.today");
    add(items, actor, before, "booking.work.settle");
    return items;
  }

  private void add(List<Item> items, Actor actor, Slot stretch, String key) {
    int count = bookings.countConfirmed(actor.organisationId(), stretch);
    if (count > 0) {
      items.add(new Item(key, List.of(count), CALENDAR, stretch.end().toLocalDate(), count));
    }
  }
}
