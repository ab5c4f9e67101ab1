package io.quantong.order.web;

import io.quantong.booking.Bookings;
import io.quantong.booking.Bookings.Slot;
import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.Offer;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.order.Checkout;
import io.quantong.order.OrderRefusal;
import io.quantong.order.Orders;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the checkout page together. */
@Component
class CheckoutDesk {

  private static final int DAYS_AHEAD = 13;
  private static final Duration USUAL = Duration.ofHours(1);

  private final Orders orders;
  private final Catalogue catalogue;
  private final Bookings bookings;
  private final Policies policies;
  private final Clock clock;

  CheckoutDesk(
      Orders orders, Catalogue catalogue, Bookings bookings, Policies policies, Clock clock) {
    this.orders = orders;
    this.catalogue = catalogue;
    this.bookings = bookings;
    this.policies = policies;
    this.clock = clock;
  }

  /** The page for what is wanted; an end that is missing is filled in. */
  CheckoutSheet sheet(Actor actor, WishForm typed) {
    Offer offer = offer(typed.offerId());
    List<Slot> free = free(offer, typed.start());
    WishForm form = FreeTime.withEnd(typed, free);
    Checkout quote = orders.quote(actor, form.wish());
    return new CheckoutSheet(
        form, quote, FreeTime.days(form, free), promises(quote.policyVersion()));
  }

  /** What one unit, or one hour at any time, would cost the actor now. */
  Checkout unit(Actor actor, UUID offerId) {
    LocalDateTime begin = now().plusDays(1);
    Checkout.Wish wish = new Checkout.Wish(offerId, 1, begin, begin.plus(USUAL), true);
    return orders.quote(actor, wish).without("booking.refusal.");
  }

  /**
   * An offer.
   *
   * @throws Refused when it is unknown
   */
  Offer offer(UUID id) {
    try {
      return catalogue.offer(id);
    } catch (NoSuchElementException unknown) {
      throw new Refused(OrderRefusal.of(OrderRefusal.Reason.UNKNOWN));
    }
  }

  private List<Slot> free(Offer offer, @Nullable LocalDateTime around) {
    UUID instrument = offer.instrumentId();
    if (instrument == null || offer.mode() != Offer.Mode.INSTRUMENT_TIME) {
      return List.of();
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate from =
        around != null && around.toLocalDate().isAfter(today) ? around.toLocalDate() : today;
    return bookings.freeSlots(instrument, from, from.plusDays(DAYS_AHEAD));
  }

  private CheckoutSheet.Promises promises(long policyVersion) {
    Policy policy = policies.version(policyVersion);
    return new CheckoutSheet.Promises(
        policy.count(Parameter.ORDER_ANSWER_WORKING_DAYS),
        policy.count(Parameter.SERVICE_DAYS),
        policy.count(Parameter.ACCEPTANCE_DAYS));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
  }
}
