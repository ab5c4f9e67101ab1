package io.quantong.claim;

import static io.quantong.claim.db.Tables.CLAIM_CASE;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.countDistinct;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What other claims tell about one claim. */
@Repository
class NeighbourRepository {

  /** Fewer claims than this make no usual price. */
  private static final int ENOUGH = 3;

  private final DSLContext db;

  NeighbourRepository(DSLContext db) {
    this.db = db;
  }

  /**
   * Prices.
   *
   * @param from included
   * @param to included
   */
  record Band(Money from, Money to) {}

  /** Other orders of the same pair completed since a day. */
  int ofPair(Claim claim, LocalDate since) {
    return orders(pair(claim, since));
  }

  /** Orders of the same pair and service since a day, this one included, priced within a band. */
  int nearLine(Claim claim, LocalDate since, Band band) {
    if (!within(claim.sums().price(), band)) {
      return 0;
    }
    return 1
        + orders(
            pair(claim, since)
                .and(CLAIM_CASE.OFFER_ID.eq(claim.matter().offerId()))
                .and(CLAIM_CASE.PRICE_FEN.between(band.from().fen(), band.to().fen())));
  }

  private static boolean within(Money price, Band band) {
    return price.compareTo(band.from()) >= 0 && price.compareTo(band.to()) <= 0;
  }

  /** Mean price of other claims for the same offer; null with too few. */
  @Nullable Money usualPrice(Claim claim) {
    return db.select(countDistinct(CLAIM_CASE.ORDER_ID), avg(CLAIM_CASE.PRICE_FEN))
        .from(CLAIM_CASE)
        .where(
            CLAIM_CASE.OFFER_ID.eq(claim.matter().offerId()),
            CLAIM_CASE.ORDER_ID.ne(claim.matter().orderId()),
            CLAIM_CASE.STATE.notIn(ClaimState.REFUSED.name(), ClaimState.WITHDRAWN.name()))
        .fetchSingle(row -> row.value1() < ENOUGH ? null : Money.ofFen(row.value2().longValue()));
  }

  private static Condition pair(Claim claim, LocalDate since) {
    return CLAIM_CASE
        .BENEFICIARY_ID
        .eq(claim.parties().beneficiaryId())
        .and(CLAIM_CASE.PROVIDER_ID.eq(claim.parties().providerId()))
        .and(CLAIM_CASE.ORDER_ID.ne(claim.matter().orderId()))
        .and(CLAIM_CASE.COMPLETED_ON.ge(since));
  }

  private int orders(Condition condition) {
    return db.select(countDistinct(CLAIM_CASE.ORDER_ID))
        .from(CLAIM_CASE)
        .where(condition)
        .fetchSingle()
        .value1();
  }
}
