package io.quantong.claim;

/** What happens to a claim; some steps keep the state and only leave a record. */
public enum ClaimEvent {
  /** The order was completed: the platform opens the claim. */
  OPEN,
  /** Invoice data or a paper was added. */
  FILL,
  SUBMIT,
  /** The machine checks found nothing that forbids a review. */
  PASS_CHECKS,
  /** Not submitted within the claim window. */
  LAPSE,
  WITHDRAW,
  /** The order was refunded in part; the claim is smaller. */
  REFUND,
  /** The order was refunded in full. */
  REFUND_WHOLE,
  /** The reviewer asks for papers; the clock stops. */
  RETURN,
  SUPPLY,
  /** The papers did not come in time; the clock runs again. */
  PAPERS_OVERDUE,
  /** The first reviewer proposes; a second person decides. */
  PROPOSE,
  /** The second reviewer gives the proposal back. */
  SEND_BACK,
  CONFIRM,
  /** Confirmed for less than was claimed. */
  CUT,
  REFUSE,
  REMIND,
  /** A year was announced since: the last day is counted again. */
  RECOUNT,
  /** The last working day began without a decision: the city is told. */
  ESCALATE,
  PUBLISH,
  OBJECT,
  DISMISS,
  /** An objection was upheld: the claim is refused after all. */
  UPHOLD,
  /** An objection or a refund leads to another sum and a new notice. */
  NEW_SUM,
  CLEAR,
  START_PAYMENT,
  SETTLE,
  FAIL,
  OPEN_RECOVERY,
  RECOVER,
  REFER
}
