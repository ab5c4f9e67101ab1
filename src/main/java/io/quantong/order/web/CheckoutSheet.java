package io.quantong.order.web;

import io.quantong.catalogue.Offer;
import io.quantong.order.Checkout;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The checkout page.
 *
 * @param form what is wanted
 * @param quote what it costs and what speaks against it
 * @param free days with free time soon; empty unless time is booked
 * @param promises the time limits that will run
 */
record CheckoutSheet(WishForm form, Checkout quote, List<Day> free, Promises promises) {

  CheckoutSheet {
    free = List.copyOf(free);
  }

  /** True when instrument time is booked. */
  public boolean bySlot() {
    return quote.offer().mode() == Offer.Mode.INSTRUMENT_TIME;
  }

  /** True when the number of units decides the price. */
  public boolean byQuantity() {
    return !bySlot() || quote.offer().basis() != Offer.Basis.HOUR;
  }

  /** True when there is a price to show. */
  public boolean priced() {
    return quote.price().isPositive();
  }

  /** True when nothing speaks against the order. */
  public boolean clear() {
    return quote.obstacles().isEmpty();
  }

  /** True when a reason of this code stands. */
  public boolean against(String code) {
    return quote.obstacles().stream().anyMatch(refusal -> refusal.code().equals(code));
  }

  /**
   * Time limits, from the policy that will stay with the order.
   *
   * @param answerWorkingDays provider answers
   * @param serviceDays service is finished
   * @param acceptanceDays beneficiary accepts
   */
  record Promises(int answerWorkingDays, int serviceDays, int acceptanceDays) {}

  /**
   * A day with free time.
   *
   * @param day the day
   * @param open true when shown unfolded
   * @param slots in time order, at least one
   */
  record Day(LocalDate day, boolean open, List<Free> slots) {
    Day {
      slots = List.copyOf(slots);
    }
  }

  /**
   * A free slot and what a click on it takes.
   *
   * @param start begin of the slot
   * @param take end of what a click takes: as long as wanted, as far as it is free
   * @param chosen true when the slot lies within what is chosen now
   */
  record Free(LocalDateTime start, LocalDateTime take, boolean chosen) {

    /** What the button sends. */
    public String value() {
      return start + "/" + take;
    }
  }
}
