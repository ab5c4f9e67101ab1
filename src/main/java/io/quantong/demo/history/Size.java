package io.quantong.demo.history;

import io.quantong.demo.city.Scale;
import java.util.Locale;

/** How much the demo's history holds. */
enum Size {
  /** No history at all. */
  NONE(Scale.SMALL, 0, 0, 0),
  /** For tests. */
  SMALL(Scale.SMALL, 75, 12, 10),
  /** For visitors. */
  FULL(Scale.FULL, 182, 150, 235);

  private final Scale scale;
  private final int days;
  private final int activeFirms;
  private final int orders;

  Size(Scale scale, int days, int activeFirms, int orders) {
    this.scale = scale;
    this.days = days;
    this.activeFirms = activeFirms;
    this.orders = orders;
  }

  static Size of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  Scale scale() {
    return scale;
  }

  /** Days lived through before the visitor comes. */
  int days() {
    return days;
  }

  /** Firms that order now and then. */
  int activeFirms() {
    return activeFirms;
  }

  /** Orders of the ordinary business, beside those a visitor finds waiting. */
  int orders() {
    return orders;
  }
}
