package io.quantong.claim;

import java.util.EnumSet;
import java.util.Set;

/** States of a claim (product section 5). */
public enum ClaimState {
  /** Opened by the platform; the provider adds the invoice. */
  DRAFT,
  /** Handed in; the machine checks run in the same transaction. */
  SUBMITTED,
  /** With the bureau; the clock of ten working days runs. */
  IN_REVIEW,
  /** Papers are missing; the clock stands still. */
  AWAITING_PAPERS,
  /** Confirmed, in full or cut; the notice follows in the same transaction. */
  CONFIRMED,
  /** The bureau said no; the money went back to the budget. */
  REFUSED,
  /** Given up, refunded in full, or not submitted in time. */
  WITHDRAWN,
  /** The public notice runs. */
  IN_NOTICE,
  /** An objection is open; the money stands still. */
  OBJECTED,
  /** The notice ended clean; the finance bureau may pay. */
  CLEARED,
  /** With the bank. */
  PAYING,
  /** Paid to the provider. */
  PAID,
  /** Came back unpaid; will be paid again. */
  PAY_FAILED,
  /** Money already paid is claimed back. */
  RECOVERY_OPEN,
  /** The money came back. */
  RECOVERED,
  /** Handed on to those who enforce. */
  REFERRED;

  /** States in which the money is captured and nobody has decided yet. */
  static final Set<ClaimState> UNDECIDED = EnumSet.of(DRAFT, SUBMITTED, IN_REVIEW, AWAITING_PAPERS);

  /** States in which the bureau owes the next step of the review. */
  static final Set<ClaimState> UNDER_REVIEW = EnumSet.of(SUBMITTED, IN_REVIEW, AWAITING_PAPERS);

  /** States in which a confirmed sum is on its way. */
  static final Set<ClaimState> ON_ITS_WAY =
      EnumSet.of(CONFIRMED, IN_NOTICE, OBJECTED, CLEARED, PAYING, PAY_FAILED);

  /** States in which nothing more happens by itself. */
  static final Set<ClaimState> ENDED = EnumSet.of(REFUSED, WITHDRAWN, PAID, RECOVERED, REFERRED);
}
