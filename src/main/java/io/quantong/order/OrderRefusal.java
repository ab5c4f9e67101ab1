package io.quantong.order;

import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an order or a step of it is refused.
 *
 * @param reason the cause
 * @param arguments values for its message
 */
public record OrderRefusal(Reason reason, List<Object> arguments) implements Refusal {

  public OrderRefusal {
    arguments = List.copyOf(arguments);
  }

  /** A refusal with the values its message names. */
  public static OrderRefusal of(Reason reason, Object... arguments) {
    return new OrderRefusal(reason, List.of(arguments));
  }

  @Override
  public String code() {
    return "order.refusal." + reason.name();
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
    NOT_ORDERABLE(Kind.CONFLICT, null),
    PROVIDER_NOT_ADMITTED(Kind.CONFLICT, null),
    COMMITMENT_UNSIGNED(Kind.CONFLICT, "useVoucher"),
    RELATED_PARTY(Kind.CONFLICT, null),
    QUANTITY(Kind.INVALID, "quantity"),
    SLOT_MISSING(Kind.INVALID, "start"),
    SLOT_PAST(Kind.INVALID, "start"),
    PRICE_OUT_OF_RANGE(Kind.INVALID, "quantity"),
    PURPOSE_MISSING(Kind.INVALID, "purpose"),
    SAMPLE_MISSING(Kind.INVALID, "sample"),
    TEXT_TOO_LONG(Kind.INVALID, "purpose"),
    NOT_DECLARED(Kind.INVALID, "declared"),
    NOT_OVERDUE(Kind.CONFLICT, null),
    SPLIT_CHANGED(Kind.CONFLICT, null),
    REASON_MISSING(Kind.INVALID, "reason"),
    NEW_PRICE(Kind.INVALID, "price"),
    CONTRACT_CHANGED(Kind.CONFLICT, null),
    ALREADY_SIGNED(Kind.CONFLICT, null),
    NOT_SIGNED(Kind.CONFLICT, null),
    NOT_READ(Kind.INVALID, "read"),
    NOTHING_TO_PAY(Kind.CONFLICT, null),
    ALREADY_PAID(Kind.CONFLICT, null),
    OWN_SHARE_UNPAID(Kind.CONFLICT, null),
    RECEIPT_NOT_CONFIRMED(Kind.INVALID, "received"),
    LOG_TIMES(Kind.INVALID, "started"),
    LOG_OPERATOR(Kind.INVALID, "operator"),
    LOG_SAMPLES(Kind.INVALID, "samples"),
    NO_USAGE_LOG(Kind.CONFLICT, null),
    TOO_MANY_FILES(Kind.CONFLICT, "files"),
    NO_REPORT(Kind.INVALID, "files"),
    NOT_YOUR_FILE(Kind.FORBIDDEN, "files"),
    STARS(Kind.INVALID, "stars"),
    REFUND_AMOUNT(Kind.INVALID, "amount");

    private final Kind kind;
    private final @Nullable String field;

    Reason(Kind kind, @Nullable String field) {
      this.kind = kind;
      this.field = field;
    }
  }
}
