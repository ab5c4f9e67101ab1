package io.quantong.voucher;

import static io.quantong.voucher.db.Tables.HOLD;

import io.quantong.kernel.Money;
import io.quantong.voucher.db.tables.records.HoldRecord;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of holds; whoever changes one has locked its lot. */
@Repository
class HoldRepository {

  private final DSLContext dsl;

  HoldRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Hold> ofOrder(UUID order) {
    return dsl.selectFrom(HOLD)
        .where(HOLD.ORDER_ID.eq(order))
        .orderBy(HOLD.ID)
        .fetch(HoldRepository::hold);
  }

  List<Hold> ofLots(Collection<UUID> lots) {
    return dsl.selectFrom(HOLD)
        .where(HOLD.LOT_ID.in(lots))
        .orderBy(HOLD.ID)
        .fetch(HoldRepository::hold);
  }

  void insert(List<Hold> holds) {
    var insert =
        dsl.insertInto(HOLD, HOLD.ID, HOLD.ORDER_ID, HOLD.LOT_ID, HOLD.AMOUNT_FEN, HOLD.HELD_AT);
    for (Hold hold : holds) {
      insert =
          insert.values(
              hold.id(), hold.orderId(), hold.lotId(), hold.amount().fen(), hold.heldAt());
    }
    insert.execute();
  }

  void update(List<Hold> holds) {
    dsl.batch(
            holds.stream()
                .map(
                    hold ->
                        dsl.update(HOLD)
                            .set(HOLD.CAPTURED_FEN, hold.captured().fen())
                            .set(HOLD.RELEASED_FEN, hold.released().fen())
                            .set(HOLD.REVERSED_FEN, hold.reversed().fen())
                            .where(HOLD.ID.eq(hold.id())))
                .toList())
        .execute();
  }

  private static Hold hold(HoldRecord row) {
    return new Hold(
        row.getId(),
        row.getOrderId(),
        row.getLotId(),
        Money.ofFen(row.getAmountFen()),
        Money.ofFen(row.getCapturedFen()),
        Money.ofFen(row.getReleasedFen()),
        Money.ofFen(row.getReversedFen()),
        row.getHeldAt());
  }
}
