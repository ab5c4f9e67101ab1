package io.quantong.policy.web;

import io.quantong.kernel.Money;
import io.quantong.policy.Parameter;
import io.quantong.policy.ParameterChange;
import io.quantong.policy.Policy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of a place, ready to be shown. */
final class RulesView {

  private static final String PLATFORM = "system";
  private static final Comparator<String> PLAN =
      Comparator.comparingInt(clause -> Integer.parseInt(clause.substring(1)));

  private RulesView() {}

  /**
   * A value of a parameter.
   *
   * @param parameter what
   * @param amount when it is money
   * @param number when it is a whole number; both null where a district follows its city
   */
  record Value(Parameter parameter, @Nullable Money amount, @Nullable Long number) {

    static Value of(Parameter parameter, @Nullable Long value) {
      if (value == null) {
        return new Value(parameter, null, null);
      }
      return switch (parameter.unit()) {
        case MONEY -> new Value(parameter, Money.ofFen(value), null);
        case COUNT -> new Value(parameter, null, value);
      };
    }
  }

  /**
   * A dated value.
   *
   * @param value what
   * @param change the row it rests on
   * @param own true when the district departs from the city
   * @param future true when it is not in force yet
   */
  record Row(Value value, ParameterChange change, boolean own, boolean future) {

    static Row of(ParameterChange change, String city, LocalDate day) {
      return new Row(
          Value.of(change.parameter(), change.value()),
          change,
          !change.district().equals(city),
          change.validFrom().isAfter(day));
    }

    /** True when no office set it but the plan itself. */
    public boolean fromThePlatform() {
      return change.setBy().equals(PLATFORM);
    }
  }

  /** Rows by the clause they serve, in the order of the plan. */
  static Map<String, List<Row>> byClause(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.value().parameter().clause(),
                () -> new TreeMap<>(PLAN),
                Collectors.toList()));
  }

  /** The values of a frozen version by clause. */
  static Map<String, List<Value>> byClause(Policy policy) {
    return Arrays.stream(Parameter.values())
        .map(parameter -> Value.of(parameter, policy.values().get(parameter)))
        .collect(
            Collectors.groupingBy(
                value -> value.parameter().clause(),
                () -> new TreeMap<>(PLAN),
                Collectors.toList()));
  }
}
