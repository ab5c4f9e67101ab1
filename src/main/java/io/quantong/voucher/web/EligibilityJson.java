package io.quantong.voucher.web;

import io.quantong.kernel.Money;
import io.quantong.voucher.Eligibility;
import java.util.List;

/**
 * What one may get, rule by rule.
 *
 * @param most the largest application that would be issued
 * @param policyVersion the policy applied
 * @param rules every rule
 */
record EligibilityJson(Money most, long policyVersion, List<Rule> rules) {

  /**
   * A rule.
   *
   * @param code its message key
   * @param clause of the plan
   * @param met true when it does not stand in the way
   * @param figures values of its sentence
   */
  record Rule(String code, String clause, boolean met, List<Object> figures) {}

  static EligibilityJson of(Eligibility eligibility) {
    return new EligibilityJson(
        eligibility.most(),
        eligibility.policyVersion(),
        eligibility.lines().stream()
            .map(line -> new Rule(line.key(), line.clause(), line.met(), line.figures()))
            .toList());
  }
}
