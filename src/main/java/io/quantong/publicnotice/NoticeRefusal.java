package io.quantong.publicnotice;

import io.quantong.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a notice or an objection is refused. */
public enum NoticeRefusal implements Refusal {
  /** No such notice or objection, or none this actor may know of. */
  UNKNOWN(Kind.MISSING, null),
  /** The last day is over, or the notice was taken down; complaints remain open. */
  NOT_RUNNING(Kind.CONFLICT, null),
  /** The objection was decided already. */
  DECIDED(Kind.CONFLICT, null),
  /** A name is missing; anonymous objections are not taken up. */
  NAME_MISSING(Kind.INVALID, "objectorName"),
  /** No way to reach the objector. */
  CONTACT_MISSING(Kind.INVALID, "contact"),
  /** Nothing is said that could be looked into. */
  EVIDENCE_MISSING(Kind.INVALID, "evidence"),
  /** A field is longer than 4,000 characters. */
  TOO_LONG(Kind.INVALID, "evidence"),
  /** A decision needs its reason. */
  REASON_MISSING(Kind.INVALID, "reason"),
  /** Nothing was chosen of dismissing and upholding. */
  OUTCOME_MISSING(Kind.INVALID, "outcome"),
  /** A reason has at most 4,000 characters. */
  REASON_TOO_LONG(Kind.INVALID, "reason"),
  /** The new sum must be above zero and below the published one. */
  NEW_SUM_OUT_OF_RANGE(Kind.INVALID, "newAmount");

  private final Kind kind;
  private final @Nullable String field;

  NoticeRefusal(Kind kind, @Nullable String field) {
    this.kind = kind;
    this.field = field;
  }

  @Override
  public String code() {
    return "publicnotice.refusal." + name();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public @Nullable String field() {
    return field;
  }
}
