package io.quantong.voucher;

/** What happens to a lot. */
enum LotEvent {
  APPLY,
  ISSUE,
  REFUSE,
  HOLD,
  RELEASE,
  /** Released after the last day: the money goes back to the budget. */
  RELEASE_LATE,
  /**
   * Released after the last day through the provider's fault: the lot may be spent a little longer.
   */
  GRACE,
  CAPTURE,
  /** The capture that leaves nothing, or the finding that nothing is left. */
  USE_UP,
  REVERSE,
  /** Taken back after the last day: the money goes back to the budget. */
  REVERSE_LATE,
  EXPIRE,
  FREEZE,
  UNFREEZE,
  REVOKE
}
