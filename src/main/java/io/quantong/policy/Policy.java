package io.quantong.policy;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.Map;

/**
 * All parameters in force for a district on a day, frozen under a version number that orders and
 * claims keep.
 *
 * @param version identifies exactly this set of values
 * @param district six-digit code
 * @param validOn the day asked for
 * @param values fen or whole numbers, every {@link Parameter} present
 */
public record Policy(
    long version, String district, LocalDate validOn, Map<Parameter, Long> values) {

  public Policy {
    values = Map.copyOf(values);
  }

  /** A parameter that is an amount. */
  public Money money(Parameter parameter) {
    return Money.ofFen(value(parameter, Parameter.Unit.MONEY));
  }

  /** A parameter that is a whole number. */
  public int count(Parameter parameter) {
    return Math.toIntExact(value(parameter, Parameter.Unit.COUNT));
  }

  private long value(Parameter parameter, Parameter.Unit unit) {
    Long value = values.get(parameter);
    if (value == null || parameter.unit() != unit) {
      throw new IllegalArgumentException(parameter + " is no " + unit);
    }
    return value;
  }
}
