package io.quantong.payout;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.payout.PayoutLifecycle.BatchStep;
import io.quantong.payout.PayoutLifecycle.ItemStep;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Moves payments and batches along their tables and records every step. */
@Service
class ItemSteps {

  private final ItemRepository items;
  private final BatchRepository batches;
  private final EventLog events;

  ItemSteps(ItemRepository items, BatchRepository batches, EventLog events) {
    this.items = items;
    this.batches = batches;
    this.events = events;
  }

  PaymentItem.State next(PaymentItem item, ItemStep step) {
    return PayoutLifecycle.ITEMS.next(item.state(), step);
  }

  /** Moves a payment where nothing but its state changes. */
  void move(Actor actor, PaymentItem item, ItemStep step, @Nullable String reason) {
    PaymentItem.State to = next(item, step);
    items.move(item.id(), to);
    record(actor, item, step, to, reason);
  }

  /** Records a step of a payment as it was before. */
  void record(
      Actor actor, PaymentItem item, ItemStep step, PaymentItem.State to, @Nullable String reason) {
    PaymentItem.State from = step == ItemStep.ENTER ? null : item.state();
    events.append(
        Transition.of(PayoutLifecycle.ITEM, item.id(), step, from, to),
        actor,
        reason,
        null,
        Map.of("claim", item.claimNumber(), "amount", item.amount().plain()));
  }

  PaymentBatch.State next(PaymentBatch batch, BatchStep step) {
    return PayoutLifecycle.BATCHES.next(batch.state(), step);
  }

  /** Records a step of a batch. */
  void record(Actor actor, PaymentBatch batch, BatchStep step, PaymentBatch.State to) {
    record(actor, batch, step, to, null);
  }

  void record(
      Actor actor,
      PaymentBatch batch,
      BatchStep step,
      PaymentBatch.State to,
      @Nullable String reason) {
    PaymentBatch.State from = step == BatchStep.MAKE ? null : batch.state();
    events.append(
        Transition.of(PayoutLifecycle.BATCH, batch.id(), step, from, to),
        actor,
        reason,
        null,
        step == BatchStep.MAKE
            ? Map.of(
                "number", batch.number(),
                "count", Integer.toString(batch.count()),
                "amount", batch.total().plain())
            : Map.of());
  }

  /** A batch that lost its last payment to an objection has nothing left to do. */
  void cancelIfEmpty(Actor actor, UUID batchId) {
    PaymentBatch batch = batches.lock(batchId).orElseThrow();
    List<PaymentItem> left = items.ofBatch(batchId);
    if (left.isEmpty()) {
      PaymentBatch.State to = next(batch, BatchStep.CANCEL);
      batches.move(batchId, to);
      record(actor, batch, BatchStep.CANCEL, to);
    }
  }

  List<DomainEvent> history(UUID batchId) {
    return events.history(PayoutLifecycle.BATCH, batchId.toString());
  }
}
