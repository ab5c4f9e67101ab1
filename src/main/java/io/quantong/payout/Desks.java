package io.quantong.payout;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the finance bureaus see; the only place that decides whose payments an actor reads. */
@Service
class Desks {

  private static final Role[] READERS = {
    Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.CITY_FINANCE, Role.AUDITOR, Role.SYSTEM
  };

  private final ItemRepository items;
  private final BatchRepository batches;
  private final ItemSteps steps;

  Desks(ItemRepository items, BatchRepository batches, ItemSteps steps) {
    this.items = items;
    this.batches = batches;
    this.steps = steps;
  }

  Payouts.Desk desk(Actor actor) {
    String scope = scope(actor);
    List<PaymentItem> ready =
        items.list(scope, List.of(PaymentItem.State.CLEARED, PaymentItem.State.FAILED));
    return new Payouts.Desk(
        ready,
        items.list(scope, List.of(PaymentItem.State.ENTERED, PaymentItem.State.BLOCKED)),
        batches.list(scope),
        items.sums(scope),
        batches.failures(ready.stream().map(PaymentItem::id).toList()));
  }

  Payouts.BatchView batch(Actor actor, UUID batchId) {
    String scope = scope(actor);
    PaymentBatch batch =
        batches
            .find(batchId)
            .filter(found -> scope == null || scope.equals(found.district()))
            .orElseThrow(() -> new Refused(new PayoutRefusal(PayoutRefusal.Reason.UNKNOWN)));
    Map<UUID, BatchRepository.Attempt> answers = new HashMap<>();
    batches.attempts(batchId).forEach(attempt -> answers.put(attempt.itemId(), attempt));
    return new Payouts.BatchView(
        batch,
        items.ofBatch(batchId).stream().map(i -> row(i, answers.get(i.id()))).toList(),
        steps.history(batchId));
  }

  private static Payouts.BatchView.Row row(
      PaymentItem item, BatchRepository.@Nullable Attempt answer) {
    if (answer == null || answer.outcome() == ResultLine.Outcome.PENDING) {
      return new Payouts.BatchView.Row(item, ResultLine.Outcome.PENDING, "");
    }
    String reason = answer.reason();
    String reference = answer.reference();
    String note = reason != null ? reason : reference != null ? reference : "";
    return new Payouts.BatchView.Row(item, answer.outcome(), note);
  }

  /** The district whose payments the actor reads; null for all; nobody else gets this far. */
  private static @Nullable String scope(Actor actor) {
    actor.require(READERS);
    if (actor.readsAllDistricts()) {
      return null;
    }
    actor.requireDistrict(actor.district());
    return actor.district();
  }
}
