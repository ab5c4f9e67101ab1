package io.quantong.policy;

/**
 * The parameters of the scheme (product section 7). Values are dated rows, city default with
 * district override; nothing of the kind is a constant in code.
 */
public enum Parameter {
  SINGLE_APPLICATION(Unit.MONEY),
  HELD_UNUSED(Unit.MONEY),
  YEARLY_CAP_ENTERPRISE(Unit.MONEY),
  YEARLY_CAP_ENTREPRENEUR(Unit.MONEY),
  LOT_VALID_MONTHS(Unit.COUNT),
  /** Grace given to a lot when the provider caused a cancel after the lot expired. */
  LOT_GRACE_DAYS(Unit.COUNT),
  FULL_DEDUCTION_UP_TO(Unit.MONEY),
  RATIO_ABOVE_PERCENT(Unit.COUNT),
  ANTI_SPLITTING_DAYS(Unit.COUNT),
  STAFF_AT_MOST(Unit.COUNT),
  SALES_AT_MOST(Unit.MONEY),
  ASSETS_AT_MOST(Unit.MONEY),
  ORDER_ANSWER_WORKING_DAYS(Unit.COUNT),
  SERVICE_DAYS(Unit.COUNT),
  ACCEPTANCE_DAYS(Unit.COUNT),
  CLAIM_WINDOW_DAYS(Unit.COUNT),
  CONFIRM_WORKING_DAYS(Unit.COUNT),
  PAPERS_WORKING_DAYS(Unit.COUNT),
  PAPERS_TIMES(Unit.COUNT),
  NOTICE_DAYS(Unit.COUNT),
  OBJECTION_WORKING_DAYS(Unit.COUNT),
  PAY_WORKING_DAYS(Unit.COUNT),
  REMIND_WORKING_DAY_FIRST(Unit.COUNT),
  REMIND_WORKING_DAY_SECOND(Unit.COUNT),
  SECOND_REVIEW_FROM(Unit.MONEY),
  INSTRUMENT_VALUE_LINE(Unit.MONEY),
  /** 1: the issuing district always handles a claim; 0: the provider's own district when in the city. */
  CLAIM_TO_ISSUING_DISTRICT(Unit.COUNT);

  private final Unit unit;

  Parameter(Unit unit) {
    this.unit = unit;
  }

  /** How the value is read. */
  public Unit unit() {
    return unit;
  }

  /** Units of parameter values. */
  public enum Unit {
    /** Fen. */
    MONEY,
    /** A whole number: days, months, percent, times. */
    COUNT
  }
}
