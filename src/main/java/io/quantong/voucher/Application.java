package io.quantong.voucher;

import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An application and its answer, given at once.
 *
 * @param id identifier; that of the lot when issued
 * @param ownerId beneficiary organisation
 * @param district where it was asked for
 * @param amount asked for
 * @param purpose what for, may be empty
 * @param reasons every reason of a refusal; empty when issued
 * @param trace the rules one by one
 * @param policyVersion the policy applied
 * @param appliedAt when
 */
public record Application(
    UUID id,
    UUID ownerId,
    String district,
    Money amount,
    String purpose,
    List<VoucherRefusal> reasons,
    Trace trace,
    long policyVersion,
    Instant appliedAt) {

  public Application {
    reasons = List.copyOf(reasons);
  }

  /** True when a lot was issued. */
  public boolean issued() {
    return reasons.isEmpty();
  }
}
