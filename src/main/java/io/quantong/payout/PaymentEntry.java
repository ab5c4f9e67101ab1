package io.quantong.payout;

import io.quantong.budget.Account;
import io.quantong.budget.Journal;
import io.quantong.budget.Ledger;
import io.quantong.budget.Transfer;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.payout.PayoutLifecycle.ItemStep;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What claims do to payments: enter, refuse, clear, block. Moves the ledger along. */
@Service
class PaymentEntry {

  private static final String CLAIM = "claim";

  private final ItemRepository items;
  private final BatchRepository batches;
  private final ItemSteps steps;
  private final Ledger ledger;
  private final Clock clock;

  PaymentEntry(
      ItemRepository items, BatchRepository batches, ItemSteps steps, Ledger ledger, Clock clock) {
    this.items = items;
    this.batches = batches;
    this.steps = steps;
    this.ledger = ledger;
    this.clock = clock;
  }

  void enter(Actor actor, Payouts.PaymentRequest request) {
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD, Role.SYSTEM);
    Optional<PaymentItem> known = items.lockOfClaim(request.settlement().claimId());
    if (known.isPresent()) {
      reenter(actor, known.get(), request);
    } else {
      begin(actor, request);
    }
  }

  private void begin(Actor actor, Payouts.PaymentRequest request) {
    Payouts.Settlement settlement = request.settlement();
    PaymentItem item =
        new PaymentItem(
            Ids.next(),
            settlement.claimId(),
            settlement.orderId(),
            request.claimNumber(),
            request.claimNumber(),
            onlyDistrict(settlement),
            confirmed(settlement),
            request.payee(),
            request.handledBy(),
            PaymentItem.State.ENTERED,
            null,
            null,
            null);
    items.insert(item, LocalDate.now(clock));
    List<Transfer> transfers = new ArrayList<>();
    for (Payouts.Part part : settlement.parts()) {
      items.putPart(item.id(), part.year(), part.confirmed());
      Account owed = owedAccount(part, settlement.orderId());
      move(transfers, owed, payable(part, settlement.claimId()), part.confirmed());
      move(transfers, owed, budget(part), part.owed().minus(part.confirmed()));
    }
    post(actor, "payout.enter", settlement.claimId(), transfers);
    steps.record(actor, item, ItemStep.ENTER, PaymentItem.State.ENTERED, null);
  }

  private void reenter(Actor actor, PaymentItem item, Payouts.PaymentRequest request) {
    Payouts.Settlement settlement = request.settlement();
    PaymentItem.State to = PayoutLifecycle.ITEMS.next(item.state(), ItemStep.REENTER);
    Map<Integer, Money> before = items.parts(item.id());
    requireSame(before.keySet(), settlement);
    List<Transfer> transfers = new ArrayList<>();
    for (Payouts.Part part : settlement.parts()) {
      Money less = before.getOrDefault(part.year(), Money.ZERO).minus(part.confirmed());
      if (less.isNegative()) {
        throw new IllegalArgumentException("an objection never raises a payment");
      }
      items.putPart(item.id(), part.year(), part.confirmed());
      move(transfers, payable(part, settlement.claimId()), budget(part), less);
    }
    items.reenter(item.id(), confirmed(settlement), request.handledBy());
    post(actor, "payout.reenter", settlement.claimId(), transfers);
    steps.record(actor, item, ItemStep.REENTER, to, null);
  }

  void refuse(Actor actor, Payouts.Settlement settlement) {
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD, Role.SYSTEM);
    Optional<PaymentItem> known = items.lockOfClaim(settlement.claimId());
    List<Transfer> transfers = new ArrayList<>();
    if (known.isPresent()) {
      PaymentItem item = known.get();
      steps.next(item, ItemStep.CANCEL);
      Map<Integer, Money> confirmed = items.parts(item.id());
      requireSame(confirmed.keySet(), settlement);
      for (Payouts.Part part : settlement.parts()) {
        Money amount = confirmed.getOrDefault(part.year(), Money.ZERO);
        move(transfers, payable(part, settlement.claimId()), budget(part), amount);
      }
      steps.move(actor, item, ItemStep.CANCEL, null);
    } else {
      for (Payouts.Part part : settlement.parts()) {
        Account owed = owedAccount(part, settlement.orderId());
        move(transfers, owed, budget(part), part.owed());
      }
    }
    post(actor, "payout.refuse", settlement.claimId(), transfers);
  }

  void clear(Actor actor, UUID claimId, LocalDate payBy) {
    actor.require(Role.SYSTEM);
    PaymentItem item = lockKnown(claimId);
    PaymentItem.State to = PayoutLifecycle.ITEMS.next(item.state(), ItemStep.CLEAR);
    items.clear(item.id(), payBy);
    steps.record(actor, item, ItemStep.CLEAR, to, null);
  }

  void block(Actor actor, UUID claimId) {
    actor.require(Role.SYSTEM);
    // The batch first, then the payment: the order in which a batch is sent.
    Optional<UUID> locked = lockBatchOf(claimId);
    PaymentItem item = lockKnown(claimId);
    if (!PayoutLifecycle.ITEMS.allows(item.state(), ItemStep.BLOCK)) {
      throw new Refused(new PayoutRefusal(PayoutRefusal.Reason.ON_ITS_WAY, item.claimNumber()));
    }
    if (!locked.equals(Optional.ofNullable(item.batchId()))) {
      // A batch took or left it between the two locks; nothing is lost by asking again.
      throw new Refused(new PayoutRefusal(PayoutRefusal.Reason.BUSY, item.claimNumber()));
    }
    items.takeOut(item.id(), PaymentItem.State.BLOCKED);
    steps.record(actor, item, ItemStep.BLOCK, PaymentItem.State.BLOCKED, null);
    if (item.state() == PaymentItem.State.BATCHED && item.batchId() != null) {
      steps.cancelIfEmpty(actor, item.batchId());
    }
  }

  private Optional<UUID> lockBatchOf(UUID claimId) {
    Optional<UUID> batchId = items.ofClaim(claimId).map(PaymentItem::batchId);
    batchId.ifPresent(batches::lock);
    return batchId;
  }

  /**
   * The provider's account changed: payments no batch holds yet, and those the bank returned, go to
   * the new one. What was approved stays as it was approved.
   */
  int redirect(Actor actor, Payouts.Payee payee) {
    List<PaymentItem> open = items.lockNotInBatch(payee.providerId());
    for (PaymentItem item : open) {
      items.redirect(item.id(), payee);
      steps.record(actor, item, ItemStep.REDIRECT, item.state(), null);
    }
    return open.size();
  }

  Optional<PaymentItem> ofClaim(UUID claimId) {
    return items.ofClaim(claimId);
  }

  Money owed(Payouts.Settlement settlement) {
    return settlement.parts().stream()
        .map(part -> ledger.balance(owedAccount(part, settlement.orderId())))
        .reduce(Money.ZERO, Money::plus);
  }

  private PaymentItem lockKnown(UUID claimId) {
    return items
        .lockOfClaim(claimId)
        .orElseThrow(() -> new Refused(new PayoutRefusal(PayoutRefusal.Reason.UNKNOWN)));
  }

  private void post(Actor actor, String operation, UUID claimId, List<Transfer> transfers) {
    if (!transfers.isEmpty()) {
      ledger.post(actor, new Journal(operation, CLAIM, claimId.toString(), transfers));
    }
  }

  private static void move(List<Transfer> transfers, Account from, Account to, Money amount) {
    if (!amount.isZero()) {
      transfers.add(new Transfer(from, to, amount));
    }
  }

  private static void requireSame(Set<Integer> years, Payouts.Settlement settlement) {
    if (!years.equals(
        settlement.parts().stream().map(Payouts.Part::year).collect(Collectors.toSet()))) {
      throw new IllegalArgumentException("a payment keeps its budget years: " + years);
    }
  }

  private static Money confirmed(Payouts.Settlement settlement) {
    return settlement.parts().stream().map(Payouts.Part::confirmed).reduce(Money.ZERO, Money::plus);
  }

  private static String onlyDistrict(Payouts.Settlement settlement) {
    List<String> districts =
        settlement.parts().stream().map(Payouts.Part::district).distinct().toList();
    if (districts.size() != 1) {
      throw new IllegalArgumentException("a payment has one funding district: " + districts);
    }
    return districts.getFirst();
  }

  private static Account owedAccount(Payouts.Part part, UUID orderId) {
    return Account.of(Account.Kind.OWED, part.district(), part.year(), orderId);
  }

  private static Account payable(Payouts.Part part, UUID claimId) {
    return Account.of(Account.Kind.PAYABLE, part.district(), part.year(), claimId);
  }

  private static Account budget(Payouts.Part part) {
    return Account.of(Account.Kind.BUDGET, part.district(), part.year());
  }
}
