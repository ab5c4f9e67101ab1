package io.quantong.publicnotice;

import static io.quantong.publicnotice.db.Tables.OBJECTION;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.publicnotice.db.tables.records.ObjectionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ObjectionRepository {

  private final DSLContext dsl;

  ObjectionRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void insert(Objection objection, LocalDate filedOn) {
    dsl.insertInto(OBJECTION)
        .set(OBJECTION.ID, objection.id())
        .set(OBJECTION.NUMBER, objection.number())
        .set(OBJECTION.NOTICE_ID, objection.noticeId())
        .set(OBJECTION.CLAIM_ID, objection.claimId())
        .set(OBJECTION.DISTRICT, objection.district())
        .set(OBJECTION.OBJECTOR_NAME, objection.objectorName())
        .set(OBJECTION.CONTACT, objection.contact())
        .set(OBJECTION.EVIDENCE, objection.evidence())
        .set(OBJECTION.FILE_ID, objection.fileId())
        .set(OBJECTION.STATE, objection.state().name())
        .set(OBJECTION.FILED_AT, objection.filedAt())
        .set(OBJECTION.FILED_ON, filedOn)
        .set(OBJECTION.ANSWER_BY, objection.answerBy())
        .set(OBJECTION.PROVISIONAL, objection.provisional())
        .execute();
  }

  void decide(UUID id, Objection.State to, Objection.Ruling ruling, Actor actor, Instant now) {
    dsl.update(OBJECTION)
        .set(OBJECTION.STATE, to.name())
        .set(OBJECTION.REASON, ruling.reason())
        .set(OBJECTION.NEW_AMOUNT_FEN, ruling.newAmount() == null ? null : ruling.newAmount().fen())
        .set(OBJECTION.DECIDED_BY, actor.personId())
        .set(OBJECTION.DECIDED_BY_NAME, actor.personName())
        .set(OBJECTION.DECIDED_AT, now)
        .where(OBJECTION.ID.eq(id))
        .execute();
  }

  Optional<Objection> find(UUID id) {
    return dsl.selectFrom(OBJECTION)
        .where(OBJECTION.ID.eq(id))
        .fetchOptional(ObjectionRepository::read);
  }

  Optional<Objection> byNumber(String number) {
    return dsl.selectFrom(OBJECTION)
        .where(OBJECTION.NUMBER.eq(number))
        .fetchOptional(ObjectionRepository::read);
  }

  List<Objection> open(UUID claimId) {
    return dsl.selectFrom(OBJECTION)
        .where(OBJECTION.CLAIM_ID.eq(claimId), isOpen())
        .orderBy(OBJECTION.ID)
        .fetch(ObjectionRepository::read);
  }

  List<Objection> ofNotice(UUID noticeId) {
    return dsl.selectFrom(OBJECTION)
        .where(OBJECTION.NOTICE_ID.eq(noticeId))
        .orderBy(OBJECTION.ID)
        .fetch(ObjectionRepository::read);
  }

  boolean anyOpen(UUID claimId) {
    return dsl.fetchExists(OBJECTION, OBJECTION.CLAIM_ID.eq(claimId).and(isOpen()));
  }

  /** Objections of a district, or of all when null; open ones first, most urgent first. */
  List<Objection> list(@Nullable String district) {
    return dsl.selectFrom(OBJECTION)
        .where(ofDistrict(district))
        .orderBy(
            DSL.when(isOpen(), DSL.inline(0)).otherwise(DSL.inline(1)),
            OBJECTION.ANSWER_BY,
            OBJECTION.ID)
        .limit(500)
        .fetch(ObjectionRepository::read);
  }

  List<LocalDate> openDueDays(String district) {
    return dsl.select(OBJECTION.ANSWER_BY)
        .from(OBJECTION)
        .where(OBJECTION.DISTRICT.eq(district), isOpen())
        .orderBy(OBJECTION.ANSWER_BY)
        .fetch(OBJECTION.ANSWER_BY);
  }

  private static Condition isOpen() {
    return OBJECTION.STATE.eq(Objection.State.OPEN.name());
  }

  private static Condition ofDistrict(@Nullable String district) {
    return district == null ? DSL.noCondition() : OBJECTION.DISTRICT.eq(district);
  }

  private static Objection read(ObjectionRecord r) {
    Long newAmount = r.getNewAmountFen();
    Objection.Decision decision =
        r.getDecidedAt() == null
            ? null
            : new Objection.Decision(
                r.getReason(),
                newAmount == null ? null : Money.ofFen(newAmount),
                r.getDecidedByName(),
                r.getDecidedAt());
    return new Objection(
        r.getId(),
        r.getNumber(),
        r.getNoticeId(),
        r.getClaimId(),
        r.getDistrict(),
        r.getObjectorName(),
        r.getContact(),
        r.getEvidence(),
        r.getFileId(),
        Objection.State.valueOf(r.getState()),
        r.getFiledAt(),
        r.getAnswerBy(),
        r.getProvisional(),
        decision);
  }
}
