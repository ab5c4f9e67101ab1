package io.quantong.claim;

import static io.quantong.claim.db.Tables.CLAIM_CASE;
import static io.quantong.claim.db.Tables.PAUSE;
import static io.quantong.claim.db.Tables.REMINDER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.quantong.claim.Claims.Queue;
import io.quantong.kernel.Money;
import io.quantong.policy.Pause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists and counts of claims, always within a scope. */
@Repository
class ListRepository {

  private final DSLContext db;

  ListRepository(DSLContext db) {
    this.db = db;
  }

  /**
   * What a reader may see; nothing when nothing is named.
   *
   * @param provider organisation, or null
   * @param district handling or funding district, or null
   * @param everything true for the city and auditors
   */
  record Scope(@Nullable UUID provider, @Nullable String district, boolean everything) {

    Condition condition() {
      if (everything) {
        return noCondition();
      }
      if (provider != null) {
        return CLAIM_CASE.PROVIDER_ORGANISATION_ID.eq(provider);
      }
      if (district != null) {
        return CLAIM_CASE
            .HANDLING_DISTRICT
            .eq(district)
            .or(CLAIM_CASE.FUNDING_DISTRICT.eq(district));
      }
      return falseCondition();
    }
  }

  /**
   * What of the scope is wanted.
   *
   * @param queue of the bureau
   * @param states empty for all
   * @param district handling district; null for all
   */
  record Wanted(Queue queue, Set<ClaimState> states, @Nullable String district) {

    Condition condition() {
      Condition wanted = ListRepository.in(queue);
      if (!states.isEmpty()) {
        wanted = wanted.and(CLAIM_CASE.STATE.in(states.stream().map(Enum::name).toList()));
      }
      return district == null ? wanted : wanted.and(CLAIM_CASE.HANDLING_DISTRICT.eq(district));
    }
  }

  static Condition in(Queue queue) {
    Condition inReview = CLAIM_CASE.STATE.eq(ClaimState.IN_REVIEW.name());
    return switch (queue) {
      case ALL -> noCondition();
      case FIRST -> inReview.and(CLAIM_CASE.PROPOSED_OUTCOME.isNull());
      case SECOND -> inReview.and(CLAIM_CASE.PROPOSED_OUTCOME.isNotNull());
      case PAPERS -> CLAIM_CASE.STATE.eq(ClaimState.AWAITING_PAPERS.name());
      case ESCALATED ->
          inReview.and(
              exists(
                  selectOne()
                      .from(REMINDER)
                      .where(
                          REMINDER.CLAIM_ID.eq(CLAIM_CASE.ID),
                          REMINDER.KIND.eq(PauseRepository.Reminder.ESCALATION.name()))));
      case RISKY -> inReview.and(CLAIM_CASE.RISK.eq(Signal.Level.HIGH.name()));
    };
  }

  /**
   * A page.
   *
   * @param number from 1
   * @param size of a page
   */
  record Page(int number, int size) {}

  List<Claim> list(Scope scope, Wanted wanted, Page page) {
    return db.selectFrom(CLAIM_CASE)
        .where(scope.condition(), wanted.condition())
        .orderBy(order(scope))
        .limit(page.size())
        .offset((page.number() - 1L) * page.size())
        .fetch(ClaimMapping::read);
  }

  /** Most urgent first; in its own list a provider reads first what it must do itself. */
  private static List<SortField<?>> order(Scope scope) {
    List<SortField<?>> order = new ArrayList<>();
    if (scope.provider() != null) {
      order.add(
          field(CLAIM_CASE.STATE.in(ClaimState.DRAFT.name(), ClaimState.AWAITING_PAPERS.name()))
              .desc());
    }
    order.add(CLAIM_CASE.DUE_ON.asc().nullsLast());
    order.add(CLAIM_CASE.OPENED_ON.desc());
    order.add(CLAIM_CASE.NUMBER.desc());
    return order;
  }

  long total(Scope scope, Wanted wanted) {
    return db.fetchCount(CLAIM_CASE, scope.condition().and(wanted.condition()));
  }

  /** Count and expected sum by state. */
  Map<ClaimState, ClaimView.Sum> sums(Scope scope) {
    Map<ClaimState, ClaimView.Sum> sums = new EnumMap<>(ClaimState.class);
    db.select(
            CLAIM_CASE.STATE,
            count(),
            sum(coalesce(CLAIM_CASE.CONFIRMED_FEN, CLAIM_CASE.CLAIMED_FEN)))
        .from(CLAIM_CASE)
        .where(scope.condition())
        .groupBy(CLAIM_CASE.STATE)
        .forEach(
            row ->
                sums.put(
                    ClaimState.valueOf(row.value1()),
                    new ClaimView.Sum(row.value2(), Money.ofFen(row.value3().longValueExact()))));
    return sums;
  }

  /**
   * What waits.
   *
   * @param count how many
   * @param due first of their last days; null when none runs
   * @param first the most urgent one
   */
  record Waiting(long count, @Nullable LocalDate due, @Nullable UUID first) {}

  /** What waits, without what this person has had a hand in. */
  Waiting waiting(Scope scope, Wanted wanted, @Nullable UUID notBy) {
    Condition condition = scope.condition().and(wanted.condition()).and(notBy(notBy));
    UUID first =
        db.select(CLAIM_CASE.ID)
            .from(CLAIM_CASE)
            .where(condition)
            .orderBy(CLAIM_CASE.DUE_ON.asc().nullsLast(), CLAIM_CASE.NUMBER)
            .limit(1)
            .fetchOne(CLAIM_CASE.ID);
    return db.select(count(), min(CLAIM_CASE.DUE_ON))
        .from(CLAIM_CASE)
        .where(condition)
        .fetchSingle(row -> new Waiting(row.value1(), row.value2(), first));
  }

  private static Condition notBy(@Nullable UUID person) {
    return person == null
        ? noCondition()
        : coalesce(CLAIM_CASE.SUBMITTER.eq(person), false)
            .isFalse()
            .and(coalesce(CLAIM_CASE.REVIEWER.eq(person), false).isFalse());
  }

  /** Pauses of many claims at once. */
  Map<UUID, List<Pause>> pauses(Collection<UUID> claimIds) {
    return db.selectFrom(PAUSE)
        .where(PAUSE.CLAIM_ID.in(claimIds))
        .orderBy(PAUSE.CLAIM_ID, PAUSE.POSITION)
        .fetchGroups(PAUSE.CLAIM_ID, row -> new Pause(row.getFromDay(), row.getUntilDay()));
  }

  /** Undecided claims whose last day has passed without a word to the city. */
  long overdueAndSilent(LocalDate today) {
    return db.fetchCount(
        CLAIM_CASE,
        CLAIM_CASE
            .STATE
            .eq(ClaimState.IN_REVIEW.name())
            .and(CLAIM_CASE.DUE_ON.lt(today))
            .andNot(in(Queue.ESCALATED)));
  }
}
