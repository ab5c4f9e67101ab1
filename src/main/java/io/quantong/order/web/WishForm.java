package io.quantong.order.web;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.order.Checkout;
import io.quantong.order.OrderRefusal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed at checkout, read with patience: what cannot be read becomes a value the facade
 * refuses with the reason beside the field.
 *
 * @param offerId the offer
 * @param quantity zero when unreadable
 * @param start null when missing or unreadable
 * @param end null when missing or unreadable
 * @param useVoucher true unless unticked
 */
record WishForm(
    UUID offerId,
    int quantity,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime end,
    boolean useVoucher) {

  /** Present when the box was on the page, so that its absence means unticked. */
  static final String ASKED = "asked";

  static WishForm read(Map<String, List<String>> typed) {
    boolean asked = typed.containsKey(ASKED);
    return new WishForm(
        offer(text(typed, "offer")),
        typed.containsKey("quantity") ? number(text(typed, "quantity")) : 1,
        moment(text(typed, "start")),
        moment(text(typed, "end")),
        !asked || typed.containsKey("useVoucher"));
  }

  WishForm at(@Nullable LocalDateTime begin, @Nullable LocalDateTime until) {
    return new WishForm(offerId, quantity, begin, until, useVoucher);
  }

  Checkout.Wish wish() {
    return new Checkout.Wish(offerId, quantity, start, end, useVoucher);
  }

  static String text(Map<String, List<String>> typed, String name) {
    List<String> values = typed.get(name);
    return values == null || values.isEmpty() ? "" : values.getFirst();
  }

  /** An amount; zero when unreadable, which no facade takes. */
  static Money money(String text) {
    try {
      return Money.parse(text);
    } catch (NumberFormatException unreadable) {
      return Money.ZERO;
    }
  }

  /** A whole number; -1 when unreadable, which no facade takes. */
  static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException unreadable) {
      return -1;
    }
  }

  static @Nullable LocalDateTime moment(String text) {
    try {
      return text.isBlank() ? null : LocalDateTime.parse(text.strip());
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static UUID offer(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException unreadable) {
      throw new Refused(OrderRefusal.of(OrderRefusal.Reason.UNKNOWN));
    }
  }
}
