package io.quantong.payout.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.payout.PaymentBatch;
import io.quantong.payout.PaymentItem;
import io.quantong.payout.Payouts;
import io.quantong.payout.ResultLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payments and batches for programs; account numbers come masked (M4, M14). */
@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "payments")
class PaymentApi {

  private static final String KEY = "Idempotency-Key";

  private final Payouts payouts;

  PaymentApi(Payouts payouts) {
    this.payouts = payouts;
  }

  @GetMapping
  @Allow({Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.CITY_FINANCE, Role.AUDITOR})
  @Operation(summary = "Payments ready or waiting, most urgent first")
  List<Payment> list(Actor actor) {
    Payouts.Desk desk = payouts.desk(actor);
    return Stream.concat(desk.ready().stream(), desk.waiting().stream()).map(Payment::of).toList();
  }

  @GetMapping("/batches")
  @Allow({Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.CITY_FINANCE, Role.AUDITOR})
  @Operation(summary = "The latest batches, newest first")
  List<Batch> batches(Actor actor) {
    return payouts.desk(actor).batches().stream().map(Batch::of).toList();
  }

  @GetMapping("/batches/{id}")
  @Allow({Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.CITY_FINANCE, Role.AUDITOR})
  @Operation(summary = "A batch with its payments and the bank's answers")
  BatchDetail batch(Actor actor, @PathVariable UUID id) {
    Payouts.BatchView view = payouts.batch(actor, id);
    return new BatchDetail(
        Batch.of(view.batch()), view.rows().stream().map(BatchDetail.Row::of).toList());
  }

  @PostMapping("/batches")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Role.FINANCE_CLERK)
  @Operation(summary = "Make a batch of cleared payments")
  Batch make(
      Actor actor,
      @RequestHeader(value = KEY, required = false) String key,
      @RequestBody NewBatch body) {
    UUID id = payouts.makeBatch(actor, RequestKey.of(key), body.items());
    return Batch.of(payouts.batch(actor, id).batch());
  }

  @PostMapping("/batches/{id}/{step}")
  @Allow({Role.FINANCE_CLERK, Role.FINANCE_APPROVER})
  @Operation(summary = "Move a batch: SUBMIT, APPROVE, SEND or CANCEL")
  Batch move(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable Step step,
      @RequestHeader(value = KEY, required = false) String key) {
    switch (step) {
      case SUBMIT -> payouts.submitBatch(actor, RequestKey.of(key), id);
      case APPROVE -> payouts.approveBatch(actor, RequestKey.of(key), id);
      case SEND -> payouts.sendBatch(actor, RequestKey.of(key), id);
      case CANCEL -> payouts.cancelBatch(actor, RequestKey.of(key), id);
    }
    return Batch.of(payouts.batch(actor, id).batch());
  }

  @PostMapping(value = "/batches/{id}/result", consumes = "text/csv")
  @Allow(Role.FINANCE_CLERK)
  @Operation(summary = "Record the bank's answer; a file with any problem is refused whole")
  Recorded record(
      Actor actor,
      @PathVariable UUID id,
      @RequestHeader(value = KEY, required = false) String key,
      @RequestBody byte[] file) {
    return new Recorded(payouts.commitResult(actor, RequestKey.of(key), id, file));
  }

  /** How many payments were settled or returned by an answer. */
  record Recorded(int moved) {}

  /** What may be asked of a batch. */
  enum Step {
    SUBMIT,
    APPROVE,
    SEND,
    CANCEL
  }

  /** Payments to pay together. */
  record NewBatch(Set<UUID> items) {
    NewBatch {
      items = items == null ? Set.of() : Set.copyOf(items);
    }
  }

  /** A payment. */
  record Payment(
      UUID id,
      UUID claimId,
      String claimNumber,
      String district,
      Money amount,
      String holder,
      String bank,
      String account,
      PaymentItem.State state,
      @Nullable LocalDate payBy,
      @Nullable LocalDate settledOn) {

    static Payment of(PaymentItem item) {
      return new Payment(
          item.id(),
          item.claimId(),
          item.claimNumber(),
          item.district(),
          item.amount(),
          item.payee().holder(),
          item.payee().bank(),
          item.maskedAccount(),
          item.state(),
          item.payBy(),
          item.settledOn());
    }
  }

  /** A batch. */
  record Batch(
      UUID id,
      String number,
      String district,
      PaymentBatch.State state,
      String maker,
      @Nullable String approver,
      LocalDate createdOn,
      int count,
      Money total) {

    static Batch of(PaymentBatch batch) {
      return new Batch(
          batch.id(),
          batch.number(),
          batch.district(),
          batch.state(),
          batch.makerName(),
          batch.approverName(),
          batch.createdOn(),
          batch.count(),
          batch.total());
    }
  }

  /** A batch and its payments. */
  record BatchDetail(Batch batch, List<Row> rows) {

    /** A payment and the bank's answer. */
    record Row(Payment payment, ResultLine.Outcome outcome, String note) {
      static Row of(Payouts.BatchView.Row row) {
        return new Row(Payment.of(row.item()), row.outcome(), row.note());
      }
    }
  }
}
