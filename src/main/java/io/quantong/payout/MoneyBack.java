package io.quantong.payout;

import io.quantong.budget.Account;
import io.quantong.budget.Journal;
import io.quantong.budget.Ledger;
import io.quantong.budget.Transfer;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.payout.PayoutLifecycle.ItemStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Money that goes back along the same accounts: before payment and after it (product 4). */
@Service
class MoneyBack {

  private static final String CLAIM = "claim";

  private final ItemRepository items;
  private final PaymentEntry entry;
  private final ItemSteps steps;
  private final Ledger ledger;

  MoneyBack(ItemRepository items, PaymentEntry entry, ItemSteps steps, Ledger ledger) {
    this.items = items;
    this.entry = entry;
    this.steps = steps;
    this.ledger = ledger;
  }

  void withdraw(Actor actor, Payouts.Settlement settlement) {
    actor.require(Role.SYSTEM);
    UUID claimId = settlement.claimId();
    // Takes the payment out of a batch that is not sent; refused when it is.
    entry.block(actor, claimId);
    PaymentItem item = known(claimId);
    List<Transfer> transfers = new ArrayList<>();
    items
        .parts(item.id())
        .forEach(
            (year, amount) -> {
              Account payable = account(Account.Kind.PAYABLE, item, year, claimId);
              Account owed = account(Account.Kind.OWED, item, year, settlement.orderId());
              move(transfers, payable, owed, amount);
            });
    steps.move(actor, item, ItemStep.CANCEL, null);
    ledger.post(actor, new Journal("payout.withdraw", CLAIM, claimId.toString(), transfers));
  }

  void openRecovery(Actor actor, UUID claimId, Money amount) {
    actor.require(Role.DISTRICT_HEAD, Role.SYSTEM);
    PaymentItem item = known(claimId);
    if (item.state() != PaymentItem.State.PAID || amount.compareTo(item.amount()) > 0) {
      throw new Refused(new PayoutRefusal(PayoutRefusal.Reason.ON_ITS_WAY, item.claimNumber()));
    }
    List<Transfer> transfers = new ArrayList<>();
    Money left = amount;
    Map<Integer, Money> newestFirst = new TreeMap<>(items.parts(item.id())).descendingMap();
    for (Map.Entry<Integer, Money> part : newestFirst.entrySet()) {
      Money taken = left.min(part.getValue());
      Account paid = Account.of(Account.Kind.PAID, item.district(), part.getKey());
      move(transfers, paid, account(Account.Kind.RECOVERY, item, part.getKey(), claimId), taken);
      left = left.minus(taken);
    }
    ledger.post(actor, new Journal("payout.open_recovery", CLAIM, claimId.toString(), transfers));
  }

  void recovered(Actor actor, UUID claimId) {
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD, Role.SYSTEM);
    PaymentItem item = known(claimId);
    List<Transfer> transfers = new ArrayList<>();
    for (int year : items.parts(item.id()).keySet()) {
      Account recovery = account(Account.Kind.RECOVERY, item, year, claimId);
      Account budget = Account.of(Account.Kind.BUDGET, item.district(), year);
      move(transfers, recovery, budget, ledger.balance(recovery));
    }
    ledger.post(actor, new Journal("payout.recovered", CLAIM, claimId.toString(), transfers));
  }

  Payouts.Books books() {
    return new Payouts.Books(ledger.total(Account.Kind.OWED), ledger.total(Account.Kind.PAYABLE));
  }

  private PaymentItem known(UUID claimId) {
    return items
        .lockOfClaim(claimId)
        .orElseThrow(() -> new Refused(new PayoutRefusal(PayoutRefusal.Reason.UNKNOWN)));
  }

  private static Account account(Account.Kind kind, PaymentItem item, int year, UUID document) {
    return Account.of(kind, item.district(), year, document);
  }

  private static void move(List<Transfer> transfers, Account from, Account to, Money amount) {
    if (amount.isPositive()) {
      transfers.add(new Transfer(from, to, amount));
    }
  }
}
