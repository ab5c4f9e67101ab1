package io.quantong.policy;

/**
 * The parameters of the scheme (product section 7). Values are dated rows, city default with
 * district override; nothing of the kind is a constant in code.
 */
public enum Parameter {
  SINGLE_APPLICATION("M1"),
  HELD_UNUSED("M1"),
  YEARLY_CAP_ENTERPRISE("M1"),
  YEARLY_CAP_ENTREPRENEUR("M1"),
  LOT_VALID_MONTHS("M1", 1, 120),
  /** Grace given to a lot when the provider caused a cancel after the lot expired. */
  LOT_GRACE_DAYS("M1", 0, 366),
  FULL_DEDUCTION_UP_TO("M2"),
  RATIO_ABOVE_PERCENT("M2", 0, 100),
  ANTI_SPLITTING_DAYS("M2", 0, 1_000),
  STAFF_AT_MOST("M1", 0, 1_000_000),
  SALES_AT_MOST("M1"),
  ASSETS_AT_MOST("M1"),
  ORDER_ANSWER_WORKING_DAYS("M2", 1, 250),
  SERVICE_DAYS("M2", 1, 1_000),
  ACCEPTANCE_DAYS("M2", 1, 1_000),
  CLAIM_WINDOW_DAYS("M3", 1, 1_000),
  CONFIRM_WORKING_DAYS("M4", 1, 250),
  PAPERS_WORKING_DAYS("M4", 1, 250),
  PAPERS_TIMES("M4", 0, 10),
  NOTICE_DAYS("M4", 1, 366),
  OBJECTION_WORKING_DAYS("M4", 1, 250),
  PAY_WORKING_DAYS("M4", 1, 250),
  REMIND_WORKING_DAY_FIRST("M4", 1, 250),
  REMIND_WORKING_DAY_SECOND("M4", 1, 250),
  SECOND_REVIEW_FROM("M15"),
  INSTRUMENT_VALUE_LINE("M14"),
  /**
   * 1: the issuing district always handles a claim; 0: the provider's own district when in the
   * city.
   */
  CLAIM_TO_ISSUING_DISTRICT("M3", 0, 1);

  private static final long LARGEST_MONEY = 1_000_000_000_000_00L;

  private final Unit unit;
  private final String clause;
  private final long least;
  private final long most;

  Parameter(String clause) {
    this(Unit.MONEY, clause, 0, LARGEST_MONEY);
  }

  Parameter(String clause, long least, long most) {
    this(Unit.COUNT, clause, least, most);
  }

  Parameter(Unit unit, String clause, long least, long most) {
    this.unit = unit;
    this.clause = clause;
    this.least = least;
    this.most = most;
  }

  /** How the value is read. */
  public Unit unit() {
    return unit;
  }

  /** The clause of the plan it serves: {@code M4}. */
  public String clause() {
    return clause;
  }

  /** True when a value makes sense: a period has a day, a percentage is no more than the whole. */
  public boolean accepts(long value) {
    return value >= least && value <= most;
  }

  /** Units of parameter values. */
  public enum Unit {
    /** Fen. */
    MONEY,
    /** A whole number: days, months, percent, times. */
    COUNT
  }
}
