package io.quantong.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of renminbi in whole fen (分). Arithmetic is exact: an overflow throws {@link
 * ArithmeticException}, never wraps.
 *
 * @param fen the amount; negative only where a difference is meant
 */
public record Money(long fen) implements Comparable<Money> {

  /** Nothing. */
  public static final Money ZERO = new Money(0);

  private static final Pattern YUAN = Pattern.compile("-?\\d{1,13}(\\.\\d{1,2})?");

  /** An amount given in whole yuan. */
  public static Money yuan(long yuan) {
    return new Money(Math.multiplyExact(yuan, 100L));
  }

  /** An amount given in fen. */
  public static Money ofFen(long fen) {
    return new Money(fen);
  }

  /**
   * Reads what a person types: {@code 12345.67}, {@code 12,345.67}, {@code ¥100}.
   *
   * @throws NumberFormatException when the text is no amount with at most two decimals
   */
  public static Money parse(String text) {
    String bare = text.strip().replace(",", "").replace("，", "").replace("¥", "").replace("￥", "");
    if (!YUAN.matcher(bare).matches()) {
      throw new NumberFormatException("not an amount in yuan: " + text);
    }
    int dot = bare.indexOf('.');
    String whole = dot < 0 ? bare : bare.substring(0, dot);
    String cents = dot < 0 ? "00" : (bare.substring(dot + 1) + "0").substring(0, 2);
    long magnitude =
        Math.addExact(
            Math.multiplyExact(Long.parseLong(whole.replace("-", "")), 100L),
            Long.parseLong(cents));
    return new Money(whole.startsWith("-") ? -magnitude : magnitude);
  }

  /** The exact sum. */
  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  /** The exact difference. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  /** The exact product with a count. */
  public Money times(long count) {
    return new Money(Math.multiplyExact(fen, count));
  }

  /**
   * The share {@code numerator / denominator}, rounded down to the fen – the default rounding of
   * the policy (product section 4).
   *
   * @param numerator from 0 up
   * @param denominator above 0
   */
  public Money share(long numerator, long denominator) {
    return new Money(Math.floorDiv(Math.multiplyExact(fen, numerator), denominator));
  }

  /** The smaller of two amounts. */
  public Money min(Money other) {
    return fen <= other.fen ? this : other;
  }

  /** The larger of two amounts. */
  public Money max(Money other) {
    return fen >= other.fen ? this : other;
  }

  /** True above zero. */
  public boolean isPositive() {
    return fen > 0;
  }

  /** True below zero. */
  public boolean isNegative() {
    return fen < 0;
  }

  /** True at exactly zero. */
  public boolean isZero() {
    return fen == 0;
  }

  /** The form for machines: yuan with two decimals and no grouping, {@code 12345.67}. */
  public String plain() {
    return "%s%d.%02d".formatted(fen < 0 ? "-" : "", Math.abs(fen / 100), Math.abs(fen % 100));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** The form for people: {@code ¥12,345.67}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s¥%,d.%02d", fen < 0 ? "-" : "", Math.abs(fen / 100), Math.abs(fen % 100));
  }
}
