package io.quantong.voucher;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a beneficiary what it should use within thirty days. */
@Component
class ExpiringLots implements WorkList {

  private static final int DAYS_AHEAD = 30;

  private final LotRepository lots;
  private final Clock clock;

  ExpiringLots(LotRepository lots, Clock clock) {
    this.lots = lots;
    this.clock = clock;
  }

  @Override
  public List<Item> waitingFor(Actor actor) {
    if (!actor.is(Role.BENEFICIARY)) {
      return List.of();
    }
    LocalDate today = LocalDate.now(clock);
    List<Lot> soon =
        lots.of(actor.organisationId()).stream()
            .filter(lot -> lot.spendableOn(today))
            .filter(lot -> !lot.validUntil().isAfter(today.plusDays(DAYS_AHEAD)))
            .toList();
    if (soon.isEmpty()) {
      return List.of();
    }
    Money amount =
        soon.stream().map(lot -> lot.parts().available()).reduce(Money.ZERO, Money::plus);
    LocalDate first =
        soon.stream().map(Lot::validUntil).min(Comparator.naturalOrder()).orElseThrow();
    return List.of(
        new Item(
            "voucher.work.expiring", List.of(soon.size(), amount), "/voucher", first, soon.size()));
  }
}
