package io.quantong.claim.web;

import io.quantong.claim.Claim;
import io.quantong.claim.ClaimView;
import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim.
 *
 * @param id identifier
 * @param number readable number
 * @param state where it stands
 * @param orderId the order behind it
 * @param orderNumber its number
 * @param service name of the service
 * @param providerId library entry
 * @param providerName provider
 * @param beneficiaryName beneficiary
 * @param price of the order
 * @param claimed captured vouchers
 * @param confirmed by the bureau; null before
 * @param handlingDistrict reviews and publishes
 * @param fundingDistrict pays
 * @param policyVersion frozen
 * @param receivedOn day of receipt; null before
 * @param dueOn last day of the clock now running; null when none runs
 * @param provisional true when that day may still move
 * @param next who must act
 * @param expectedOn last day on which the money arrives when every clock is kept; null when ended
 */
record ClaimJson(
    UUID id,
    String number,
    String state,
    UUID orderId,
    String orderNumber,
    String service,
    UUID providerId,
    String providerName,
    String beneficiaryName,
    Money price,
    Money claimed,
    @Nullable Money confirmed,
    String handlingDistrict,
    String fundingDistrict,
    long policyVersion,
    @Nullable LocalDate receivedOn,
    @Nullable LocalDate dueOn,
    boolean provisional,
    String next,
    @Nullable LocalDate expectedOn) {

  static ClaimJson of(ClaimView.Line line) {
    return of(line.claim(), line.next(), line.expectedOn());
  }

  static ClaimJson of(ClaimView view) {
    return of(view.claim(), view.next(), view.clock().expectedOn());
  }

  private static ClaimJson of(Claim claim, ClaimView.Next next, @Nullable LocalDate expectedOn) {
    return new ClaimJson(
        claim.id(),
        claim.number(),
        claim.state().name(),
        claim.matter().orderId(),
        claim.matter().orderNumber(),
        claim.matter().service(),
        claim.parties().providerId(),
        claim.parties().providerName(),
        claim.parties().beneficiaryName(),
        claim.sums().price(),
        claim.sums().claimed(),
        claim.sums().confirmed(),
        claim.place().handling(),
        claim.place().funding(),
        claim.policyVersion(),
        claim.dates().receivedOn(),
        claim.dates().dueOn(),
        claim.dates().provisional(),
        next.who().name(),
        expectedOn);
  }
}
