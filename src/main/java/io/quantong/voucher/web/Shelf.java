package io.quantong.voucher.web;

import io.quantong.kernel.Money;
import io.quantong.voucher.Hold;
import io.quantong.voucher.Lot;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All lots of an owner.
 *
 * @param current lots with something free or held, first-expiring first
 * @param past lots that are over, last-ended first
 * @param parts of all lots together
 * @param next the lot that runs out first of those that can be spent; null when none can
 */
record Shelf(List<LotBar> current, List<LotBar> past, Lot.Parts parts, @Nullable LotBar next) {

  static Shelf of(List<Lot> lots, List<Hold> holds, LocalDate today) {
    Money longest = lots.stream().map(lot -> lot.parts().face()).reduce(Money.ZERO, Money::max);
    List<LotBar> bars = lots.stream().map(lot -> LotBar.of(lot, holds, longest, today)).toList();
    List<LotBar> current = bars.stream().filter(bar -> isCurrent(bar.lot())).toList();
    List<LotBar> past =
        bars.stream()
            .filter(bar -> !isCurrent(bar.lot()))
            .sorted(Comparator.comparing((LotBar bar) -> bar.lot().validUntil()).reversed())
            .toList();
    LotBar next = current.stream().filter(LotBar::spendable).findFirst().orElse(null);
    return new Shelf(current, past, together(lots), next);
  }

  /** What can be spent today. */
  public Money spendable() {
    return current.stream()
        .filter(LotBar::spendable)
        .map(bar -> bar.lot().parts().available())
        .reduce(Money.ZERO, Money::plus);
  }

  private static boolean isCurrent(Lot lot) {
    return switch (lot.state()) {
      case ACTIVE, FROZEN -> true;
      case APPLIED, REFUSED, USED_UP -> false;
      case EXPIRED, REVOKED -> lot.parts().held().isPositive();
    };
  }

  private static Lot.Parts together(List<Lot> lots) {
    return new Lot.Parts(
        sum(lots, Lot.Parts::face),
        sum(lots, Lot.Parts::available),
        sum(lots, Lot.Parts::held),
        sum(lots, Lot.Parts::used),
        sum(lots, Lot.Parts::expired),
        sum(lots, Lot.Parts::revoked));
  }

  private static Money sum(List<Lot> lots, Function<Lot.Parts, Money> part) {
    return lots.stream().map(lot -> part.apply(lot.parts())).reduce(Money.ZERO, Money::plus);
  }
}
