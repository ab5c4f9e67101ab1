package io.quantong.payout;

import io.quantong.kernel.Lifecycle;

/** The life cycles of payments and batches. */
final class PayoutLifecycle {

  static final String ITEM = "payout.item";
  static final String BATCH = "payout.batch";

  static final Lifecycle<PaymentItem.State, ItemStep> ITEMS =
      Lifecycle.of(ITEM, PaymentItem.State.class, ItemStep.class)
          .step(PaymentItem.State.ENTERED, ItemStep.REENTER, PaymentItem.State.ENTERED)
          .step(PaymentItem.State.ENTERED, ItemStep.BLOCK, PaymentItem.State.BLOCKED)
          .step(PaymentItem.State.ENTERED, ItemStep.CLEAR, PaymentItem.State.CLEARED)
          .step(PaymentItem.State.ENTERED, ItemStep.CANCEL, PaymentItem.State.CANCELLED)
          .step(PaymentItem.State.BLOCKED, ItemStep.BLOCK, PaymentItem.State.BLOCKED)
          .step(PaymentItem.State.BLOCKED, ItemStep.REENTER, PaymentItem.State.ENTERED)
          .step(PaymentItem.State.BLOCKED, ItemStep.CLEAR, PaymentItem.State.CLEARED)
          .step(PaymentItem.State.BLOCKED, ItemStep.CANCEL, PaymentItem.State.CANCELLED)
          .step(PaymentItem.State.CLEARED, ItemStep.BLOCK, PaymentItem.State.BLOCKED)
          .step(PaymentItem.State.CLEARED, ItemStep.BATCH, PaymentItem.State.BATCHED)
          .step(PaymentItem.State.BATCHED, ItemStep.BLOCK, PaymentItem.State.BLOCKED)
          .step(PaymentItem.State.BATCHED, ItemStep.UNBATCH, PaymentItem.State.CLEARED)
          .step(PaymentItem.State.BATCHED, ItemStep.SEND, PaymentItem.State.SENT)
          .step(PaymentItem.State.SENT, ItemStep.SETTLE, PaymentItem.State.PAID)
          .step(PaymentItem.State.SENT, ItemStep.FAIL, PaymentItem.State.FAILED)
          .step(PaymentItem.State.FAILED, ItemStep.BLOCK, PaymentItem.State.BLOCKED)
          .step(PaymentItem.State.FAILED, ItemStep.BATCH, PaymentItem.State.BATCHED)
          .build();

  static final Lifecycle<PaymentBatch.State, BatchStep> BATCHES =
      Lifecycle.of(BATCH, PaymentBatch.State.class, BatchStep.class)
          .step(PaymentBatch.State.DRAFT, BatchStep.SUBMIT, PaymentBatch.State.SUBMITTED)
          .step(PaymentBatch.State.DRAFT, BatchStep.CANCEL, PaymentBatch.State.CANCELLED)
          .step(PaymentBatch.State.SUBMITTED, BatchStep.APPROVE, PaymentBatch.State.APPROVED)
          .step(PaymentBatch.State.SUBMITTED, BatchStep.SEND_BACK, PaymentBatch.State.DRAFT)
          .step(PaymentBatch.State.SUBMITTED, BatchStep.CANCEL, PaymentBatch.State.CANCELLED)
          .step(PaymentBatch.State.APPROVED, BatchStep.SEND, PaymentBatch.State.SENT)
          .step(PaymentBatch.State.APPROVED, BatchStep.CANCEL, PaymentBatch.State.CANCELLED)
          .step(PaymentBatch.State.SENT, BatchStep.SETTLE, PaymentBatch.State.SETTLED)
          .build();

  private PayoutLifecycle() {}

  /** What happens to a payment. */
  enum ItemStep {
    ENTER,
    REENTER,
    BLOCK,
    CLEAR,
    CANCEL,
    BATCH,
    UNBATCH,
    SEND,
    SETTLE,
    FAIL,
    REDIRECT
  }

  /** What happens to a batch. */
  enum BatchStep {
    MAKE,
    SUBMIT,
    APPROVE,
    SEND_BACK,
    SEND,
    SETTLE,
    CANCEL,
    EXPORT
  }
}
