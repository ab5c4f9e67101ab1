package io.quantong.payout;

import io.quantong.budget.Account;
import io.quantong.budget.Journal;
import io.quantong.budget.Ledger;
import io.quantong.budget.TableFile;
import io.quantong.budget.Transfer;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.payout.PayoutLifecycle.BatchStep;
import io.quantong.payout.PayoutLifecycle.ItemStep;
import io.quantong.payout.PayoutRefusal.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The bank's answers: shown with every problem first, then recorded once. */
@Service
class Results {

  private final ItemRepository items;
  private final BatchRepository batches;
  private final ItemSteps steps;
  private final Ledger ledger;
  private final Idempotency idempotency;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Results(
      ItemRepository items,
      BatchRepository batches,
      ItemSteps steps,
      Ledger ledger,
      Idempotency idempotency,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.items = items;
    this.batches = batches;
    this.steps = steps;
    this.ledger = ledger;
    this.idempotency = idempotency;
    this.publisher = publisher;
    this.clock = clock;
  }

  List<ResultLine> preview(Actor actor, UUID batchId, String content) {
    PaymentBatch batch = of(actor, batchId);
    return judge(batch, ResultFile.read(content));
  }

  int commit(Actor actor, RequestKey key, UUID batchId, String content) {
    actor.require(Role.FINANCE_CLERK);
    PaymentBatch batch = batches.lock(batchId).orElseThrow(Results::unknown);
    actor.requireDistrict(batch.district());
    String moved =
        idempotency.once(
            actor,
            "payout.result",
            key,
            List.of(batchId, content),
            () -> Integer.toString(record(actor, batch, content)));
    return Integer.parseInt(moved);
  }

  private int record(Actor actor, PaymentBatch batch, String content) {
    List<ResultLine> lines = judge(batch, ResultFile.read(content));
    Refused.ifAny(lines.stream().flatMap(line -> line.problems().stream()).toList());
    Map<String, PaymentItem> sent = byEndToEndId(batch.id());
    int moved = 0;
    for (ResultLine line : lines) {
      if (!line.known()) {
        record(actor, batch, Objects.requireNonNull(sent.get(line.endToEndId())), line);
        moved++;
      }
    }
    closeIfAnswered(actor, batch.id());
    return moved;
  }

  private void record(Actor actor, PaymentBatch batch, PaymentItem before, ResultLine line) {
    PaymentItem item = items.lock(Set.of(before.id())).getFirst();
    LocalDate day = Objects.requireNonNull(line.day());
    batches.recordResult(item.id(), batch.id(), line, actor, clock.instant());
    switch (line.outcome()) {
      case OK -> {
        PaymentItem.State to = steps.next(item, ItemStep.SETTLE);
        items.settle(item.id(), day);
        pay(actor, item);
        steps.record(actor, item, ItemStep.SETTLE, to, null);
        publisher.publishEvent(new PaymentSettled(item.claimId(), actor, day));
      }
      case FAILED -> {
        steps.move(actor, item, ItemStep.FAIL, line.reason());
        publisher.publishEvent(new PaymentFailed(item.claimId(), actor, day, line.reason()));
      }
      case PENDING -> throw new IllegalStateException("a line without result has a problem");
    }
  }

  private void pay(Actor actor, PaymentItem item) {
    List<Transfer> transfers = new ArrayList<>();
    items
        .parts(item.id())
        .forEach(
            (year, amount) -> {
              if (amount.isPositive()) {
                transfers.add(
                    new Transfer(
                        Account.of(Account.Kind.PAYABLE, item.district(), year, item.claimId()),
                        Account.of(Account.Kind.PAID, item.district(), year),
                        amount));
              }
            });
    ledger.post(actor, new Journal("payout.pay", "claim", item.claimId().toString(), transfers));
  }

  private void closeIfAnswered(Actor actor, UUID batchId) {
    PaymentBatch batch = batches.find(batchId).orElseThrow();
    boolean open =
        batches.attempts(batchId).stream()
            .anyMatch(attempt -> attempt.outcome() == ResultLine.Outcome.PENDING);
    if (batch.state() == PaymentBatch.State.SENT && !open) {
      PaymentBatch.State to = steps.next(batch, BatchStep.SETTLE);
      batches.move(batchId, to);
      steps.record(actor, batch, BatchStep.SETTLE, to);
    }
  }

