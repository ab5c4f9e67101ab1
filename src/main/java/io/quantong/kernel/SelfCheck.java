package io.quantong.kernel;

/**
 * A statement about the whole platform that must always hold, shown on the self-check page 公开自检.
 */
public interface SelfCheck {

  /** Message key of the statement: {@code selfcheck.ledger_sums_to_zero}. */
  String statement();

  /** Evaluates the statement against the database now. */
  Finding check();

  /**
   * What was found.
   *
   * @param holds true when the statement is true
   * @param expected one side of the comparison, ready for display
   * @param actual the other side
   */
  record Finding(boolean holds, String expected, String actual) {

    /** Compares two amounts. */
    public static Finding equal(Money expected, Money actual) {
      return new Finding(expected.equals(actual), expected.toString(), actual.toString());
    }

    /** Expects that nothing is found. */
    public static Finding none(long found) {
      return new Finding(found == 0, "0", Long.toString(found));
    }
  }
}
