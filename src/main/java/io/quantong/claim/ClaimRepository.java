package io.quantong.claim;

import static io.quantong.claim.db.Sequences.CLAIM_NUMBER;
import static io.quantong.claim.db.Tables.CLAIM_CASE;
import static io.quantong.claim.db.Tables.PART;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;

import io.quantong.claim.db.tables.records.ClaimCaseRecord;
import io.quantong.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of {@code claim.claim_case} and their parts by budget year. */
@Repository
class ClaimRepository {

  private final DSLContext db;

  ClaimRepository(DSLContext db) {
    this.db = db;
  }

  /**
   * What one budget year bears.
   *
   * @param year budget year
   * @param claimed captured vouchers
   * @param confirmed what of it is confirmed; zero before
   */
  record Part(int year, Money claimed, Money confirmed) {}

  String nextNumber(LocalDate day) {
    long next = db.nextval(CLAIM_NUMBER);
    return "SD%s-%05d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(day), next);
  }

  /** False when the order already has its claim under this funding district. */
  boolean insert(Claim claim) {
    ClaimCaseRecord row = db.newRecord(CLAIM_CASE);
    ClaimMapping.write(claim, row);
    return db.insertInto(CLAIM_CASE).set(row).onConflictDoNothing().execute() == 1;
  }

  void update(Claim claim) {
    ClaimCaseRecord row = db.newRecord(CLAIM_CASE);
    ClaimMapping.writeChangeable(claim, row);
    db.update(CLAIM_CASE).set(row).where(CLAIM_CASE.ID.eq(claim.id())).execute();
  }

  Optional<Claim> find(UUID id) {
    return db.selectFrom(CLAIM_CASE).where(CLAIM_CASE.ID.eq(id)).fetchOptional(ClaimMapping::read);
  }

  Optional<Claim> lock(UUID id) {
    return db.selectFrom(CLAIM_CASE)
        .where(CLAIM_CASE.ID.eq(id))
        .forUpdate()
        .fetchOptional(ClaimMapping::read);
  }

  List<Claim> ofOrder(UUID orderId) {
    return db.selectFrom(CLAIM_CASE)
        .where(CLAIM_CASE.ORDER_ID.eq(orderId))
        .orderBy(CLAIM_CASE.FUNDING_DISTRICT)
        .fetch(ClaimMapping::read);
  }

  List<Claim> lockOfOrder(UUID orderId) {
    return db.selectFrom(CLAIM_CASE)
        .where(CLAIM_CASE.ORDER_ID.eq(orderId))
        .orderBy(CLAIM_CASE.FUNDING_DISTRICT)
        .forUpdate()
        .fetch(ClaimMapping::read);
  }

  List<Part> parts(UUID claimId) {
    return db.selectFrom(PART)
        .where(PART.CLAIM_ID.eq(claimId))
        .orderBy(PART.YEAR)
        .fetch(
            row ->
                new Part(
                    row.getYear(),
                    Money.ofFen(row.getClaimedFen()),
                    row.getConfirmedFen() == null
                        ? Money.ZERO
                        : Money.ofFen(row.getConfirmedFen())));
  }

  void putParts(UUID claimId, Collection<Part> parts) {
    for (Part part : parts) {
      long confirmed = part.confirmed().fen();
      db.insertInto(PART)
          .set(PART.CLAIM_ID, claimId)
          .set(PART.YEAR, part.year())
          .set(PART.CLAIMED_FEN, part.claimed().fen())
          .set(PART.CONFIRMED_FEN, confirmed)
          .onConflict(PART.CLAIM_ID, PART.YEAR)
          .doUpdate()
          .set(PART.CLAIMED_FEN, part.claimed().fen())
          .set(PART.CONFIRMED_FEN, confirmed)
          .execute();
    }
  }

  /** Claims in a state whose clock ended before the day. */
  List<UUID> overdue(ClaimState state, LocalDate day) {
    return db.select(CLAIM_CASE.ID)
        .from(CLAIM_CASE)
        .where(CLAIM_CASE.STATE.eq(state.name()), CLAIM_CASE.DUE_ON.lt(day))
        .orderBy(CLAIM_CASE.DUE_ON, CLAIM_CASE.ID)
        .fetch(CLAIM_CASE.ID);
  }

  /** All claims in a state, oldest first. */
  List<UUID> in(ClaimState state) {
    return db.select(CLAIM_CASE.ID)
        .from(CLAIM_CASE)
        .where(CLAIM_CASE.STATE.eq(state.name()))
        .orderBy(CLAIM_CASE.RECEIVED_ON, CLAIM_CASE.ID)
        .fetch(CLAIM_CASE.ID);
  }

  /** Claims whose last day is counted with a year not announced. */
  List<UUID> provisional() {
    return db.select(CLAIM_CASE.ID)
        .from(CLAIM_CASE)
        .where(
            CLAIM_CASE.DUE_PROVISIONAL.isTrue(),
            CLAIM_CASE.STATE.in(
                ClaimState.DRAFT.name(),
                ClaimState.IN_REVIEW.name(),
                ClaimState.AWAITING_PAPERS.name(),
                ClaimState.IN_NOTICE.name()))
        .orderBy(CLAIM_CASE.ID)
        .fetch(CLAIM_CASE.ID);
  }

  /** What is claimed in these states together. */
  Money claimed(Collection<ClaimState> states) {
    return total(CLAIM_CASE.CLAIMED_FEN, states);
  }

  /** What is confirmed in these states together. */
  Money confirmed(Collection<ClaimState> states) {
    return total(CLAIM_CASE.CONFIRMED_FEN, states);
  }

  private Money total(org.jooq.Field<Long> amount, Collection<ClaimState> states) {
    return Money.ofFen(
        db.select(coalesce(sum(amount), BigDecimal.ZERO))
            .from(CLAIM_CASE)
            .where(CLAIM_CASE.STATE.in(states.stream().map(Enum::name).toList()))
            .fetchSingle()
            .value1()
            .longValueExact());
  }
}