  private List<ResultLine> judge(PaymentBatch batch, List<ResultLine> lines) {
    Instant sentAt = batch.sentAt();
    if (sentAt == null) {
      throw new Refused(new PayoutRefusal(Reason.NOT_SENT));
    }
    Map<String, PaymentItem> sent = byEndToEndId(batch.id());
    Map<UUID, BatchRepository.Attempt> attempts = new HashMap<>();
    batches.attempts(batch.id()).forEach(attempt -> attempts.put(attempt.itemId(), attempt));
    Set<String> seen = new HashSet<>();
    Set<String> references = new HashSet<>();
    LocalDate sentOn = LocalDate.ofInstant(sentAt, clock.getZone());
    List<ResultLine> judged = new ArrayList<>();
    for (ResultLine line : lines) {
      List<Refusal> problems = new ArrayList<>(line.problems());
      problems.addAll(dayProblems(line, sentOn));
      PaymentItem item = sent.get(line.endToEndId());
      BatchRepository.Attempt attempt = item == null ? null : attempts.get(item.id());
      if (item == null || attempt == null) {
        problems.add(refusal(Reason.UNKNOWN_LINE, line));
        judged.add(line.judged(false, problems));
        continue;
      }
      if (!seen.add(line.endToEndId())) {
        problems.add(refusal(Reason.REPEATED_LINE, line));
      }
      if (usedElsewhere(line, item, references)) {
        problems.add(new PayoutRefusal(Reason.REFERENCE_USED, line.number(), line.reference()));
      }
      if (!item.amount().equals(line.amount())) {
        problems.add(amountMismatch(line, item));
      }
      boolean known = sameAs(attempt, line);
      if (!known && attempt.outcome() != ResultLine.Outcome.PENDING) {
        problems.add(refusal(Reason.OTHER_RESULT, line));
      }
      judged.add(line.judged(known, problems));
    }
    return judged;
  }

  private boolean usedElsewhere(ResultLine line, PaymentItem item, Set<String> inThisFile) {
    return line.outcome() == ResultLine.Outcome.OK
        && !line.reference().isBlank()
        && (!inThisFile.add(line.reference())
            || batches.referenceUsed(line.reference(), item.id()));
  }

  private static boolean sameAs(BatchRepository.Attempt attempt, ResultLine line) {
    boolean same = attempt.outcome() == line.outcome();
    return switch (line.outcome()) {
      case OK -> same && line.reference().equals(attempt.reference());
      case FAILED -> same && line.reason().equals(attempt.reason());
      case PENDING -> false;
    };
  }

  private List<Refusal> dayProblems(ResultLine line, LocalDate sentOn) {
    LocalDate day = line.day();
    if (day == null) {
      return List.of();
    }
    return day.isBefore(sentOn) || day.isAfter(LocalDate.now(clock))
        ? List.of(new PayoutRefusal(Reason.BAD_DAY, line.number(), day.toString()))
        : List.of();
  }

  private static PayoutRefusal amountMismatch(ResultLine line, PaymentItem item) {
    Money stated = line.amount();
    return new PayoutRefusal(
        Reason.AMOUNT_MISMATCH,
        line.number(),
        item.amount().toString(),
        stated == null ? "?" : stated.toString());
  }

  /** As the bank would answer: all paid, or the first one returned. */
  String sample(Actor actor, UUID batchId, boolean firstFails) {
    PaymentBatch batch = of(actor, batchId);
    if (batch.sentAt() == null) {
      throw new Refused(new PayoutRefusal(Reason.NOT_SENT));
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(ResultFile.COLUMNS);
    for (PaymentItem item : items.ofBatch(batchId)) {
      boolean fails = firstFails && rows.size() == 1;
      rows.add(
          List.of(
              item.endToEndId(),
              item.amount().plain(),
              (fails ? ResultLine.Outcome.FAILED : ResultLine.Outcome.OK).name(),
              "DEMO-" + batch.number() + "-" + item.endToEndId(),
              fails ? ResultFile.SAMPLE_REASON : "",
              LocalDate.now(clock).toString()));
    }
    return TableFile.write(rows);
  }

  /** The batch, for a clerk of its district; locked by those who record. */
  private PaymentBatch of(Actor actor, UUID batchId) {
    actor.require(Role.FINANCE_CLERK);
    PaymentBatch batch = batches.find(batchId).orElseThrow(Results::unknown);
    actor.requireDistrict(batch.district());
    return batch;
  }

  private Map<String, PaymentItem> byEndToEndId(UUID batchId) {
    return items.ofBatch(batchId).stream()
        .collect(Collectors.toMap(PaymentItem::endToEndId, Function.identity()));
  }

  private static PayoutRefusal refusal(Reason reason, ResultLine line) {
    return new PayoutRefusal(reason, line.number(), line.endToEndId());
  }

  private static Refused unknown() {
    return new Refused(new PayoutRefusal(Reason.UNKNOWN));
  }
}
