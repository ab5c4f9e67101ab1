package io.quantong.payout;

import static io.quantong.payout.db.Tables.ATTEMPT;
import static io.quantong.payout.db.Tables.ITEM;
import static io.quantong.payout.db.Tables.ITEM_PART;

import io.quantong.kernel.Money;
import io.quantong.payout.db.tables.records.ItemRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ItemRepository {

  private final DSLContext dsl;

  ItemRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void insert(PaymentItem item, LocalDate enteredOn) {
    dsl.insertInto(ITEM)
        .set(ITEM.ID, item.id())
        .set(ITEM.CLAIM_ID, item.claimId())
        .set(ITEM.ORDER_ID, item.orderId())
        .set(ITEM.CLAIM_NUMBER, item.claimNumber())
        .set(ITEM.END_TO_END_ID, item.endToEndId())
        .set(ITEM.DISTRICT, item.district())
        .set(ITEM.AMOUNT_FEN, item.amount().fen())
        .set(ITEM.PROVIDER_ID, item.payee().providerId())
        .set(ITEM.HOLDER, item.payee().holder())
        .set(ITEM.BANK, item.payee().bank())
        .set(ITEM.ACCOUNT_NUMBER, item.payee().accountNumber())
        .set(ITEM.HANDLED_BY, item.handledBy().toArray(UUID[]::new))
        .set(ITEM.STATE, item.state().name())
        .set(ITEM.ENTERED_ON, enteredOn)
        .execute();
  }

  void putPart(UUID itemId, int year, Money confirmed) {
    dsl.insertInto(ITEM_PART)
        .set(ITEM_PART.ITEM_ID, itemId)
        .set(ITEM_PART.YEAR, year)
        .set(ITEM_PART.CONFIRMED_FEN, confirmed.fen())
        .onConflict(ITEM_PART.ITEM_ID, ITEM_PART.YEAR)
        .doUpdate()
        .set(ITEM_PART.CONFIRMED_FEN, confirmed.fen())
        .execute();
  }

  /** Confirmed amounts by budget year. */
  Map<Integer, Money> parts(UUID itemId) {
    return dsl.select(ITEM_PART.YEAR, ITEM_PART.CONFIRMED_FEN)
        .from(ITEM_PART)
        .where(ITEM_PART.ITEM_ID.eq(itemId))
        .orderBy(ITEM_PART.YEAR)
        .fetchMap(ITEM_PART.YEAR, r -> Money.ofFen(r.value2()));
  }

  void reenter(UUID id, Money amount, Set<UUID> handledBy) {
    dsl.update(ITEM)
        .set(ITEM.STATE, PaymentItem.State.ENTERED.name())
        .set(ITEM.AMOUNT_FEN, amount.fen())
        .set(ITEM.HANDLED_BY, handledBy.toArray(UUID[]::new))
        .where(ITEM.ID.eq(id))
        .execute();
  }

  void move(UUID id, PaymentItem.State to) {
    dsl.update(ITEM).set(ITEM.STATE, to.name()).where(ITEM.ID.eq(id)).execute();
  }

  void clear(UUID id, LocalDate payBy) {
    dsl.update(ITEM)
        .set(ITEM.STATE, PaymentItem.State.CLEARED.name())
        .set(ITEM.PAY_BY, payBy)
        .where(ITEM.ID.eq(id))
        .execute();
  }

  void putInBatch(UUID id, UUID batchId) {
    dsl.update(ITEM)
        .set(ITEM.STATE, PaymentItem.State.BATCHED.name())
        .set(ITEM.BATCH_ID, batchId)
        .where(ITEM.ID.eq(id))
        .execute();
  }

  void takeOut(UUID id, PaymentItem.State to) {
    dsl.update(ITEM)
        .set(ITEM.STATE, to.name())
        .setNull(ITEM.BATCH_ID)
        .where(ITEM.ID.eq(id))
        .execute();
  }

  /** Payments of a provider whose payee is not yet approved, locked. */
  List<PaymentItem> lockNotInBatch(UUID providerId) {
    return dsl.selectFrom(ITEM)
        .where(
            ITEM.PROVIDER_ID.eq(providerId),
            ITEM.STATE.in(
                PaymentItem.State.ENTERED.name(),
                PaymentItem.State.BLOCKED.name(),
                PaymentItem.State.CLEARED.name(),
                PaymentItem.State.FAILED.name()))
        .orderBy(ITEM.ID)
        .forUpdate()
        .fetch(ItemRepository::read);
  }

  void redirect(UUID id, Payouts.Payee payee) {
    dsl.update(ITEM)
        .set(ITEM.HOLDER, payee.holder())
        .set(ITEM.BANK, payee.bank())
        .set(ITEM.ACCOUNT_NUMBER, payee.accountNumber())
        .where(ITEM.ID.eq(id))
        .execute();
  }

  void settle(UUID id, LocalDate day) {
    dsl.update(ITEM)
        .set(ITEM.STATE, PaymentItem.State.PAID.name())
        .set(ITEM.SETTLED_ON, day)
        .where(ITEM.ID.eq(id))
        .execute();
  }

  /** The payment of a claim that is not cancelled. */
  Optional<PaymentItem> ofClaim(UUID claimId) {
    return dsl.selectFrom(ITEM)
        .where(ITEM.CLAIM_ID.eq(claimId), live())
        .fetchOptional(ItemRepository::read);
  }

  /** The same, locked until the end of the transaction. */
  Optional<PaymentItem> lockOfClaim(UUID claimId) {
    return dsl.selectFrom(ITEM)
        .where(ITEM.CLAIM_ID.eq(claimId), live())
        .forUpdate()
        .fetchOptional(ItemRepository::read);
  }

  List<PaymentItem> lock(Collection<UUID> ids) {
    return dsl.selectFrom(ITEM)
        .where(ITEM.ID.in(ids))
        .orderBy(ITEM.ID)
        .forUpdate()
        .fetch(ItemRepository::read);
  }

  /** Payments now in a batch, and those a sent batch held before they were tried again. */
  List<PaymentItem> ofBatch(UUID batchId) {
    return dsl.selectFrom(ITEM)
        .where(
            ITEM.BATCH_ID
                .eq(batchId)
                .or(
                    DSL.exists(
                        DSL.selectOne()
                            .from(ATTEMPT)
                            .where(ATTEMPT.ITEM_ID.eq(ITEM.ID), ATTEMPT.BATCH_ID.eq(batchId)))))
        .orderBy(ITEM.CLAIM_NUMBER)
        .fetch(ItemRepository::read);
  }

  /** Payments of a district (all when null) in the given states, most urgent first. */
  List<PaymentItem> list(@Nullable String district, Collection<PaymentItem.State> states) {
    return dsl.selectFrom(ITEM)
        .where(of(district), ITEM.STATE.in(states.stream().map(Enum::name).toList()))
        .orderBy(ITEM.PAY_BY.asc().nullsLast(), ITEM.CLAIM_NUMBER)
        .limit(1000)
        .fetch(ItemRepository::read);
  }

  /** Count and sum by state, for a district or all. */
  Map<PaymentItem.State, Payouts.Sum> sums(@Nullable String district) {
    Map<PaymentItem.State, Payouts.Sum> sums = new EnumMap<>(PaymentItem.State.class);
    dsl.select(ITEM.STATE, DSL.count(), DSL.sum(ITEM.AMOUNT_FEN))
        .from(ITEM)
        .where(of(district))
        .groupBy(ITEM.STATE)
        .forEach(
            r ->
                sums.put(
                    PaymentItem.State.valueOf(r.value1()),
                    new Payouts.Sum(r.value2(), Money.ofFen(r.value3().longValueExact()))));
    return sums;
  }

  /** Everything confirmed and not yet paid, of all districts. */
  Money outstanding() {
    return dsl.select(DSL.coalesce(DSL.sum(ITEM.AMOUNT_FEN), BigDecimal.ZERO))
        .from(ITEM)
        .where(ITEM.STATE.notIn(PaymentItem.State.PAID.name(), PaymentItem.State.CANCELLED.name()))
        .fetchSingle(row -> Money.ofFen(row.value1().longValueExact()));
  }

  private static Condition of(@Nullable String district) {
    return district == null ? DSL.noCondition() : ITEM.DISTRICT.eq(district);
  }

  private static Condition live() {
    return ITEM.STATE.ne(PaymentItem.State.CANCELLED.name());
  }

  private static PaymentItem read(ItemRecord r) {
    return new PaymentItem(
        r.getId(),
        r.getClaimId(),
        r.getOrderId(),
        r.getClaimNumber(),
        r.getEndToEndId(),
        r.getDistrict(),
        Money.ofFen(r.getAmountFen()),
        new Payouts.Payee(r.getProviderId(), r.getHolder(), r.getBank(), r.getAccountNumber()),
        Set.copyOf(Arrays.asList(r.getHandledBy())),
        PaymentItem.State.valueOf(r.getState()),
        r.getPayBy(),
        r.getBatchId(),
        r.getSettledOn());
  }
}
