package io.quantong.booking;

import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a booking or a step of it is refused. */
public enum BookingRefusal implements Refusal {
  UNKNOWN(Kind.MISSING, null),
  /** The end is not after the begin. */
  BACKWARDS(Kind.INVALID, "start"),
  /** Not one or more whole slots within one opening. */
  OUTSIDE_HOURS(Kind.INVALID, "start"),
  /** Closed on that day whatever the week says. */
  CLOSED_DAY(Kind.CONFLICT, "start"),
  /** Too close to the begin. */
  TOO_SOON(Kind.CONFLICT, "start"),
  /** Too far ahead. */
  TOO_FAR(Kind.CONFLICT, "start"),
  /** Somebody was faster. */
  TAKEN(Kind.CONFLICT, "start"),
  /** The order has time booked already. */
  ORDER_HAS_TIME(Kind.CONFLICT, "start"),
  /** Nobody can be missing before the booked time has begun. */
  NOT_BEGUN(Kind.CONFLICT, null),
  /** A closing says why. */
  REASON_MISSING(Kind.INVALID, "reason"),
  /** A closing is too long. */
  TOO_LONG(Kind.INVALID, "end"),
  /** What is closed is not in the past. */
  PAST(Kind.INVALID, "start");

  private final Kind kind;
  private final @Nullable String field;

  BookingRefusal(Kind kind, @Nullable String field) {
    this.kind = kind;
    this.field = field;
  }

  @Override
  public String code() {
    return "booking.refusal." + name();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public @Nullable String field() {
    return field;
  }

  Refusal about(Object... arguments) {
    return new About(this, List.of(arguments));
  }

  private record About(BookingRefusal refusal, List<Object> arguments) implements Refusal {
    @Override
    public String code() {
      return refusal.code();
    }

    @Override
    public Kind kind() {
      return refusal.kind();
    }

    @Override
    public @Nullable String field() {
      return refusal.field();
    }
  }
}
