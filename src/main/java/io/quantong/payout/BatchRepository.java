package io.quantong.payout;

import static io.quantong.payout.db.Tables.ATTEMPT;
import static io.quantong.payout.db.Tables.BATCH;
import static io.quantong.payout.db.Tables.ITEM;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.payout.db.Sequences;
import io.quantong.payout.db.tables.records.AttemptRecord;
import io.quantong.payout.db.tables.records.BatchRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class BatchRepository {

  private final DSLContext dsl;

  BatchRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  String nextNumber(LocalDate day) {
    long next = dsl.nextval(Sequences.NUMBER_SEQ);
    return "BF%s-%05d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(day), next);
  }

  void insert(PaymentBatch batch, Instant now) {
    dsl.insertInto(BATCH)
        .set(BATCH.ID, batch.id())
        .set(BATCH.NUMBER, batch.number())
        .set(BATCH.DISTRICT, batch.district())
        .set(BATCH.STATE, batch.state().name())
        .set(BATCH.MAKER_ID, batch.makerId())
        .set(BATCH.MAKER_NAME, batch.makerName())
        .set(BATCH.CREATED_ON, batch.createdOn())
        .set(BATCH.CREATED_AT, now)
        .execute();
  }

  void move(UUID id, PaymentBatch.State to) {
    dsl.update(BATCH).set(BATCH.STATE, to.name()).where(BATCH.ID.eq(id)).execute();
  }

  void approve(UUID id, Actor approver) {
    dsl.update(BATCH)
        .set(BATCH.STATE, PaymentBatch.State.APPROVED.name())
        .set(BATCH.APPROVER_ID, approver.personId())
        .set(BATCH.APPROVER_NAME, approver.personName())
        .where(BATCH.ID.eq(id))
        .execute();
  }

  void send(UUID id, Instant now) {
    dsl.update(BATCH)
        .set(BATCH.STATE, PaymentBatch.State.SENT.name())
        .set(BATCH.SENT_AT, now)
        .where(BATCH.ID.eq(id))
        .execute();
  }

  Optional<PaymentBatch> find(UUID id) {
    return dsl.selectFrom(BATCH).where(BATCH.ID.eq(id)).fetchOptional(this::read);
  }

  /** Locks the batch until the end of the transaction. */
  Optional<PaymentBatch> lock(UUID id) {
    return dsl.selectFrom(BATCH).where(BATCH.ID.eq(id)).forUpdate().fetchOptional(this::read);
  }

  List<PaymentBatch> list(@Nullable String district) {
    Condition of = district == null ? DSL.noCondition() : BATCH.DISTRICT.eq(district);
    return dsl.selectFrom(BATCH)
        .where(of)
        .orderBy(BATCH.CREATED_AT.desc(), BATCH.ID)
        .limit(100)
        .fetch(this::read);
  }

  List<PaymentBatch> inState(String district, PaymentBatch.State state) {
    return dsl.selectFrom(BATCH)
        .where(BATCH.DISTRICT.eq(district), BATCH.STATE.eq(state.name()))
        .orderBy(BATCH.CREATED_AT)
        .fetch(this::read);
  }

  void insertAttempt(UUID id, UUID itemId, UUID batchId, Instant now) {
    dsl.insertInto(ATTEMPT)
        .set(ATTEMPT.ID, id)
        .set(ATTEMPT.ITEM_ID, itemId)
        .set(ATTEMPT.BATCH_ID, batchId)
        .set(ATTEMPT.SENT_AT, now)
        .set(ATTEMPT.OUTCOME, ResultLine.Outcome.PENDING.name())
        .execute();
  }

  void recordResult(UUID itemId, UUID batchId, ResultLine line, Actor actor, Instant now) {
    dsl.update(ATTEMPT)
        .set(ATTEMPT.OUTCOME, line.outcome().name())
        .set(ATTEMPT.BANK_REFERENCE, line.reference().isBlank() ? null : line.reference())
        .set(ATTEMPT.REASON, line.reason().isBlank() ? null : line.reason())
        .set(ATTEMPT.RESULT_DAY, line.day())
        .set(ATTEMPT.RECORDED_BY, actor.personId())
        .set(ATTEMPT.RECORDED_AT, now)
        .where(ATTEMPT.ITEM_ID.eq(itemId), ATTEMPT.BATCH_ID.eq(batchId))
        .execute();
  }

  /** Why the bank returned each of the payments the last time. */
  Map<UUID, String> failures(Collection<UUID> itemIds) {
    return dsl
        .selectFrom(ATTEMPT)
        .where(ATTEMPT.ITEM_ID.in(itemIds), ATTEMPT.OUTCOME.eq(ResultLine.Outcome.FAILED.name()))
        .orderBy(ATTEMPT.SENT_AT)
        .fetch()
        .stream()
        .collect(
            Collectors.toMap(
                AttemptRecord::getItemId, AttemptRecord::getReason, (first, last) -> last));
  }

  /** What the bank was asked in a batch and what it answered. */
  List<Attempt> attempts(UUID batchId) {
    return dsl.selectFrom(ATTEMPT)
        .where(ATTEMPT.BATCH_ID.eq(batchId))
        .fetch(BatchRepository::readAttempt);
  }

  boolean referenceUsed(String reference, UUID itemId) {
    return dsl.fetchExists(
        ATTEMPT,
        ATTEMPT
            .BANK_REFERENCE
            .eq(reference)
            .and(ATTEMPT.OUTCOME.eq(ResultLine.Outcome.OK.name()))
            .and(ATTEMPT.ITEM_ID.ne(itemId)));
  }

  /**
   * One attempt.
   *
   * @param itemId the payment
   * @param outcome as far as known
   * @param reference the bank's, null before
   * @param reason of a failure
   * @param day of the result
   */
  record Attempt(
      UUID itemId,
      ResultLine.Outcome outcome,
      @Nullable String reference,
      @Nullable String reason,
      @Nullable LocalDate day) {}

  private static Attempt readAttempt(AttemptRecord r) {
    return new Attempt(
        r.getItemId(),
        ResultLine.Outcome.valueOf(r.getOutcome()),
        r.getBankReference(),
        r.getReason(),
        r.getResultDay());
  }

  private PaymentBatch read(BatchRecord r) {
    Record2<Integer, BigDecimal> held =
        dsl.select(DSL.count(), DSL.coalesce(DSL.sum(ITEM.AMOUNT_FEN), BigDecimal.ZERO))
            .from(ITEM)
            .where(
                ITEM.BATCH_ID
                    .eq(r.getId())
                    .or(
                        DSL.exists(
                            DSL.selectOne()
                                .from(ATTEMPT)
                                .where(
                                    ATTEMPT.ITEM_ID.eq(ITEM.ID), ATTEMPT.BATCH_ID.eq(r.getId())))))
            .fetchSingle();
    return new PaymentBatch(
        r.getId(),
        r.getNumber(),
        r.getDistrict(),
        PaymentBatch.State.valueOf(r.getState()),
        r.getMakerId(),
        r.getMakerName(),
        r.getApproverId(),
        r.getApproverName(),
        r.getCreatedOn(),
        r.getSentAt(),
        held.value1(),
        Money.ofFen(held.value2().longValueExact()));
  }
}
