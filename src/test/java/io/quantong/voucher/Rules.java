package io.quantong.voucher;

import io.quantong.kernel.Money;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policy;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Policies for tests of pure rules. */
final class Rules {

  private Rules() {}

  /** The default policy of the plan, written down a second time. */
  static Policy plan() {
    return with(Map.of());
  }

  /** The default policy with some values changed. */
  static Policy with(Map<Parameter, Long> changed) {
    Map<Parameter, Long> values = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      values.put(parameter, 1L);
    }
    values.put(Parameter.SINGLE_APPLICATION, Money.yuan(20_000).fen());
    values.put(Parameter.HELD_UNUSED, Money.yuan(50_000).fen());
    values.put(Parameter.YEARLY_CAP_ENTERPRISE, Money.yuan(100_000).fen());
    values.put(Parameter.YEARLY_CAP_ENTREPRENEUR, Money.yuan(20_000).fen());
    values.put(Parameter.FULL_DEDUCTION_UP_TO, Money.yuan(10_000).fen());
    values.put(Parameter.RATIO_ABOVE_PERCENT, 50L);
    values.put(Parameter.ANTI_SPLITTING_DAYS, 90L);
    values.put(Parameter.STAFF_AT_MOST, 500L);
    values.put(Parameter.SALES_AT_MOST, Money.yuan(200_000_000).fen());
    values.put(Parameter.ASSETS_AT_MOST, Money.yuan(200_000_000).fen());
    values.putAll(changed);
    return new Policy(7, "330602", LocalDate.parse("2026-11-26"), values);
  }
}
