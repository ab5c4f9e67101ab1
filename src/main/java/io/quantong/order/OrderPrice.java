package io.quantong.order;

import io.quantong.catalogue.Offer;
import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import io.quantong.order.OrderRefusal.Reason;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The full price of a wish, by the published tariff (M7).
 *
 * @param total full price; zero when it cannot be computed
 * @param quantity units; 1 where a slot is priced by its length
 * @param trace how it came about
 * @param faults why it cannot be computed
 */
record OrderPrice(Money total, int quantity, Trace trace, List<OrderRefusal> faults) {

  static final int MOST_UNITS = 10_000;

  /** Ten million yuan; beyond it no exact share of an amount fits the arithmetic. */
  static final Money MOST = Money.yuan(10_000_000);

  static OrderPrice of(Offer offer, Checkout.Wish wish, LocalDateTime now) {
    List<OrderRefusal> faults = new ArrayList<>();
    boolean time = offer.mode() == Offer.Mode.INSTRUMENT_TIME;
    boolean bySlot = time && offer.basis() == Offer.Basis.HOUR;
    if (time) {
      checkSlot(wish, now, faults);
    }
    if (!bySlot && (wish.quantity() < 1 || wish.quantity() > MOST_UNITS)) {
      faults.add(OrderRefusal.of(Reason.QUANTITY, MOST_UNITS));
    }
    if (!faults.isEmpty()) {
      return new OrderPrice(Money.ZERO, 1, Trace.EMPTY, faults);
    }
    return bySlot ? bySlot(offer, wish) : byUnits(offer, wish.quantity());
  }

  private static void checkSlot(Checkout.Wish wish, LocalDateTime now, List<OrderRefusal> faults) {
    LocalDateTime start = wish.start();
    LocalDateTime end = wish.end();
    if (start == null || end == null || !start.isBefore(end)) {
      faults.add(OrderRefusal.of(Reason.SLOT_MISSING));
    } else if (start.isBefore(now)) {
      faults.add(OrderRefusal.of(Reason.SLOT_PAST));
    }
  }

  private static OrderPrice bySlot(Offer offer, Checkout.Wish wish) {
    long minutes = Duration.between(wish.start(), wish.end()).toMinutes();
    if (minutes > MOST_UNITS) {
      return outOfRange();
    }
    Money total = offer.unitPrice().share(minutes, 60);
    String length = String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
    return within(total, 1, Trace.of("order.trace.price.SLOT", length, offer.unitPrice(), total));
  }

  private static OrderPrice byUnits(Offer offer, int quantity) {
    Money total = offer.unitPrice().times(quantity);
    String key = "order.trace.price." + offer.basis().name();
    return within(total, quantity, Trace.of(key, quantity, offer.unitPrice(), total));
  }

  private static OrderPrice within(Money total, int quantity, Trace trace) {
    return total.isPositive() && total.compareTo(MOST) <= 0
        ? new OrderPrice(total, quantity, trace, List.of())
        : outOfRange();
  }

  private static OrderPrice outOfRange() {
    return new OrderPrice(
        Money.ZERO, 1, Trace.EMPTY, List.of(OrderRefusal.of(Reason.PRICE_OUT_OF_RANGE, MOST)));
  }
}
