package io.quantong.demo.history;

import io.quantong.booking.Bookings.Slot;
import io.quantong.catalogue.Offer;
import io.quantong.demo.city.CityOffer;
import io.quantong.order.Checkout;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a firm puts into the basket, with free time where time is booked. */
final class Wishes {

  private static final int LEAD_DAYS = 4;
  private static final int LOOK_DAYS = 10;

  private final World world;

  Wishes(World world) {
    this.world = world;
  }

  Checkout.Wish forOffer(CityOffer offer, int quantity) {
    UUID id = world.cast().offer(offer.key());
    if (offer.mode() != Offer.Mode.INSTRUMENT_TIME) {
      return new Checkout.Wish(id, quantity, null, null, true);
    }
    List<Slot> run = firstRun(offer, quantity);
    LocalDateTime start = run.isEmpty() ? null : run.getFirst().start();
    LocalDateTime end = run.isEmpty() ? null : run.getLast().end();
    return new Checkout.Wish(id, 1, start, end, true);
  }

  /** The first slots that follow each other, as many as wanted or as there are. */
  private List<Slot> firstRun(CityOffer offer, int wanted) {
    LocalDate from = world.agenda().today().plusDays(LEAD_DAYS);
    UUID instrument = world.cast().instrument(String.valueOf(offer.instrumentCode()));
    List<Slot> run = new ArrayList<>();
    for (Slot slot :
        world.platform().bookings().freeSlots(instrument, from, from.plusDays(LOOK_DAYS))) {
      boolean follows = run.isEmpty() || run.getLast().end().equals(slot.start());
      if (run.size() == wanted || !follows) {
        return run;
      }
      run.add(slot);
    }
    return run;
  }
}
