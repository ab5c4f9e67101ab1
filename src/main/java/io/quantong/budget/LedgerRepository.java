package io.quantong.budget;

import static io.quantong.budget.db.Tables.ACCOUNT;
import static io.quantong.budget.db.Tables.JOURNAL;
import static io.quantong.budget.db.Tables.TRANSFER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of the ledger; journal and transfers are written in one round trip. */
@Repository
class LedgerRepository {

  private final DSLContext dsl;

  LedgerRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void insert(Actor actor, Journal journal, @Nullable String note, Instant at) {
    UUID id = Ids.next();
    var head =
        name("head")
            .as(
                dsl.insertInto(
                        JOURNAL,
                        JOURNAL.ID,
                        JOURNAL.OPERATION,
                        JOURNAL.DOCUMENT_TYPE,
                        JOURNAL.DOCUMENT_ID,
                        JOURNAL.ACTOR_PERSON,
                        JOURNAL.ACTOR_ORGANISATION,
                        JOURNAL.ACTOR_ROLES,
                        JOURNAL.AT,
                        JOURNAL.NOTE)
                    .values(
                        id,
                        journal.operation(),
                        journal.documentType(),
                        journal.documentId(),
                        actor.personId(),
                        actor.organisationId(),
                        roles(actor),
                        at,
                        note)
                    .returning(JOURNAL.ID));
    var lines =
        dsl.with(head)
            .insertInto(
                TRANSFER,
                TRANSFER.JOURNAL_ID,
                TRANSFER.LINE,
                TRANSFER.FROM_ACCOUNT,
                TRANSFER.TO_ACCOUNT,
                TRANSFER.AMOUNT_FEN);
    int line = 0;
    for (Transfer transfer : journal.transfers()) {
      lines =
          lines.values(
              val(id),
              val(++line),
              val(transfer.from().code()),
              val(transfer.to().code()),
              val(transfer.amount().fen()));
    }
    lines.execute();
  }

  Money balance(String account) {
    return dsl.select(ACCOUNT.BALANCE_FEN)
        .from(ACCOUNT)
        .where(ACCOUNT.CODE.eq(account))
        .fetchOptional(ACCOUNT.BALANCE_FEN)
        .map(Money::ofFen)
        .orElse(Money.ZERO);
  }

  Money total(Account.Kind kind) {
    return dsl.select(coalesce(sum(ACCOUNT.BALANCE_FEN), BigDecimal.ZERO))
        .from(ACCOUNT)
        .where(ACCOUNT.KIND.eq(kind.name()), ACCOUNT.BALANCE_FEN.ne(0L))
        .fetchSingle(row -> Money.ofFen(row.value1().longValueExact()));
  }

  private static String roles(Actor actor) {
    return actor.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }
}
