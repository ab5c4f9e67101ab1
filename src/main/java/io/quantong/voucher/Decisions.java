package io.quantong.voucher;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.voucher.Bookkeeping.Booked;
import io.quantong.voucher.VoucherRefusal.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a lot by decision of its district (M15) or because its last day has passed. */
@Component
class Decisions {

  private static final int SHORTEST_REASON = 4;
  private static final int LONGEST_REASON = 500;

  private final LotRepository lots;
  private final Bookkeeping books;
  private final Clock clock;

  Decisions(LotRepository lots, Bookkeeping books, Clock clock) {
    this.lots = lots;
    this.books = books;
    this.clock = clock;
  }

  void freeze(Actor actor, UUID lotId, String reason) {
    decide(actor, "voucher.freeze", lotId, reason, Move::freeze);
  }

  /**
   * A lot unfrozen after its last day expires in the same step; one of which orders took everything
   * meanwhile is used up.
   */
  void unfreeze(Actor actor, UUID lotId, String reason) {
    Lot lot = decide(actor, "voucher.unfreeze", lotId, reason, Move::unfreeze);
    if (Move.overdue(lot, LocalDate.now(clock))) {
      write(actor, "voucher.expire", Move.expire(lot));
    } else if (Move.nothingLeft(lot.parts())) {
      write(actor, "voucher.use_up", Move.useUp(lot));
    }
  }

  void revoke(Actor actor, UUID lotId, String reason) {
    decide(actor, "voucher.revoke", lotId, reason, Move::revoke);
  }

  /**
   * Takes an overdue lot's free part back to the budget; what orders hold stays until they end.
   *
   * @return true when something happened; false when another run did it before
   */
  @Transactional
  public boolean expire(UUID lotId, LocalDate day) {
    Lot lot = lots.lock(lotId).orElseThrow();
    if (!Move.overdue(lot, day)) {
      return false;
    }
    write(Actor.system(), "voucher.expire", Move.expire(lot));
    return true;
  }

  private void write(Actor actor, String operation, Move move) {
    books.write(
        new Bookkeeping.Step(actor, operation, "lot", move.after().id().toString(), null),
        List.of(new Booked(move, null)));
  }

  private Lot decide(
      Actor actor, String operation, UUID lotId, String reason, Function<Lot, Move> step) {
    Lot lot = lots.lock(lotId).orElseThrow(() -> new Refused(VoucherRefusal.of(Reason.MISSING)));
    actor.requireDistrict(lot.district());
    int length = reason.strip().length();
    if (length < SHORTEST_REASON || length > LONGEST_REASON) {
      throw new Refused(VoucherRefusal.of(Reason.REASON));
    }
    Move move = step.apply(lot);
    books.write(
        new Bookkeeping.Step(actor, operation, "lot", lotId.toString(), reason.strip()),
        List.of(new Booked(move, null)));
    return move.after();
  }
}
