package io.quantong.voucher;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policy;
import java.util.List;

/** The estimator: the same rules, with nothing held yet and the budget taken for granted. */
final class EstimateRules {

  private EstimateRules() {}

  static Vouchers.Estimate estimate(Vouchers.EstimateRequest request, Policy policy) {
    Money yearly =
        policy.money(
            request.kind() == OrganisationKind.ENTREPRENEUR
                ? Parameter.YEARLY_CAP_ENTREPRENEUR
                : Parameter.YEARLY_CAP_ENTERPRISE);
    EligibilityRules.Facts facts =
        new EligibilityRules.Facts(
            request.kind(),
            true,
            request.staff(),
            request.sales(),
            request.assets(),
            true,
            Money.ZERO,
            Money.ZERO,
            yearly);
    Eligibility eligibility = EligibilityRules.size(facts, policy);
    boolean eligible = eligibility.reasons().isEmpty();
    Money most = eligible ? yearly.min(policy.money(Parameter.HELD_UNUSED)) : Money.ZERO;
    Deduction deduction = Deduction.of(policy, request.price(), Vouchers.Earlier.NOTHING, most);
    Quote quote =
        new Quote(
            request.price(),
            deduction.amount(),
            request.price().minus(deduction.amount()),
            List.of(),
            deduction.trace(),
            policy.version());
    return new Vouchers.Estimate(eligibility, eligible ? yearly : Money.ZERO, quote);
  }
}
