package io.quantong.voucher;

import static io.quantong.voucher.db.Tables.HOLD;
import static io.quantong.voucher.db.Tables.LOT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;

import io.quantong.kernel.Money;
import io.quantong.voucher.db.tables.records.HoldRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
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
        dsl.insertInto(
            HOLD,
            HOLD.ID,
            HOLD.ORDER_ID,
            HOLD.ORDER_NUMBER,
            HOLD.LOT_ID,
            HOLD.AMOUNT_FEN,
            HOLD.HELD_AT);
    for (Hold hold : holds) {
      insert =
          insert.values(
              hold.id(),
              hold.orderId(),
              hold.orderNumber(),
              hold.lotId(),
              hold.amount().fen(),
              hold.heldAt());
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

  /** Lots whose held and used parts are not what their holds say. */
  long lotsNotExplained() {
    Field<BigDecimal> open =
        coalesce(
            sum(HOLD.AMOUNT_FEN.minus(HOLD.CAPTURED_FEN).minus(HOLD.RELEASED_FEN)),
            BigDecimal.ZERO);
    Field<BigDecimal> kept =
        coalesce(sum(HOLD.CAPTURED_FEN.minus(HOLD.REVERSED_FEN)), BigDecimal.ZERO);
    return dsl.selectCount()
        .from(
            dsl.select(LOT.ID)
                .from(LOT)
                .leftJoin(HOLD)
                .on(HOLD.LOT_ID.eq(LOT.ID))
                .groupBy(LOT.ID, LOT.HELD_FEN, LOT.USED_FEN)
                .having(
                    LOT.HELD_FEN
                        .cast(BigDecimal.class)
                        .ne(open)
                        .or(LOT.USED_FEN.cast(BigDecimal.class).ne(kept))))
        .fetchSingle(row -> row.value1().longValue());
  }

  private static Hold hold(HoldRecord row) {
    return new Hold(
        row.getId(),
        row.getOrderId(),
        row.getOrderNumber(),
        row.getLotId(),
        Money.ofFen(row.getAmountFen()),
        Money.ofFen(row.getCapturedFen()),
        Money.ofFen(row.getReleasedFen()),
        Money.ofFen(row.getReversedFen()),
        row.getHeldAt());
  }
}
