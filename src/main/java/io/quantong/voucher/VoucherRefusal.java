package io.quantong.voucher;

import io.quantong.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a voucher is not issued, held or changed.
 *
 * @param reason which rule
 * @param arguments figures for the sentence
 */
public record VoucherRefusal(Reason reason, List<Object> arguments) implements Refusal {

  public VoucherRefusal {
    arguments = List.copyOf(arguments);
  }

  static VoucherRefusal of(Reason reason, Object... arguments) {
    return new VoucherRefusal(reason, Arrays.asList(arguments));
  }

  @Override
  public String code() {
    return "voucher.refusal." + reason.name();
  }

  @Override
  public @Nullable String field() {
    return reason.field;
  }

  @Override
  public Kind kind() {
    return reason.kind;
  }

  /** The reasons. */
  public enum Reason {
    /** The credit commitment is not signed (M15). */
    COMMITMENT(Kind.CONFLICT, null),
    /** Neither enterprise nor entrepreneur (M1). */
    KIND(Kind.CONFLICT, null),
    /** Registered outside the districts of the city (M1). */
    DISTRICT(Kind.CONFLICT, null),
    /** Too many employees (product section 7). */
    STAFF(Kind.CONFLICT, null),
    /** Sales too high (product section 7). */
    SALES(Kind.CONFLICT, null),
    /** Assets too high (product section 7). */
    ASSETS(Kind.CONFLICT, null),
    /** No amount above zero with at most two decimals. */
    AMOUNT(Kind.INVALID, "amount"),
    /** More than a single application may ask for. */
    SINGLE_APPLICATION(Kind.CONFLICT, "amount"),
    /** More unused than one may hold. */
    HELD_UNUSED(Kind.CONFLICT, "amount"),
    /** More than a calendar year allows, by issue date. */
    YEARLY_CAP(Kind.CONFLICT, "amount"),
    /** The district's budget does not hold the amount. */
    BUDGET_EXHAUSTED(Kind.CONFLICT, "amount"),
    /** The purpose is longer than 200 characters. */
    PURPOSE(Kind.INVALID, "purpose"),
    /** No figure of the size, or below zero. */
    FIGURES(Kind.INVALID, "staff"),
    /** No district of the city, nor the city. */
    PLACE(Kind.INVALID, "district"),
    /** No price above zero. */
    PRICE(Kind.INVALID, "price"),
    /** The deduction differs from the one shown. */
    QUOTE_CHANGED(Kind.CONFLICT, null),
    /** The order holds vouchers already. */
    ALREADY_HELD(Kind.CONFLICT, null),
    /** More is to be taken back than was captured. */
    MORE_THAN_CAPTURED(Kind.CONFLICT, null),
    /** A decision needs a reason of 4 to 500 characters. */
    REASON(Kind.INVALID, "reason"),
    /** No such lot, or none this actor may know of. */
    MISSING(Kind.MISSING, null);

    private final Kind kind;
    private final @Nullable String field;

    Reason(Kind kind, @Nullable String field) {
      this.kind = kind;
      this.field = field;
    }
  }
}
