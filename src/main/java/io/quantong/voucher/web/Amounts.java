package io.quantong.voucher.web;

import io.quantong.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Reads amounts as they are typed. */
final class Amounts {

  private Amounts() {}

  /** The amount, or what stands for one that cannot be read; the facade refuses that. */
  static Money read(@Nullable String typed, Money unreadable) {
    if (typed == null) {
      return unreadable;
    }
    try {
      return Money.parse(typed);
    } catch (NumberFormatException _) {
      return unreadable;
    }
  }
}
