package io.quantong.policy;

import io.quantong.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a change of the rules is refused. */
public enum PolicyRefusal implements Refusal {
  /** No such parameter. */
  UNKNOWN_PARAMETER("parameter"),
  /** No amount, or no whole number in range. */
  VALUE("value"),
  /** A default of the city must have a value. */
  VALUE_MISSING("value"),
  /** Not a date. */
  FROM_SHAPE("validFrom"),
  /** Rules of days gone by stay as they were. */
  FROM_PAST("validFrom"),
  /** The reason is missing or too long. */
  REASON("reason"),
  /** No such place. */
  UNKNOWN_PLACE(null),
  /** No such version. */
  UNKNOWN_VERSION(null),
  /** The day lies before the first rules. */
  NO_RULES("day"),
  /** A period is counted over 1 to 1,000 days. */
  DAYS("days"),
  /** The calendar of the year was loaded before. */
  YEAR_LOADED("year"),
  /** The year lies out of range. */
  YEAR("year"),
  /** The source is missing. */
  SOURCE("source"),
  /** A line of the calendar is not {@code date,OFF or WORK,name}, or lies in another year. */
  CALENDAR_LINES("lines");

  private final @Nullable String field;

  PolicyRefusal(@Nullable String field) {
    this.field = field;
  }

  @Override
  public String code() {
    return "policy.refusal." + name();
  }

  @Override
  public @Nullable String field() {
    return field;
  }

  @Override
  public Kind kind() {
    return switch (this) {
      case UNKNOWN_PLACE, UNKNOWN_VERSION, NO_RULES -> Kind.MISSING;
      case YEAR_LOADED -> Kind.CONFLICT;
      case UNKNOWN_PARAMETER,
          VALUE,
          VALUE_MISSING,
          FROM_SHAPE,
          FROM_PAST,
          REASON,
          YEAR,
          SOURCE,
          DAYS,
          CALENDAR_LINES ->
          Kind.INVALID;
    };
  }
}
