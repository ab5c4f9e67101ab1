package io.quantong.order;

/** What can happen to an order; the rows it may happen in stand in the life cycle. */
public enum OrderEvent {
  PLACE,
  ACCEPT,
  DECLINE,
  TIME_OUT,
  REPRICE,
  CONFIRM_PRICE,
  CANCEL,
  /** The beneficiary signs the contract; the state stays. */
  SIGN,
  /** The beneficiary states that the own share was paid; the state stays. */
  PAY_OWN,
  /** The provider signs, confirms the receipt of the own share and begins. */
  START,
  /** A line of the service log; the state stays. */
  LOG,
  DELIVER,
  ACCEPT_RESULT,
  AUTO_ACCEPT,
  DISPUTE,
  /** A part is refunded; something remains, so the state stays. */
  PART_REFUND,
  REFUND,
  CLOSE
}
