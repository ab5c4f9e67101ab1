package io.quantong.payout;

import io.quantong.budget.TableFile;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.payout.PayoutLifecycle.BatchStep;
import io.quantong.payout.PayoutLifecycle.ItemStep;
import io.quantong.payout.PayoutRefusal.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Payment batches: one person makes, another approves, the bank gets the list (M4, M13). */
@Service
class Batching {

  private static final int LONGEST_REASON = 500;

  private final ItemRepository items;
  private final BatchRepository batches;
  private final ItemSteps steps;
  private final Idempotency idempotency;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Batching(
      ItemRepository items,
      BatchRepository batches,
      ItemSteps steps,
      Idempotency idempotency,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.items = items;
    this.batches = batches;
    this.steps = steps;
    this.idempotency = idempotency;
    this.publisher = publisher;
    this.clock = clock;
  }

  UUID make(Actor actor, RequestKey key, Set<UUID> itemIds) {
    actor.require(Role.FINANCE_CLERK);
    String id =
        idempotency.once(
            actor,
            "payout.make",
            key,
            new TreeSet<>(itemIds),
            () -> makeNew(actor, itemIds).toString());
    return UUID.fromString(id);
  }

  private UUID makeNew(Actor actor, Set<UUID> itemIds) {
    List<PaymentItem> chosen = items.lock(itemIds);
    Refused.ifAny(problems(actor, itemIds, chosen));
    LocalDate today = LocalDate.now(clock);
    PaymentBatch batch =
        new PaymentBatch(
            Ids.next(),
            batches.nextNumber(today),
            chosen.getFirst().district(),
            PaymentBatch.State.DRAFT,
            actor.personId(),
            actor.personName(),
            null,
            null,
            today,
            null,
            chosen.size(),
            chosen.stream().map(PaymentItem::amount).reduce(Money.ZERO, Money::plus));
    batches.insert(batch, clock.instant());
    for (PaymentItem item : chosen) {
      items.putInBatch(item.id(), batch.id());
      steps.record(actor, item, ItemStep.BATCH, PaymentItem.State.BATCHED, null);
    }
    steps.record(actor, batch, BatchStep.MAKE, PaymentBatch.State.DRAFT);
    return batch.id();
  }

  private static List<Refusal> problems(Actor actor, Set<UUID> wanted, List<PaymentItem> chosen) {
    List<Refusal> problems = new ArrayList<>();
    if (wanted.isEmpty()) {
      problems.add(new PayoutRefusal(Reason.EMPTY));
    }
    if (chosen.size() != wanted.size()) {
      problems.add(new PayoutRefusal(Reason.UNKNOWN));
    }
    for (PaymentItem item : chosen) {
      actor.requireDistrict(item.district());
      if (!PayoutLifecycle.ITEMS.allows(item.state(), ItemStep.BATCH)) {
        problems.add(new PayoutRefusal(Reason.NOT_CLEARED, item.claimNumber()));
      }
      if (item.handledBy().contains(actor.personId())) {
        problems.add(new PayoutRefusal(Reason.HANDLED_CLAIM, item.claimNumber()));
      }
    }
    return problems;
  }

  void submit(Actor actor, RequestKey key, UUID batchId) {
    actor.require(Role.FINANCE_CLERK);
    once(
        actor,
        "payout.submit",
        key,
        List.of(batchId),
        () -> {
          PaymentBatch batch = lock(actor, batchId);
          requireMaker(actor, batch);
          move(actor, batch, BatchStep.SUBMIT, null);
        });
  }

  void approve(Actor actor, RequestKey key, UUID batchId) {
    actor.require(Role.FINANCE_APPROVER);
    once(
        actor,
        "payout.approve",
        key,
        List.of(batchId),
        () -> {
          PaymentBatch batch = lock(actor, batchId);
          requireOther(actor, batch);
          PaymentBatch.State to = steps.next(batch, BatchStep.APPROVE);
          batches.approve(batchId, actor);
          steps.record(actor, batch, BatchStep.APPROVE, to);
        });
  }

