package io.quantong.payout;

import io.quantong.budget.Account;
import io.quantong.budget.Ledger;
import io.quantong.kernel.SelfCheck;
import org.springframework.stereotype.Component;

/** What the ledger holds as payable is exactly what is confirmed and not yet paid. */
@Component
class PayableMatchesItems implements SelfCheck {

  private final ItemRepository items;
  private final Ledger ledger;

  PayableMatchesItems(ItemRepository items, Ledger ledger) {
    this.items = items;
    this.ledger = ledger;
  }

  @Override
  public String statement() {
    return "selfcheck.payout.payable_matches_items";
  }

  @Override
  public Finding check() {
    return Finding.equal(items.outstanding(), ledger.total(Account.Kind.PAYABLE));
  }
}
