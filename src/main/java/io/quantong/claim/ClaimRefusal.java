package io.quantong.claim;

import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a claim or a step of it is refused.
 *
 * @param reason the cause
 * @param arguments values for its message
 */
public record ClaimRefusal(Reason reason, List<Object> arguments) implements Refusal {

  public ClaimRefusal {
    arguments = List.copyOf(arguments);
  }

  /** A refusal with the values its message names. */
  public static ClaimRefusal of(Reason reason, Object... arguments) {
    return new ClaimRefusal(reason, List.of(arguments));
  }

  @Override
  public String code() {
    return "claim.refusal." + reason.name();
  }

  @Override
  public @Nullable String field() {
    return reason.field;
  }

  @Override
  public Kind kind() {
    return reason.kind;
  }

  /** The causes. */
  public enum Reason {
    UNKNOWN(Kind.MISSING, null),
    INVOICE_NUMBER(Kind.INVALID, "number"),
    INVOICE_DATE(Kind.INVALID, "issuedOn"),
    INVOICE_DATE_FUTURE(Kind.INVALID, "issuedOn"),
    INVOICE_NET(Kind.INVALID, "net"),
    INVOICE_GROSS(Kind.INVALID, "gross"),
    INVOICE_NET_ABOVE_GROSS(Kind.INVALID, "net"),
    INVOICE_SELLER(Kind.INVALID, "seller"),
    INVOICE_BUYER(Kind.INVALID, "buyer"),
    INVOICE_FILE(Kind.INVALID, "invoiceFile"),
    INVOICE_TYPE(Kind.INVALID, "files"),
    INVOICE_USED(Kind.CONFLICT, "number"),
    REPORT_MISSING(Kind.CONFLICT, null),
    WINDOW_OVER(Kind.CONFLICT, null),
    NOT_DECLARED(Kind.INVALID, "declared"),
    NOT_YOUR_FILE(Kind.FORBIDDEN, null),
    NOT_OPEN_FOR_PAPERS(Kind.CONFLICT, null),
    REASON_MISSING(Kind.INVALID, "reason"),
    OUTCOME_MISSING(Kind.INVALID, "outcome"),
    CUT_SUM(Kind.INVALID, "amount"),
    PAPERS_TIMES(Kind.CONFLICT, null),
    SAME_PERSON(Kind.CONFLICT, null),
    DECIDED_MEANWHILE(Kind.CONFLICT, null),
    SECOND_REVIEW_WAITS(Kind.CONFLICT, null),
    NO_PROPOSAL(Kind.CONFLICT, null),
    REFUND_WITH_BANK(Kind.CONFLICT, null),
    REFUND_OBJECTED(Kind.CONFLICT, null),
    REFUND_GONE(Kind.CONFLICT, null),
    RECOVERY_SUM(Kind.INVALID, "amount"),
    RECOVERY_REFERENCE(Kind.INVALID, "reference");

    private final Kind kind;
    private final @Nullable String field;

    Reason(Kind kind, @Nullable String field) {
      this.kind = kind;
      this.field = field;
    }
  }
}
