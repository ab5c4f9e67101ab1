package io.quantong.voucher;

import static io.quantong.voucher.db.Sequences.LOT_NUMBER;
import static io.quantong.voucher.db.Tables.HOLD;
import static io.quantong.voucher.db.Tables.HOLDER;
import static io.quantong.voucher.db.Tables.LOT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.quantong.kernel.Money;
import io.quantong.voucher.db.tables.records.LotRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of lots. */
@Repository
class LotRepository {

  private final DSLContext dsl;

  LotRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Makes other applications of the same owner wait until this transaction ends. */
  void lockHolder(UUID owner) {
    dsl.insertInto(HOLDER, HOLDER.OWNER_ID)
        .values(owner)
        .onConflict(HOLDER.OWNER_ID)
        .doUpdate()
        .set(HOLDER.OWNER_ID, owner)
        .execute();
  }

  long nextNumber() {
    return dsl.nextval(LOT_NUMBER);
  }

  void insert(Lot lot) {
    dsl.insertInto(LOT)
        .set(LOT.ID, lot.id())
        .set(LOT.NUMBER, lot.number())
        .set(LOT.OWNER_ID, lot.ownerId())
        .set(LOT.DISTRICT, lot.district())
        .set(LOT.YEAR, lot.year())
        .set(LOT.FACE_FEN, lot.parts().face().fen())
        .set(LOT.AVAILABLE_FEN, lot.parts().available().fen())
        .set(LOT.STATE, lot.state().name())
        .set(LOT.ISSUED_ON, lot.issuedOn())
        .set(LOT.VALID_UNTIL, lot.validUntil())
        .set(LOT.POLICY_VERSION, lot.policyVersion())
        .set(LOT.PURPOSE, lot.purpose())
        .execute();
  }

  /** Writes parts, states and last days of lots locked before. */
  void update(Collection<Lot> lots) {
    List<? extends Query> updates =
        lots.stream()
            .map(
                lot ->
                    dsl.update(LOT)
                        .set(LOT.AVAILABLE_FEN, lot.parts().available().fen())
                        .set(LOT.HELD_FEN, lot.parts().held().fen())
                        .set(LOT.USED_FEN, lot.parts().used().fen())
                        .set(LOT.EXPIRED_FEN, lot.parts().expired().fen())
                        .set(LOT.REVOKED_FEN, lot.parts().revoked().fen())
                        .set(LOT.STATE, lot.state().name())
                        .set(LOT.VALID_UNTIL, lot.validUntil())
                        .where(LOT.ID.eq(lot.id())))
            .toList();
    if (updates.size() == 1) {
      updates.getFirst().execute();
    } else {
      dsl.batch(updates).execute();
    }
  }

  /** What the owner could spend on a day, without locking. */
  List<Lot> spendable(UUID owner, String district, LocalDate day) {
    return dsl.selectFrom(LOT)
        .where(spendableBy(owner, district, day))
        .orderBy(LOT.VALID_UNTIL, LOT.ID)
        .fetch(LotRepository::lot);
  }

  /** The same, locked; locks are taken in the order of identifiers everywhere. */
  List<Lot> lockSpendable(UUID owner, String district, LocalDate day) {
    return dsl.selectFrom(LOT)
        .where(spendableBy(owner, district, day))
        .orderBy(LOT.ID)
        .forUpdate()
        .fetch(LotRepository::lot);
  }

  /** The lots an order drew on, locked. */
  List<Lot> lockOfOrder(UUID order) {
    return dsl.selectFrom(LOT)
        .where(LOT.ID.in(select(HOLD.LOT_ID).from(HOLD).where(HOLD.ORDER_ID.eq(order))))
        .orderBy(LOT.ID)
        .forUpdate()
        .fetch(LotRepository::lot);
  }

  Optional<Lot> lock(UUID id) {
    return dsl.selectFrom(LOT).where(LOT.ID.eq(id)).forUpdate().fetchOptional(LotRepository::lot);
  }

  Optional<Lot> find(UUID id) {
    return dsl.selectFrom(LOT).where(LOT.ID.eq(id)).fetchOptional(LotRepository::lot);
  }

  List<Lot> of(UUID owner) {
    return dsl.selectFrom(LOT)
        .where(LOT.OWNER_ID.eq(owner))
        .orderBy(LOT.VALID_UNTIL, LOT.ID)
        .fetch(LotRepository::lot);
  }

