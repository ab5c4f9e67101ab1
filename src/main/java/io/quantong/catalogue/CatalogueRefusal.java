package io.quantong.catalogue;

import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why something is refused around the catalogue. */
public enum CatalogueRefusal implements Refusal {
  /** No such offer or instrument, or none the actor may know of. */
  UNKNOWN(Kind.MISSING, null),
  /** The organisation has no entry in the library. */
  NO_ENTRY(Kind.CONFLICT, null),
  /** Only admitted providers publish (M5). */
  NOT_ADMITTED(Kind.CONFLICT, null),
  NAME_MISSING(Kind.INVALID, "name"),
  /** M7: the content of the service is stated. */
  CONTENT_MISSING(Kind.INVALID, "content"),
  /** M7: the process of the service is stated. */
  PROCESS_MISSING(Kind.INVALID, "process"),
  /** M7: a price is in force. */
  PRICE_MISSING(Kind.INVALID, "price"),
  /** Instrument time needs an instrument of the provider that can be booked. */
  INSTRUMENT_MISSING(Kind.INVALID, "instrument"),
  CATEGORY(Kind.INVALID, "category"),
  /** Sample tests are not priced by the hour. */
  BASIS(Kind.INVALID, "basis"),
  TURNAROUND(Kind.INVALID, "turnaround"),
  PRICE_RANGE(Kind.INVALID, "price"),
  PRICE_DAY(Kind.INVALID, "from"),
  TEXT_TOO_LONG(Kind.INVALID, "content"),
  LIST_TOO_LONG(Kind.INVALID, "standards"),
  REASON_MISSING(Kind.INVALID, "reason"),
  MODEL_MISSING(Kind.INVALID, "model"),
  VALUE(Kind.INVALID, "value"),
  LOCATION_MISSING(Kind.INVALID, "location"),
  SLOT_LENGTH(Kind.INVALID, "slotMinutes"),
  LEAD(Kind.INVALID, "leadHours"),
  HORIZON(Kind.INVALID, "horizonDays"),
  HOURS(Kind.INVALID, "hours1"),
  CLOSED_DAYS(Kind.INVALID, "closedDays");

  private final Kind kind;
  private final @Nullable String field;

  CatalogueRefusal(Kind kind, @Nullable String field) {
    this.kind = kind;
    this.field = field;
  }

  @Override
  public String code() {
    return "catalogue.refusal." + name();
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

  private record About(CatalogueRefusal refusal, List<Object> arguments) implements Refusal {
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
