package io.quantong.publicnotice;

import static io.quantong.publicnotice.db.Tables.NOTICE;
import static io.quantong.publicnotice.db.Tables.OBJECTION;

import io.quantong.kernel.Money;
import io.quantong.policy.Deadline;
import io.quantong.publicnotice.db.Sequences;
import io.quantong.publicnotice.db.tables.records.NoticeRecord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class NoticeRepository {

  private final DSLContext dsl;

  NoticeRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  String nextNumber(String prefix, LocalDate day) {
    long next = dsl.nextval(Sequences.NUMBER_SEQ);
    return "%s%s-%05d".formatted(prefix, DateTimeFormatter.BASIC_ISO_DATE.format(day), next);
  }

  void insert(Notice notice, long policyVersion) {
    dsl.insertInto(NOTICE)
        .set(NOTICE.ID, notice.id())
        .set(NOTICE.NUMBER, notice.number())
        .set(NOTICE.CLAIM_ID, notice.claimId())
        .set(NOTICE.CLAIM_NUMBER, notice.claimNumber())
        .set(NOTICE.DISTRICT, notice.district())
        .set(NOTICE.PROVIDER_NAME, notice.providerName())
        .set(NOTICE.BENEFICIARY_NAME, notice.beneficiaryName())
        .set(NOTICE.SERVICE, notice.service())
        .set(NOTICE.TOTAL_FEN, notice.total().fen())
        .set(NOTICE.AMOUNT_FEN, notice.amount().fen())
        .set(NOTICE.POLICY_VERSION, policyVersion)
        .set(NOTICE.PUBLISHED_ON, notice.publishedOn())
        .set(NOTICE.LAST_DAY, notice.lastDay())
        .set(NOTICE.PROVISIONAL, notice.provisional())
        .set(NOTICE.STATE, notice.state().name())
        .execute();
  }

  void move(UUID id, Notice.State to) {
    dsl.update(NOTICE).set(NOTICE.STATE, to.name()).where(NOTICE.ID.eq(id)).execute();
  }

  void moveLastDay(UUID id, Deadline deadline) {
    dsl.update(NOTICE)
        .set(NOTICE.LAST_DAY, deadline.day())
        .set(NOTICE.PROVISIONAL, deadline.provisional())
        .where(NOTICE.ID.eq(id))
        .execute();
  }

  Optional<Notice> find(UUID id) {
    return dsl.selectFrom(NOTICE).where(NOTICE.ID.eq(id)).fetchOptional(NoticeRepository::read);
  }

  /** Locks the notice until the end of the transaction. */
  Optional<Notice> lock(UUID id) {
    return dsl.selectFrom(NOTICE)
        .where(NOTICE.ID.eq(id))
        .forUpdate()
        .fetchOptional(NoticeRepository::read);
  }

  Optional<Notice> latest(UUID claimId) {
    return dsl.selectFrom(NOTICE)
        .where(NOTICE.CLAIM_ID.eq(claimId))
        .orderBy(NOTICE.PUBLISHED_ON.desc(), NOTICE.ID.desc())
        .limit(1)
        .fetchOptional(NoticeRepository::read);
  }

  Optional<Notice> running(UUID claimId) {
    return dsl.selectFrom(NOTICE)
        .where(NOTICE.CLAIM_ID.eq(claimId), NOTICE.STATE.eq(Notice.State.RUNNING.name()))
        .forUpdate()
        .fetchOptional(NoticeRepository::read);
  }

  long policyVersion(UUID id) {
    return dsl.select(NOTICE.POLICY_VERSION)
        .from(NOTICE)
        .where(NOTICE.ID.eq(id))
        .fetchSingle(NOTICE.POLICY_VERSION);
  }

  /** Running notices whose last day is over and to which no objection is open. */
  List<UUID> over(LocalDate day) {
    return dsl.select(NOTICE.ID)
        .from(NOTICE)
        .where(NOTICE.STATE.eq(Notice.State.RUNNING.name()), NOTICE.LAST_DAY.lt(day))
        .andNotExists(
            DSL.selectOne()
                .from(OBJECTION)
                .where(
                    OBJECTION.CLAIM_ID.eq(NOTICE.CLAIM_ID),
                    OBJECTION.STATE.eq(Objection.State.OPEN.name())))
        .orderBy(NOTICE.ID)
        .fetch(NOTICE.ID);
  }

  List<UUID> provisional() {
    return dsl.select(NOTICE.ID)
        .from(NOTICE)
        .where(NOTICE.STATE.eq(Notice.State.RUNNING.name()), NOTICE.PROVISIONAL.isTrue())
        .orderBy(NOTICE.ID)
        .fetch(NOTICE.ID);
  }

  List<Notice> list(Notices.Search search, long offset, int limit) {
    return dsl.selectFrom(NOTICE)
        .where(matching(search))
        .orderBy(NOTICE.PUBLISHED_ON.desc(), NOTICE.ID.desc())
        .offset(offset)
        .limit(limit)
        .fetch(NoticeRepository::read);
  }

  int count(Notices.Search search) {
    return dsl.fetchCount(NOTICE, matching(search));
  }

  private static Condition matching(Notices.Search search) {
    Condition condition = DSL.noCondition();
    if (!search.district().isBlank()) {
      condition = condition.and(NOTICE.DISTRICT.eq(search.district()));
    }
    if (search.runningOnly()) {
      condition = condition.and(NOTICE.STATE.eq(Notice.State.RUNNING.name()));
    }
    if (!search.words().isBlank()) {
      String words = search.words().strip();
      condition =
          condition.and(
              NOTICE
                  .NUMBER
                  .containsIgnoreCase(words)
                  .or(NOTICE.CLAIM_NUMBER.containsIgnoreCase(words))
                  .or(NOTICE.PROVIDER_NAME.containsIgnoreCase(words))
                  .or(NOTICE.BENEFICIARY_NAME.containsIgnoreCase(words))
                  .or(NOTICE.SERVICE.containsIgnoreCase(words)));
    }
    return condition;
  }

  private static Notice read(NoticeRecord r) {
    return new Notice(
        r.getId(),
        r.getNumber(),
        r.getClaimId(),
        r.getClaimNumber(),
        r.getDistrict(),
        r.getProviderName(),
        r.getBeneficiaryName(),
        r.getService(),
        Money.ofFen(r.getTotalFen()),
        Money.ofFen(r.getAmountFen()),
        r.getPublishedOn(),
        r.getLastDay(),
        r.getProvisional(),
        Notice.State.valueOf(r.getState()));
  }
}
