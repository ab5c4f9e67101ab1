package io.quantong.budget;

import static io.quantong.budget.db.Tables.ACCOUNT;
import static io.quantong.budget.db.Tables.JOURNAL;
import static io.quantong.budget.db.Tables.TRANSFER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.splitPart;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.quantong.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What the ledger holds, for reading. */
@Repository
class BudgetRepository {

  private static final String EVERYWHERE = "";

  private final DSLContext dsl;

  BudgetRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Lines by district and year, newest year first; null for all districts. */
  List<BudgetLine> lines(@Nullable String district) {
    Field<BigDecimal> balance = sum(ACCOUNT.BALANCE_FEN);
    Result<Record4<String, Integer, String, BigDecimal>> rows =
        dsl.select(ACCOUNT.DISTRICT, ACCOUNT.YEAR, ACCOUNT.KIND, balance)
            .from(ACCOUNT)
            .where(ACCOUNT.BALANCE_FEN.ne(inline(0L)))
            .and(district == null ? noCondition() : ACCOUNT.DISTRICT.eq(district))
            .groupBy(ACCOUNT.DISTRICT, ACCOUNT.YEAR, ACCOUNT.KIND)
            .orderBy(ACCOUNT.YEAR.desc(), ACCOUNT.DISTRICT)
            .fetch();
    Map<String, Map<Account.Kind, Money>> sums = new LinkedHashMap<>();
    Map<String, BudgetLine> keys = new LinkedHashMap<>();
    for (Record4<String, Integer, String, BigDecimal> row : rows) {
      String key = row.value1() + "/" + row.value2();
      keys.putIfAbsent(key, nothing(row.value1(), row.value2()));
      sums.computeIfAbsent(key, k -> new EnumMap<>(Account.Kind.class))
          .put(Account.Kind.valueOf(row.value3()), Money.ofFen(row.value4().longValueExact()));
    }
    List<BudgetLine> lines = new ArrayList<>();
    keys.forEach(
        (key, line) ->
            lines.add(line(line.district(), line.year(), sums.getOrDefault(key, Map.of()))));
    return List.copyOf(lines);
  }

  BudgetLine whole(int year) {
    Map<Account.Kind, Money> sums = new EnumMap<>(Account.Kind.class);
    dsl.select(ACCOUNT.KIND, sum(ACCOUNT.BALANCE_FEN))
        .from(ACCOUNT)
        .where(ACCOUNT.YEAR.eq(year), ACCOUNT.BALANCE_FEN.ne(inline(0L)))
        .groupBy(ACCOUNT.KIND)
        .forEach(
            row ->
                sums.put(
                    Account.Kind.valueOf(row.value1()),
                    Money.ofFen(row.value2().longValueExact())));
    return line(EVERYWHERE, year, sums);
  }

  static BudgetLine nothing(String district, int year) {
    return line(district, year, Map.of());
  }

  private static BudgetLine line(String district, int year, Map<Account.Kind, Money> sums) {
    return new BudgetLine(
        district,
        year,
        Money.ZERO.minus(sums.getOrDefault(Account.Kind.APPROPRIATION, Money.ZERO)),
        sums.getOrDefault(Account.Kind.BUDGET, Money.ZERO),
        sums.getOrDefault(Account.Kind.LOT, Money.ZERO),
        sums.getOrDefault(Account.Kind.HELD, Money.ZERO),
        sums.getOrDefault(Account.Kind.OWED, Money.ZERO),
        sums.getOrDefault(Account.Kind.PAYABLE, Money.ZERO),
        sums.getOrDefault(Account.Kind.PAID, Money.ZERO),
        sums.getOrDefault(Account.Kind.RECOVERY, Money.ZERO));
  }

