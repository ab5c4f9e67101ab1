package io.quantong.voucher;

import io.quantong.budget.Account;
import io.quantong.budget.Account.Kind;
import io.quantong.budget.Journal;
import io.quantong.budget.Ledger;
import io.quantong.budget.Transfer;
import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes moves of lots down everywhere they belong, in one transaction: rows, record, ledger. The
 * ledger comes last because the district's own accounts are shared.
 */
@Component
class Bookkeeping {

  private final LotRepository lots;
  private final EventLog events;
  private final Ledger ledger;

  Bookkeeping(LotRepository lots, EventLog events, Ledger ledger) {
    this.lots = lots;
    this.events = events;
    this.ledger = ledger;
  }

  /**
   * A business step.
   *
   * @param actor who
   * @param operation for the ledger: {@code voucher.hold}
   * @param documentType noun of what it was done for
   * @param documentId its identifier
   * @param reason why, or null
   */
  record Step(
      Actor actor,
      String operation,
      String documentType,
      String documentId,
      @Nullable String reason) {}

  /** A move and, when money of an order moved, its hold. */
  record Booked(Move move, @Nullable Hold hold) {}

  void write(Step step, List<Booked> booked) {
    Map<UUID, Lot> last = new LinkedHashMap<>();
    List<Transfer> transfers = new ArrayList<>();
    for (Booked entry : booked) {
      Move move = entry.move();
      last.put(move.after().id(), move.after());
      record(step, entry);
      if (move.amount().isPositive()) {
        transfers.add(transfer(entry));
      }
    }
    lots.update(last.values());
    if (!transfers.isEmpty()) {
      ledger.post(
          step.actor(),
          new Journal(step.operation(), step.documentType(), step.documentId(), transfers));
    }
  }

  private void record(Step step, Booked entry) {
    Move move = entry.move();
    Map<String, String> facts = new LinkedHashMap<>();
    if (move.amount().isPositive()) {
      facts.put("amount", move.amount().plain());
    }
    if (entry.hold() != null) {
      facts.put("order", entry.hold().orderNumber());
    }
    if (move.toBudget() && move.amount().isPositive()) {
      facts.put("to", "BUDGET");
    }
    if (!move.after().validUntil().equals(move.before().validUntil())) {
      facts.put("validUntil", move.after().validUntil().toString());
    }
    events.append(
        EventLog.Transition.of(
            "lot", move.before().id(), move.event(), move.before().state(), move.after().state()),
        step.actor(),
        step.reason(),
        move.before().policyVersion(),
        facts);
  }

  private static Transfer transfer(Booked entry) {
    Move move = entry.move();
    Lot lot = move.before();
    Hold hold = entry.hold();
    Account inLot = account(Kind.LOT, lot, lot.id());
    Account back = move.toBudget() ? Account.of(Kind.BUDGET, lot.district(), lot.year()) : inLot;
    Money amount = move.amount();
    return switch (move.event()) {
      case HOLD -> new Transfer(inLot, account(Kind.HELD, lot, held(hold).id()), amount);
      case CAPTURE, USE_UP ->
          new Transfer(
              account(Kind.HELD, lot, held(hold).id()),
              account(Kind.OWED, lot, held(hold).orderId()),
              amount);
      case RELEASE, RELEASE_LATE, GRACE ->
          new Transfer(account(Kind.HELD, lot, held(hold).id()), back, amount);
      case REVERSE, REVERSE_LATE ->
          new Transfer(account(Kind.OWED, lot, held(hold).orderId()), back, amount);
      case EXPIRE, REVOKE -> new Transfer(inLot, back, amount);
      case APPLY, ISSUE, REFUSE, FREEZE, UNFREEZE ->
          throw new IllegalArgumentException(move.event() + " moves no money of a lot");
    };
  }

  private static Account account(Kind kind, Lot lot, UUID document) {
    return Account.of(kind, lot.district(), lot.year(), document);
  }

  private static Hold held(@Nullable Hold hold) {
    if (hold == null) {
      throw new IllegalArgumentException("money of an order moves with its hold");
    }
    return hold;
  }
}
