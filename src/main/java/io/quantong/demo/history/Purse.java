package io.quantong.demo.history;

import io.quantong.demo.city.CityFirm;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.order.Checkout;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Vouchers;
import java.time.LocalDate;

/** A firm sees to it that it has vouchers before it orders. */
final class Purse {

  private static final Money MOST_AT_ONCE = Money.yuan(20_000);
  private static final long STEP_FEN = 100_000;
  private static final int MOST_LOTS = 3;

  private final World world;
  private final CityFirm firm;
  private final Actor actor;

  Purse(World world, CityFirm firm) {
    this.world = world;
    this.firm = firm;
    this.actor = world.cast().of(firm);
  }

  /** Enough for what vouchers would pay of a wish. */
  void fillFor(Checkout.Wish wish) {
    fillUpTo(world.platform().orders().quote(actor, wish).price());
  }

  /** Enough for what vouchers would pay of a price, as far as the caps allow. */
  void fillUpTo(Money price) {
    Money full = Money.yuan(10_000);
    Money wanted = price.compareTo(full) <= 0 ? price : full.plus(price.minus(full).share(50, 100));
    for (int i = 0; i < MOST_LOTS; i++) {
      Money missing = wanted.minus(available());
      if (!missing.isPositive() || !apply(missing)) {
        return;
      }
    }
  }

  /** Applies for at least so much, in round sums, when it may have anything. */
  boolean apply(Money missing) {
    sign();
    Money round = Money.ofFen((missing.fen() + STEP_FEN - 1) / STEP_FEN * STEP_FEN);
    Money most = vouchers().eligibility(actor).most();
    Money asked = round.min(MOST_AT_ONCE).min(most);
    if (!asked.isPositive()) {
      return false;
    }
    String purpose = world.pick(world.city().texts().purposesOf(firm.industry().tag()));
    vouchers().apply(actor, new Vouchers.ApplicationRequest(asked, purpose), world.key());
    return true;
  }

  /** Signing twice does nothing. */
  void sign() {
    world.platform().identities().signCommitment(actor);
  }

  private Money available() {
    LocalDate today = world.agenda().today();
    return vouchers().lots(actor, actor.organisationId()).stream()
        .filter(lot -> lot.spendableOn(today))
        .map(Lot::parts)
        .map(Lot.Parts::available)
        .reduce(Money.ZERO, Money::plus);
  }

  private Vouchers vouchers() {
    return world.platform().vouchers();
  }
}
