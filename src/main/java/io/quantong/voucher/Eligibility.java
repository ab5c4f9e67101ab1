package io.quantong.voucher;

import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import java.util.List;

/**
 * What an organisation may get now, and every reason why not more.
 *
 * @param most the largest application that would be issued; zero when a rule forbids all
 * @param reasons every rule not met
 * @param trace the rules one by one
 * @param policyVersion the policy applied
 */
public record Eligibility(
    Money most, List<VoucherRefusal> reasons, Trace trace, long policyVersion) {

  public Eligibility {
    reasons = List.copyOf(reasons);
  }
}