  List<BudgetEntry> entries(Budgets.Filter filter, long offset, int limit) {
    return dsl.select()
        .from(TRANSFER)
        .join(JOURNAL)
        .on(JOURNAL.ID.eq(TRANSFER.JOURNAL_ID))
        .where(matches(filter))
        .orderBy(TRANSFER.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(row -> entry(row, null));
  }

  long count(Budgets.Filter filter) {
    return dsl.selectCount()
        .from(TRANSFER)
        .join(JOURNAL)
        .on(JOURNAL.ID.eq(TRANSFER.JOURNAL_ID))
        .where(matches(filter))
        .fetchSingle(row -> row.value1().longValue());
  }

  List<BudgetEntry> entriesOf(String code, long offset, int limit) {
    Field<BigDecimal> running =
        sum(when(TRANSFER.TO_ACCOUNT.eq(code), TRANSFER.AMOUNT_FEN)
                .otherwise(TRANSFER.AMOUNT_FEN.neg()))
            .over(DSL.orderBy(TRANSFER.ID))
            .as("running");
    return dsl.select(TRANSFER.fields())
        .select(JOURNAL.fields())
        .select(running)
        .from(TRANSFER)
        .join(JOURNAL)
        .on(JOURNAL.ID.eq(TRANSFER.JOURNAL_ID))
        .where(touches(code))
        .orderBy(TRANSFER.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(row -> entry(row, Money.ofFen(row.get(running).longValueExact())));
  }

  long countOf(String code) {
    return dsl.selectCount()
        .from(TRANSFER)
        .where(touches(code))
        .fetchSingle(row -> row.value1().longValue());
  }

  /** Accounts whose balance differs from the sum of their transfers. */
  long accountsThatDiffer() {
    Field<BigDecimal> in = DSL.field(DSL.name("flow", "amount"), BigDecimal.class);
    Field<String> code = DSL.field(DSL.name("flow", "code"), String.class);
    var sides =
        dsl.select(TRANSFER.TO_ACCOUNT.as("code"), TRANSFER.AMOUNT_FEN.as("amount"))
            .from(TRANSFER)
            .unionAll(dsl.select(TRANSFER.FROM_ACCOUNT, TRANSFER.AMOUNT_FEN.neg()).from(TRANSFER))
            .asTable("flow");
    var sums =
        dsl.select(code.as("code"), sum(in).as("total")).from(sides).groupBy(code).asTable("s");
    Field<String> summed = DSL.field(DSL.name("s", "code"), String.class);
    Field<BigDecimal> total = DSL.field(DSL.name("s", "total"), BigDecimal.class);
    return dsl.selectCount()
        .from(ACCOUNT)
        .fullOuterJoin(sums)
        .on(ACCOUNT.CODE.eq(summed))
        .where(ACCOUNT.BALANCE_FEN.cast(BigDecimal.class).isDistinctFrom(total))
        .fetchSingle(row -> row.value1().longValue());
  }

  long accountsBelowZero() {
    return dsl.selectCount()
        .from(ACCOUNT)
        .where(ACCOUNT.BALANCE_FEN.lt(0L), ACCOUNT.KIND.ne(Account.Kind.APPROPRIATION.name()))
        .fetchSingle(row -> row.value1().longValue());
  }

  Money sumOfAll() {
    return dsl.select(sum(ACCOUNT.BALANCE_FEN))
        .from(ACCOUNT)
        .fetchSingle(
            row -> row.value1() == null ? Money.ZERO : Money.ofFen(row.value1().longValueExact()));
  }

  private static Condition touches(String code) {
    return TRANSFER.FROM_ACCOUNT.eq(code).or(TRANSFER.TO_ACCOUNT.eq(code));
  }

  private static Condition matches(Budgets.Filter filter) {
    Condition all = noCondition();
    if (filter.district() != null) {
      all = all.and(part(TRANSFER.FROM_ACCOUNT, 2).eq(filter.district()));
    }
    if (filter.year() != null) {
      all = all.and(part(TRANSFER.FROM_ACCOUNT, 3).eq(filter.year().toString()));
    }
    if (filter.kind() != null) {
      String kind = filter.kind().name();
      all =
          all.and(
              part(TRANSFER.FROM_ACCOUNT, 1).eq(kind).or(part(TRANSFER.TO_ACCOUNT, 1).eq(kind)));
    }
    if (filter.document() != null) {
      all =
          all.and(
              JOURNAL
                  .DOCUMENT_ID
                  .eq(filter.document())
                  .or(part(TRANSFER.FROM_ACCOUNT, 4).eq(filter.document()))
                  .or(part(TRANSFER.TO_ACCOUNT, 4).eq(filter.document())));
    }
    return all;
  }

  /** Inlined, so that the database finds its index on the same expression. */
  private static Field<String> part(Field<String> account, int number) {
    return splitPart(account, inline("/"), inline(number));
  }

  private static BudgetEntry entry(Record row, @Nullable Money balance) {
    return new BudgetEntry(
        row.get(TRANSFER.ID),
        row.get(TRANSFER.JOURNAL_ID),
        row.get(JOURNAL.AT),
        row.get(JOURNAL.OPERATION),
        row.get(JOURNAL.DOCUMENT_TYPE),
        row.get(JOURNAL.DOCUMENT_ID),
        row.get(TRANSFER.FROM_ACCOUNT),
        row.get(TRANSFER.TO_ACCOUNT),
        Money.ofFen(row.get(TRANSFER.AMOUNT_FEN)),
        row.get(JOURNAL.NOTE),
        balance);
  }
}
