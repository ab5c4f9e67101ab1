package io.quantong.order;

import static io.quantong.order.db.Tables.CONTRACT;
import static io.quantong.order.db.Tables.RATING;
import static io.quantong.order.db.Tables.REFUND;
import static io.quantong.order.db.Tables.REPORT;
import static io.quantong.order.db.Tables.REPRICING;
import static io.quantong.order.db.Tables.SERVICE_LOG;
import static io.quantong.order.db.Tables.STAGED_REPORT;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.order.OrderDetail.Contract;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.OrderDetail.LogKind;
import io.quantong.order.OrderDetail.Rating;
import io.quantong.order.OrderDetail.Refund;
import io.quantong.order.OrderDetail.Repricing;
import io.quantong.order.OrderDetail.Signature;
import io.quantong.order.db.tables.records.ContractRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows that grow around an order: contract, log, prices, reports, rating, refunds. */
@Repository
class OrderPapers {

  private final DSLContext db;

  OrderPapers(DSLContext db) {
    this.db = db;
  }

  Optional<Contract> contract(UUID orderId) {
    return db.selectFrom(CONTRACT)
        .where(CONTRACT.ORDER_ID.eq(orderId))
        .orderBy(CONTRACT.REVISION.desc())
        .limit(1)
        .fetchOptional(OrderPapers::read);
  }