  void sendBack(Actor actor, RequestKey key, UUID batchId, String reason) {
    actor.require(Role.FINANCE_APPROVER);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(new PayoutRefusal(Reason.NO_REASON));
    }
    once(
        actor,
        "payout.send_back",
        key,
        List.of(batchId, reason),
        () -> {
          PaymentBatch batch = lock(actor, batchId);
          requireOther(actor, batch);
          move(actor, batch, BatchStep.SEND_BACK, reason.strip());
        });
  }

  void cancel(Actor actor, RequestKey key, UUID batchId) {
    actor.require(Role.FINANCE_CLERK);
    once(
        actor,
        "payout.cancel",
        key,
        List.of(batchId),
        () -> {
          PaymentBatch batch = lock(actor, batchId);
          requireMaker(actor, batch);
          move(actor, batch, BatchStep.CANCEL, null);
          for (PaymentItem item : items.ofBatch(batchId)) {
            items.takeOut(item.id(), steps.next(item, ItemStep.UNBATCH));
            steps.record(actor, item, ItemStep.UNBATCH, PaymentItem.State.CLEARED, null);
          }
        });
  }

  void send(Actor actor, RequestKey key, UUID batchId) {
    actor.require(Role.FINANCE_CLERK, Role.FINANCE_APPROVER);
    once(
        actor,
        "payout.send",
        key,
        List.of(batchId),
        () -> {
          PaymentBatch batch = lock(actor, batchId);
          Refused.ifAny(handled(actor, batch));
          PaymentBatch.State to = steps.next(batch, BatchStep.SEND);
          batches.send(batchId, clock.instant());
          steps.record(actor, batch, BatchStep.SEND, to);
          for (PaymentItem item : items.ofBatch(batchId)) {
            steps.move(actor, item, ItemStep.SEND, null);
            batches.insertAttempt(Ids.next(), item.id(), batchId, clock.instant());
            publisher.publishEvent(new PaymentStarted(item.claimId(), actor, LocalDate.now(clock)));
          }
        });
  }

  String paymentList(Actor actor, UUID batchId, List<String> columns) {
    actor.require(Role.FINANCE_CLERK, Role.FINANCE_APPROVER);
    PaymentBatch batch = lock(actor, batchId);
    if (batch.sentAt() == null) {
      throw new Refused(new PayoutRefusal(Reason.NOT_SENT));
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns);
    for (PaymentItem item : items.ofBatch(batchId)) {
      rows.add(
          List.of(
              Integer.toString(rows.size()),
              item.endToEndId(),
              item.payee().holder(),
              item.payee().accountNumber(),
              item.payee().bank(),
              item.amount().plain(),
              item.claimNumber()));
    }
    steps.record(actor, batch, BatchStep.EXPORT, batch.state());
    return TableFile.write(rows);
  }

  private void requireOther(Actor actor, PaymentBatch batch) {
    List<Refusal> problems = new ArrayList<>();
    if (actor.personId().equals(batch.makerId())) {
      problems.add(new PayoutRefusal(Reason.MAKER_APPROVES));
    }
    problems.addAll(handled(actor, batch));
    Refused.ifAny(problems);
  }

  /** Nobody pays what they submitted or reviewed (product 5: by person). */
  private List<Refusal> handled(Actor actor, PaymentBatch batch) {
    List<Refusal> problems = new ArrayList<>();
    for (PaymentItem item : items.ofBatch(batch.id())) {
      if (item.handledBy().contains(actor.personId())) {
        problems.add(new PayoutRefusal(Reason.HANDLED_CLAIM, item.claimNumber()));
      }
    }
    return problems;
  }

  private static void requireMaker(Actor actor, PaymentBatch batch) {
    if (!actor.personId().equals(batch.makerId())) {
      throw new Refused(new PayoutRefusal(Reason.NOT_MAKER));
    }
  }

  private PaymentBatch lock(Actor actor, UUID batchId) {
    PaymentBatch batch =
        batches.lock(batchId).orElseThrow(() -> new Refused(new PayoutRefusal(Reason.UNKNOWN)));
    actor.requireDistrict(batch.district());
    return batch;
  }

  private void move(Actor actor, PaymentBatch batch, BatchStep step, @Nullable String reason) {
    PaymentBatch.State to = steps.next(batch, step);
    batches.move(batch.id(), to);
    steps.record(actor, batch, step, to, reason);
  }

  private void once(
      Actor actor, String operation, RequestKey key, List<Object> body, Runnable work) {
    idempotency.once(
        actor,
        operation,
        key,
        body,
        () -> {
          work.run();
          return body.getFirst().toString();
        });
  }
}
