package io.quantong.policy.web;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.PolicyRefusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a rule as it is typed.
 *
 * @param district six digits
 * @param parameter name of the parameter
 * @param value yuan or a whole number; empty lets a district return to the city's value
 * @param validFrom first day, {@code 2026-12-01}
 * @param reason why
 */
record PolicyForm(
    @Nullable String district,
    @Nullable String parameter,
    @Nullable String value,
    @Nullable String validFrom,
    @Nullable String reason) {

  Policies.Change change() {
    List<PolicyRefusal> faults = new ArrayList<>();
    Parameter named = named(faults);
    Long number = named == null ? null : number(named, faults);
    LocalDate day = day(faults);
    if (named == null || day == null || !faults.isEmpty()) {
      throw new Refused(faults);
    }
    return new Policies.Change(text(district), named, number, day, text(reason));
  }

  private @Nullable Parameter named(List<PolicyRefusal> faults) {
    try {
      return Parameter.valueOf(text(parameter));
    } catch (IllegalArgumentException unknown) {
      faults.add(PolicyRefusal.UNKNOWN_PARAMETER);
      return null;
    }
  }

  private @Nullable Long number(Parameter named, List<PolicyRefusal> faults) {
    String typed = text(value);
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return switch (named.unit()) {
        case MONEY -> Money.parse(typed).fen();
        case COUNT -> Long.valueOf(typed);
      };
    } catch (NumberFormatException unreadable) {
      faults.add(PolicyRefusal.VALUE);
      return null;
    }
  }

  private @Nullable LocalDate day(List<PolicyRefusal> faults) {
    try {
      return LocalDate.parse(text(validFrom));
    } catch (DateTimeParseException unreadable) {
      faults.add(PolicyRefusal.FROM_SHAPE);
      return null;
    }
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
