package io.quantong.voucher.web;

import io.quantong.kernel.Money;
import io.quantong.voucher.Application;
import io.quantong.voucher.VoucherRefusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An application and its answer.
 *
 * @param id identifier; that of the lot when issued
 * @param amount asked for
 * @param purpose what for
 * @param issued true when a lot was issued
 * @param reasons codes of every reason of a refusal
 * @param policyVersion the policy applied
 * @param appliedAt when
 */
record ApplicationJson(
    UUID id,
    Money amount,
    String purpose,
    boolean issued,
    List<String> reasons,
    long policyVersion,
    Instant appliedAt) {

  static ApplicationJson of(Application application) {
    return new ApplicationJson(
        application.id(),
        application.amount(),
        application.purpose(),
        application.issued(),
        application.reasons().stream().map(VoucherRefusal::code).toList(),
        application.policyVersion(),
        application.appliedAt());
  }
}
