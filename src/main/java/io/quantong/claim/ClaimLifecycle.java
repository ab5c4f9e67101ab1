package io.quantong.claim;

import static io.quantong.claim.ClaimState.AWAITING_PAPERS;
import static io.quantong.claim.ClaimState.CLEARED;
import static io.quantong.claim.ClaimState.CONFIRMED;
import static io.quantong.claim.ClaimState.DRAFT;
import static io.quantong.claim.ClaimState.IN_NOTICE;
import static io.quantong.claim.ClaimState.IN_REVIEW;
import static io.quantong.claim.ClaimState.OBJECTED;
import static io.quantong.claim.ClaimState.PAID;
import static io.quantong.claim.ClaimState.PAYING;
import static io.quantong.claim.ClaimState.PAY_FAILED;
import static io.quantong.claim.ClaimState.RECOVERED;
import static io.quantong.claim.ClaimState.RECOVERY_OPEN;
import static io.quantong.claim.ClaimState.REFERRED;
import static io.quantong.claim.ClaimState.REFUSED;
import static io.quantong.claim.ClaimState.SUBMITTED;
import static io.quantong.claim.ClaimState.WITHDRAWN;

import io.quantong.kernel.Lifecycle;

/** The life cycle of a claim (product section 5). Rows that keep the state only leave a record. */
final class ClaimLifecycle {

  static final String SUBJECT = "claim";

  static final Lifecycle<ClaimState, ClaimEvent> TABLE =
      Lifecycle.of(SUBJECT, ClaimState.class, ClaimEvent.class)
          .step(DRAFT, ClaimEvent.FILL, DRAFT)
          .step(DRAFT, ClaimEvent.SUBMIT, SUBMITTED)
          .step(DRAFT, ClaimEvent.LAPSE, WITHDRAWN)
          .step(DRAFT, ClaimEvent.RECOUNT, DRAFT)
          .step(DRAFT, ClaimEvent.WITHDRAW, WITHDRAWN)
          .step(DRAFT, ClaimEvent.REFUND, DRAFT)
          .step(DRAFT, ClaimEvent.REFUND_WHOLE, WITHDRAWN)
          .step(SUBMITTED, ClaimEvent.PASS_CHECKS, IN_REVIEW)
          .step(IN_REVIEW, ClaimEvent.RETURN, AWAITING_PAPERS)
          .step(IN_REVIEW, ClaimEvent.PROPOSE, IN_REVIEW)
          .step(IN_REVIEW, ClaimEvent.SEND_BACK, IN_REVIEW)
          .step(IN_REVIEW, ClaimEvent.CONFIRM, CONFIRMED)
          .step(IN_REVIEW, ClaimEvent.CUT, CONFIRMED)
          .step(IN_REVIEW, ClaimEvent.REFUSE, REFUSED)
          .step(IN_REVIEW, ClaimEvent.WITHDRAW, WITHDRAWN)
          .step(IN_REVIEW, ClaimEvent.REMIND, IN_REVIEW)
          .step(IN_REVIEW, ClaimEvent.RECOUNT, IN_REVIEW)
          .step(IN_REVIEW, ClaimEvent.ESCALATE, IN_REVIEW)
          .step(IN_REVIEW, ClaimEvent.REFUND, IN_REVIEW)
          .step(IN_REVIEW, ClaimEvent.REFUND_WHOLE, WITHDRAWN)
          .step(AWAITING_PAPERS, ClaimEvent.FILL, AWAITING_PAPERS)
          .step(AWAITING_PAPERS, ClaimEvent.RECOUNT, AWAITING_PAPERS)
          .step(AWAITING_PAPERS, ClaimEvent.SUPPLY, IN_REVIEW)
          .step(AWAITING_PAPERS, ClaimEvent.PAPERS_OVERDUE, IN_REVIEW)
          .step(AWAITING_PAPERS, ClaimEvent.WITHDRAW, WITHDRAWN)
          .step(AWAITING_PAPERS, ClaimEvent.REFUND, AWAITING_PAPERS)
          .step(AWAITING_PAPERS, ClaimEvent.REFUND_WHOLE, WITHDRAWN)
          .step(CONFIRMED, ClaimEvent.PUBLISH, IN_NOTICE)
          .step(IN_NOTICE, ClaimEvent.RECOUNT, IN_NOTICE)
          .step(IN_NOTICE, ClaimEvent.OBJECT, OBJECTED)
          .step(IN_NOTICE, ClaimEvent.CLEAR, CLEARED)
          .step(IN_NOTICE, ClaimEvent.NEW_SUM, CONFIRMED)
          .step(IN_NOTICE, ClaimEvent.REFUND_WHOLE, WITHDRAWN)
          .step(OBJECTED, ClaimEvent.OBJECT, OBJECTED)
          .step(OBJECTED, ClaimEvent.DISMISS, IN_NOTICE)
          .step(OBJECTED, ClaimEvent.CLEAR, CLEARED)
          .step(OBJECTED, ClaimEvent.UPHOLD, REFUSED)
          .step(OBJECTED, ClaimEvent.NEW_SUM, CONFIRMED)
          .step(CLEARED, ClaimEvent.START_PAYMENT, PAYING)
          .step(CLEARED, ClaimEvent.NEW_SUM, CONFIRMED)
          .step(CLEARED, ClaimEvent.REFUND_WHOLE, WITHDRAWN)
          .step(PAYING, ClaimEvent.SETTLE, PAID)
          .step(PAYING, ClaimEvent.FAIL, PAY_FAILED)
          .step(PAY_FAILED, ClaimEvent.START_PAYMENT, PAYING)
          .step(PAID, ClaimEvent.OPEN_RECOVERY, RECOVERY_OPEN)
          .step(RECOVERY_OPEN, ClaimEvent.RECOVER, RECOVERED)
          .step(RECOVERY_OPEN, ClaimEvent.REFER, REFERRED)
          .build();

  private ClaimLifecycle() {}
}
