package io.quantong.order;

import static io.quantong.order.db.Sequences.ORDER_NUMBER;
import static io.quantong.order.db.Tables.CONTRACT;
import static io.quantong.order.db.Tables.REPORT;
import static io.quantong.order.db.Tables.SERIES;
import static io.quantong.order.db.Tables.SERVICE_ORDER;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;

import io.quantong.kernel.Money;
import io.quantong.order.db.tables.Contract;
import io.quantong.order.db.tables.records.ServiceOrderRecord;
import io.quantong.voucher.Vouchers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of {@code "order".service_order}. */
@Repository
class OrderRepository {

  private static final Field<UUID[]> REPORTS =
      field(
          select(arrayAgg(REPORT.DOCUMENT_ID).orderBy(REPORT.DELIVERED_AT, REPORT.DOCUMENT_ID))
              .from(REPORT)
              .where(REPORT.ORDER_ID.eq(SERVICE_ORDER.ID)));

  private final DSLContext db;

  private final Clock clock;

  OrderRepository(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  long nextNumber() {
    return db.nextval(ORDER_NUMBER).longValue();
  }

  /** Lets one order of the same service, provider and buyer be placed at a time. */
  void lockSeries(UUID beneficiary, UUID provider, UUID offer) {
    db.insertInto(SERIES)
        .set(SERIES.BENEFICIARY_ID, beneficiary)
        .set(SERIES.PROVIDER_ID, provider)
        .set(SERIES.OFFER_ID, offer)
        .onConflictDoNothing()
        .execute();
    db.selectFrom(SERIES)
        .where(
            SERIES.BENEFICIARY_ID.eq(beneficiary),
            SERIES.PROVIDER_ID.eq(provider),
            SERIES.OFFER_ID.eq(offer))
        .forUpdate()
        .fetch();
  }

  /** What counts together with a new order (product section 4). */
  Vouchers.Earlier earlier(Series series, LocalDate since, @Nullable UUID except) {
    Condition others = except == null ? trueCondition() : SERVICE_ORDER.ID.ne(except);
    Record2<BigDecimal, BigDecimal> sums =
        db.select(
                coalesce(
                    sum(SERVICE_ORDER.PRICE_FEN.minus(SERVICE_ORDER.REFUNDED_FEN)),
                    BigDecimal.ZERO),
                coalesce(
                    sum(SERVICE_ORDER.VOUCHER_FEN.minus(SERVICE_ORDER.REFUNDED_VOUCHER_FEN)),
                    BigDecimal.ZERO))
            .from(SERVICE_ORDER)
            .where(
                SERVICE_ORDER.BENEFICIARY_ID.eq(series.beneficiaryId()),
                SERVICE_ORDER.PROVIDER_ID.eq(series.providerId()),
                SERVICE_ORDER.OFFER_ID.eq(series.offerId()),
                SERVICE_ORDER.PLACED_ON.ge(since),
                SERVICE_ORDER.STATE.notIn(names(OrderLifecycle.VOID)),
                others)
            .fetchSingle();
    return new Vouchers.Earlier(
        Money.ofFen(sums.value1().longValueExact()), Money.ofFen(sums.value2().longValueExact()));
  }

  /** Same buyer, same provider, same service. */
  record Series(UUID beneficiaryId, UUID providerId, UUID offerId) {}

  void insert(OrderFacts facts, LocalDate placedOn) {
    db.insertInto(SERVICE_ORDER).set(OrderMapping.write(facts, placedOn)).execute();
  }

  Optional<OrderFacts> find(UUID id) {
    return db.select(SERVICE_ORDER, REPORTS)
        .from(SERVICE_ORDER)
        .where(SERVICE_ORDER.ID.eq(id))
        .fetchOptional(OrderRepository::read);
  }

  /** Locks the row; every change of an order goes through here. */
  boolean lock(UUID id) {
    return db.select(SERVICE_ORDER.ID)
        .from(SERVICE_ORDER)
        .where(SERVICE_ORDER.ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  void move(UUID id, OrderState to, @Nullable LocalDate dueOn) {
    db.update(SERVICE_ORDER)
        .set(SERVICE_ORDER.STATE, to.name())
        .set(SERVICE_ORDER.DUE_ON, dueOn)
        .where(SERVICE_ORDER.ID.eq(id))
        .execute();
  }

  void complete(UUID id, LocalDate day) {
    db.update(SERVICE_ORDER)
        .set(SERVICE_ORDER.COMPLETED_ON, day)
        .where(SERVICE_ORDER.ID.eq(id))
        .execute();
  }

  void ownPaid(UUID id, Instant at, String reference) {
    db.update(SERVICE_ORDER)
        .set(SERVICE_ORDER.OWN_PAID_AT, at)
        .set(SERVICE_ORDER.OWN_PAID_REFERENCE, reference)
        .where(SERVICE_ORDER.ID.eq(id))
        .execute();
  }

  void ownReceived(UUID id, Instant at) {
    db.update(SERVICE_ORDER)
        .set(SERVICE_ORDER.OWN_RECEIVED_AT, at)
        .where(SERVICE_ORDER.ID.eq(id))
        .execute();
  }

  /** A confirmed new price; what was stated about the old own share no longer counts. */
  void reprice(UUID id, Money price, Money voucher, String trace) {
    db.update(SERVICE_ORDER)
        .set(SERVICE_ORDER.PRICE_FEN, price.fen())
        .set(SERVICE_ORDER.VOUCHER_FEN, voucher.fen())
        .set(SERVICE_ORDER.OWN_FEN, price.minus(voucher).fen())
        .set(SERVICE_ORDER.TRACE, trace)
        .setNull(SERVICE_ORDER.OWN_PAID_AT)
        .setNull(SERVICE_ORDER.OWN_PAID_REFERENCE)
        .where(SERVICE_ORDER.ID.eq(id))
        .execute();
  }

  void refunded(UUID id, Money total, Money voucherTotal) {
    db.update(SERVICE_ORDER)
        .set(SERVICE_ORDER.REFUNDED_FEN, total.fen())
        .set(SERVICE_ORDER.REFUNDED_VOUCHER_FEN, voucherTotal.fen())
        .where(SERVICE_ORDER.ID.eq(id))
        .execute();
  }

  /** Orders whose time limit ended before the day. */
  List<UUID> overdue(OrderState state, LocalDate day) {
    return db.select(SERVICE_ORDER.ID)
        .from(SERVICE_ORDER)
        .where(SERVICE_ORDER.STATE.eq(state.name()), SERVICE_ORDER.DUE_ON.lt(day))
        .orderBy(SERVICE_ORDER.DUE_ON, SERVICE_ORDER.ID)
        .fetch(SERVICE_ORDER.ID);
  }

  List<OrderFacts> list(Scope scope, Set<OrderState> states, Orders.Narrow narrow, Page page) {
    return db.select(SERVICE_ORDER, REPORTS)
        .from(SERVICE_ORDER)
        .where(condition(scope), state(states), condition(narrow))
        .orderBy(
            page.dueFirst()
                ? List.of(SERVICE_ORDER.DUE_ON.asc().nullsLast(), SERVICE_ORDER.ID.desc())
                : List.of(SERVICE_ORDER.PLACED_AT.desc(), SERVICE_ORDER.ID.desc()))
        .limit(page.size())
        .offset((long) page.number() * page.size())
        .fetch(OrderRepository::read);
  }

  /** How many orders lie in each state with which deductions, in one query. */
  Map<OrderState, Orders.Tally> tally(Scope scope, Orders.Narrow narrow) {
    Map<OrderState, Orders.Tally> tally = new EnumMap<>(OrderState.class);
    db.select(
            SERVICE_ORDER.STATE,
            count(),
            sum(SERVICE_ORDER.VOUCHER_FEN.minus(SERVICE_ORDER.REFUNDED_VOUCHER_FEN)))
        .from(SERVICE_ORDER)
        .where(condition(scope), condition(narrow))
        .groupBy(SERVICE_ORDER.STATE)
        .forEach(
            row ->
                tally.put(
                    OrderState.valueOf(row.value1()),
                    new Orders.Tally(row.value2(), Money.ofFen(row.value3().longValueExact()))));
    return tally;
  }

  /**
   * Orders in which one side must act, by state, in one query. An accepted order waits for the
   * beneficiary until the contract is signed and the own share paid, then for the provider.
   */
  List<Waiting> waiting(Scope scope, Set<OrderState> states, Turn turn) {
    return db.select(SERVICE_ORDER.STATE, count(), min(SERVICE_ORDER.DUE_ON), soonestFirst())
        .from(SERVICE_ORDER)
        .where(condition(scope), state(states), condition(turn))
        .groupBy(SERVICE_ORDER.STATE)
        .fetch(
            row ->
                new Waiting(
                    OrderState.valueOf(row.value1()), row.value2(), row.value3(), row.value4()[0]));
  }

  /** Whose turn it is. */
  enum Turn {
    BENEFICIARY,
    PROVIDER,
    /** The other side let its time pass. */
    LATE
  }

  private static Field<UUID[]> soonestFirst() {
    return arrayAgg(SERVICE_ORDER.ID).orderBy(SERVICE_ORDER.DUE_ON.asc().nullsLast());
  }

  private Condition condition(Turn turn) {
    Condition settled =
        SERVICE_ORDER
            .OWN_FEN
            .eq(0L)
            .or(SERVICE_ORDER.OWN_PAID_AT.isNotNull())
            .and(notExists(newestContractUnsigned()));
    Condition otherState = SERVICE_ORDER.STATE.ne(OrderState.ACCEPTED.name());
    return switch (turn) {
      case BENEFICIARY -> otherState.or(settled.not());
      case PROVIDER -> otherState.or(settled);
      case LATE -> SERVICE_ORDER.DUE_ON.lt(LocalDate.now(clock));
    };
  }

  /** A new revision voids the old one, so only an unsigned one without a successor counts. */
  private static Select<?> newestContractUnsigned() {
    Contract later = CONTRACT.as("later");
    return selectOne()
        .from(CONTRACT)
        .where(
            CONTRACT.ORDER_ID.eq(SERVICE_ORDER.ID),
            CONTRACT.BENEFICIARY_SIGNED_AT.isNull(),
            notExists(
                selectOne()
                    .from(later)
                    .where(
                        later.ORDER_ID.eq(CONTRACT.ORDER_ID),
                        later.REVISION.gt(CONTRACT.REVISION))));
  }

  /**
   * Orders that wait for one side.
   *
   * @param state in which they are
   * @param count how many
   * @param due the soonest day; null when no clock runs
   * @param first the order due soonest
   */
  record Waiting(OrderState state, int count, @Nullable LocalDate due, UUID first) {}

  /** The deductions of all orders for which vouchers are held. */
  Money heldByOrders() {
    BigDecimal sum =
        db.select(coalesce(sum(SERVICE_ORDER.VOUCHER_FEN), BigDecimal.ZERO))
            .from(SERVICE_ORDER)
            .where(SERVICE_ORDER.STATE.in(names(OrderLifecycle.HOLDING)))
            .fetchSingle()
            .value1();
    return Money.ofFen(sum.longValueExact());
  }

  /** Orders of instrument time that are not over, with their states. */
  Map<UUID, OrderState> liveWithTime() {
    return db.select(SERVICE_ORDER.ID, SERVICE_ORDER.STATE)
        .from(SERVICE_ORDER)
        .where(SERVICE_ORDER.SLOT_START.isNotNull(), state(OrderLifecycle.HOLDING))
        .fetchMap(Record2::value1, row -> OrderState.valueOf(row.value2()));
  }

  /**
   * Whose orders may be seen. A side that is null does not widen the view; all null sees nothing.
   *
   * @param beneficiary organisation that ordered
   * @param provider organisation that serves
   * @param district beneficiary's or provider's district
   * @param everything true for those who read all districts
   */
  record Scope(
      @Nullable UUID beneficiary,
      @Nullable UUID provider,
      @Nullable String district,
      boolean everything) {}

  /**
   * A page of a list.
   *
   * @param number from 0
   * @param size 1 to 100
   * @param dueFirst what ends soonest first, else newest first
   */
  record Page(int number, int size, boolean dueFirst) {}

  private static Condition condition(Scope scope) {
    if (scope.everything()) {
      return trueCondition();
    }
    Condition any = falseCondition();
    if (scope.beneficiary() != null) {
      any = any.or(SERVICE_ORDER.BENEFICIARY_ID.eq(scope.beneficiary()));
    }
    if (scope.provider() != null) {
      any = any.or(SERVICE_ORDER.PROVIDER_ORGANISATION_ID.eq(scope.provider()));
    }
    if (scope.district() != null) {
      any =
          any.or(SERVICE_ORDER.BENEFICIARY_DISTRICT.eq(scope.district()))
              .or(SERVICE_ORDER.PROVIDER_DISTRICT.eq(scope.district()))
              .or(SERVICE_ORDER.ADMITTING_DISTRICT.eq(scope.district()));
    }
    return any;
  }

  private Condition condition(Orders.Narrow narrow) {
    Condition all = trueCondition();
    if (!narrow.text().isBlank()) {
      String part = narrow.text().strip();
      all =
          all.and(
              SERVICE_ORDER
                  .NUMBER
                  .containsIgnoreCase(part)
                  .or(SERVICE_ORDER.SERVICE.containsIgnoreCase(part))
                  .or(SERVICE_ORDER.BENEFICIARY_NAME.containsIgnoreCase(part))
                  .or(SERVICE_ORDER.PROVIDER_NAME.containsIgnoreCase(part)));
    }
    if (narrow.district() != null) {
      all =
          all.and(
              SERVICE_ORDER
                  .BENEFICIARY_DISTRICT
                  .eq(narrow.district())
                  .or(SERVICE_ORDER.PROVIDER_DISTRICT.eq(narrow.district())));
    }
    return narrow.late() ? all.and(SERVICE_ORDER.DUE_ON.lt(LocalDate.now(clock))) : all;
  }

  private static Condition state(Set<OrderState> states) {
    return states.isEmpty() ? trueCondition() : SERVICE_ORDER.STATE.in(names(states));
  }

  private static List<String> names(Collection<OrderState> states) {
    return states.stream().map(Enum::name).toList();
  }

  private static OrderFacts read(Record2<ServiceOrderRecord, UUID[]> row) {
    UUID[] reports = row.value2();
    return OrderMapping.read(row.value1(), reports == null ? List.of() : List.of(reports));
  }
}