  /** Those of the orders whose newest contract the beneficiary has signed. */
  Set<UUID> signedAmong(Collection<UUID> orderIds) {
    return db
        .selectFrom(CONTRACT)
        .where(CONTRACT.ORDER_ID.in(orderIds))
        .orderBy(CONTRACT.REVISION)
        .stream()
        .collect(
            Collectors.toMap(
                ContractRecord::getOrderId,
                row -> row.getBeneficiarySignedAt() != null,
                (earlier, later) -> later))
        .entrySet()
        .stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  int nextRevision(UUID orderId) {
    return db.fetchCount(CONTRACT, CONTRACT.ORDER_ID.eq(orderId)) + 1;
  }

  void addContract(UUID orderId, int revision, Contract contract) {
    db.insertInto(CONTRACT)
        .set(CONTRACT.ID, Ids.next())
        .set(CONTRACT.ORDER_ID, orderId)
        .set(CONTRACT.REVISION, revision)
        .set(CONTRACT.NUMBER, contract.number())
        .set(CONTRACT.TEXT, contract.text())
        .set(CONTRACT.SHA256, contract.sha256())
        .set(CONTRACT.MADE_AT, contract.madeAt())
        .execute();
  }

  void signAsBeneficiary(Contract contract, Actor actor, Instant at) {
    db.update(CONTRACT)
        .set(CONTRACT.BENEFICIARY_SIGNER, actor.personId())
        .set(CONTRACT.BENEFICIARY_SIGNER_NAME, actor.personName())
        .set(CONTRACT.BENEFICIARY_SIGNED_AT, at)
        .where(CONTRACT.NUMBER.eq(contract.number()))
        .execute();
  }

  void signAsProvider(Contract contract, Actor actor, Instant at) {
    db.update(CONTRACT)
        .set(CONTRACT.PROVIDER_SIGNER, actor.personId())
        .set(CONTRACT.PROVIDER_SIGNER_NAME, actor.personName())
        .set(CONTRACT.PROVIDER_SIGNED_AT, at)
        .where(CONTRACT.NUMBER.eq(contract.number()))
        .execute();
  }

  List<LogEntry> log(UUID orderId) {
    return db.selectFrom(SERVICE_LOG)
        .where(SERVICE_LOG.ORDER_ID.eq(orderId))
        .orderBy(SERVICE_LOG.STARTED, SERVICE_LOG.ID)
        .fetch(
            row ->
                new LogEntry(
                    LogKind.valueOf(row.getKind()),
                    row.getStarted(),
                    row.getEnded(),
                    row.getOperator(),
                    row.getSamples(),
                    row.getNote()));
  }

  void addLog(UUID orderId, LogEntry entry, Instant at) {
    db.insertInto(SERVICE_LOG)
        .set(SERVICE_LOG.ID, Ids.next())
        .set(SERVICE_LOG.ORDER_ID, orderId)
        .set(SERVICE_LOG.KIND, entry.kind().name())
        .set(SERVICE_LOG.STARTED, entry.started())
        .set(SERVICE_LOG.ENDED, entry.ended())
        .set(SERVICE_LOG.OPERATOR, entry.operator())
        .set(SERVICE_LOG.SAMPLES, entry.samples())
        .set(SERVICE_LOG.NOTE, entry.note())
        .set(SERVICE_LOG.LOGGED_AT, at)
        .execute();
  }

  List<Repricing> repricings(UUID orderId) {
    return db.selectFrom(REPRICING)
        .where(REPRICING.ORDER_ID.eq(orderId))
        .orderBy(REPRICING.PROPOSED_AT, REPRICING.ID)
        .fetch(
            row ->
                new Repricing(
                    Money.ofFen(row.getOldPriceFen()),
                    Money.ofFen(row.getNewPriceFen()),
                    row.getReason(),
                    row.getProposedAt()));
  }

  void addRepricing(UUID orderId, Repricing repricing) {
    db.insertInto(REPRICING)
        .set(REPRICING.ID, Ids.next())
        .set(REPRICING.ORDER_ID, orderId)
        .set(REPRICING.OLD_PRICE_FEN, repricing.oldPrice().fen())
        .set(REPRICING.NEW_PRICE_FEN, repricing.newPrice().fen())
        .set(REPRICING.REASON, repricing.reason())
        .set(REPRICING.PROPOSED_AT, repricing.at())
        .execute();
  }

  void addReports(UUID orderId, Collection<UUID> documents, Instant at) {
    for (UUID document : documents) {
      db.insertInto(REPORT)
          .set(REPORT.ORDER_ID, orderId)
          .set(REPORT.DOCUMENT_ID, document)
          .set(REPORT.DELIVERED_AT, at)
          .onConflictDoNothing()
          .execute();
    }
  }

  List<UUID> staged(UUID orderId) {
    return db.selectFrom(STAGED_REPORT)
        .where(STAGED_REPORT.ORDER_ID.eq(orderId))
        .orderBy(STAGED_REPORT.STAGED_AT, STAGED_REPORT.DOCUMENT_ID)
        .fetch(STAGED_REPORT.DOCUMENT_ID);
  }

  void stage(UUID orderId, UUID document, Instant at) {
    db.insertInto(STAGED_REPORT)
        .set(STAGED_REPORT.ORDER_ID, orderId)
        .set(STAGED_REPORT.DOCUMENT_ID, document)
        .set(STAGED_REPORT.STAGED_AT, at)
        .execute();
  }

  void unstage(UUID orderId, UUID document) {
    db.deleteFrom(STAGED_REPORT)
        .where(STAGED_REPORT.ORDER_ID.eq(orderId), STAGED_REPORT.DOCUMENT_ID.eq(document))
        .execute();
  }

  void unstage(UUID orderId) {
    db.deleteFrom(STAGED_REPORT).where(STAGED_REPORT.ORDER_ID.eq(orderId)).execute();
  }

  Optional<Rating> rating(UUID orderId) {
    return db.selectFrom(RATING)
        .where(RATING.ORDER_ID.eq(orderId))
        .fetchOptional(row -> new Rating(row.getStars(), row.getComment(), row.getRatedAt()));
  }

  void addRating(UUID orderId, Rating rating) {
    db.insertInto(RATING)
        .set(RATING.ORDER_ID, orderId)
        .set(RATING.STARS, rating.stars())
        .set(RATING.COMMENT, rating.comment())
        .set(RATING.RATED_AT, rating.at())
        .execute();
  }

  List<Refund> refunds(UUID orderId) {
    return db.selectFrom(REFUND)
        .where(REFUND.ORDER_ID.eq(orderId))
        .orderBy(REFUND.REFUNDED_AT, REFUND.ID)
        .fetch(
            row ->
                new Refund(
                    Money.ofFen(row.getAmountFen()),
                    Money.ofFen(row.getVoucherFen()),
                    Money.ofFen(row.getOwnFen()),
                    row.getReason(),
                    row.getRefundedAt()));
  }

  void addRefund(UUID orderId, Refund refund) {
    db.insertInto(REFUND)
        .set(REFUND.ID, Ids.next())
        .set(REFUND.ORDER_ID, orderId)
        .set(REFUND.AMOUNT_FEN, refund.amount().fen())
        .set(REFUND.VOUCHER_FEN, refund.voucher().fen())
        .set(REFUND.OWN_FEN, refund.own().fen())
        .set(REFUND.REASON, refund.reason())
        .set(REFUND.REFUNDED_AT, refund.at())
        .execute();
  }

  private static Contract read(ContractRecord row) {
    return new Contract(
        row.getNumber(),
        row.getText(),
        row.getSha256(),
        row.getMadeAt(),
        signature(row.getBeneficiarySignerName(), row.getBeneficiarySignedAt()),
        signature(row.getProviderSignerName(), row.getProviderSignedAt()));
  }

  private static @Nullable Signature signature(@Nullable String name, @Nullable Instant at) {
    return name == null || at == null ? null : new Signature(name, at);
  }
}