  /** Lots whose last day lies before a day and that can still be spent by their state. */
  List<UUID> overdue(LocalDate day) {
    return dsl.select(LOT.ID)
        .from(LOT)
        .where(LOT.STATE.eq(LotState.ACTIVE.name()), LOT.VALID_UNTIL.lt(day))
        .orderBy(LOT.ID)
        .fetch(LOT.ID);
  }

  /** Available and held of an owner: what it has and has not used. */
  Money unused(UUID owner) {
    return dsl.select(sum(LOT.AVAILABLE_FEN.plus(LOT.HELD_FEN)))
        .from(LOT)
        .where(LOT.OWNER_ID.eq(owner))
        .fetchSingle(row -> money(row.value1()));
  }

  /** Faces issued to an owner from a day to a day. */
  Money issued(UUID owner, LocalDate from, LocalDate to) {
    return dsl.select(sum(LOT.FACE_FEN))
        .from(LOT)
        .where(LOT.OWNER_ID.eq(owner), LOT.ISSUED_ON.between(from, to))
        .fetchSingle(row -> money(row.value1()));
  }

  List<Lot> issued(Vouchers.IssuedFilter filter, long offset, int limit) {
    return dsl.selectFrom(LOT)
        .where(matches(filter))
        .orderBy(LOT.ISSUED_ON.desc(), LOT.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(LotRepository::lot);
  }

  Vouchers.IssuedTotal issuedTotal(Vouchers.IssuedFilter filter) {
    return dsl.select(
            count(),
            sum(LOT.FACE_FEN),
            sum(LOT.AVAILABLE_FEN),
            sum(LOT.HELD_FEN),
            sum(LOT.USED_FEN),
            sum(LOT.EXPIRED_FEN),
            sum(LOT.REVOKED_FEN))
        .from(LOT)
        .where(matches(filter))
        .fetchSingle(
            row ->
                new Vouchers.IssuedTotal(
                    row.value1(),
                    new Lot.Parts(
                        money(row.value2()),
                        money(row.value3()),
                        money(row.value4()),
                        money(row.value5()),
                        money(row.value6()),
                        money(row.value7()))));
  }

  Money totalAvailable() {
    return dsl.select(sum(LOT.AVAILABLE_FEN)).from(LOT).fetchSingle(row -> money(row.value1()));
  }

  Money totalHeld() {
    return dsl.select(sum(LOT.HELD_FEN)).from(LOT).fetchSingle(row -> money(row.value1()));
  }

  long thatDoNotAddUp() {
    return dsl.selectCount()
        .from(LOT)
        .where(
            LOT.FACE_FEN.ne(
                LOT.AVAILABLE_FEN
                    .plus(LOT.HELD_FEN)
                    .plus(LOT.USED_FEN)
                    .plus(LOT.EXPIRED_FEN)
                    .plus(LOT.REVOKED_FEN)))
        .fetchSingle(row -> row.value1().longValue());
  }

  private static Condition spendableBy(UUID owner, String district, LocalDate day) {
    return LOT.OWNER_ID
        .eq(owner)
        .and(LOT.DISTRICT.eq(district))
        .and(LOT.STATE.eq(LotState.ACTIVE.name()))
        .and(LOT.VALID_UNTIL.ge(day))
        .and(LOT.AVAILABLE_FEN.gt(0L));
  }

  private static Condition matches(Vouchers.IssuedFilter filter) {
    Condition all = noCondition();
    if (filter.district() != null) {
      all = all.and(LOT.DISTRICT.eq(filter.district()));
    }
    if (filter.state() != null) {
      all = all.and(LOT.STATE.eq(filter.state().name()));
    }
    if (filter.year() != null) {
      all = all.and(LOT.YEAR.eq(filter.year()));
    }
    if (filter.number() != null) {
      all = all.and(LOT.NUMBER.startsWithIgnoreCase(filter.number().strip()));
    }
    return all;
  }

  private static Money money(@Nullable BigDecimal sum) {
    return sum == null ? Money.ZERO : Money.ofFen(sum.longValueExact());
  }

  private static Lot lot(LotRecord row) {
    return new Lot(
        row.getId(),
        row.getNumber(),
        row.getOwnerId(),
        row.getDistrict(),
        row.getYear(),
        new Lot.Parts(
            Money.ofFen(row.getFaceFen()),
            Money.ofFen(row.getAvailableFen()),
            Money.ofFen(row.getHeldFen()),
            Money.ofFen(row.getUsedFen()),
            Money.ofFen(row.getExpiredFen()),
            Money.ofFen(row.getRevokedFen())),
        LotState.valueOf(row.getState()),
        row.getIssuedOn(),
        row.getValidUntil(),
        row.getPolicyVersion(),
        row.getPurpose());
  }
}
