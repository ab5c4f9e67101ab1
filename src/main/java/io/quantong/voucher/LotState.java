package io.quantong.voucher;

/** States of a voucher lot (product section 5). */
public enum LotState {
  /** Asked for; decided at once, so that it is never seen to rest here. */
  APPLIED,
  /** Can be spent until its last day. */
  ACTIVE,
  /** Not issued; the application keeps every reason. */
  REFUSED,
  /** Stopped by the district while something is looked into. */
  FROZEN,
  /** All spent. */
  USED_UP,
  /** Its last day has passed; what orders hold stays until they end. */
  EXPIRED,
  /** Taken back by the district for good. */
  REVOKED
}
