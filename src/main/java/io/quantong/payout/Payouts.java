package io.quantong.payout;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money to providers (M4): payment items, batches by maker and approver, results. */
@Service
public class Payouts {

  private final PaymentEntry entry;
  private final Batching batching;
  private final Results results;
  private final ResultFiles files;
  private final Desks desks;
  private final MoneyBack back;

  Payouts(
      PaymentEntry entry,
      Batching batching,
      Results results,
      ResultFiles files,
      Desks desks,
      MoneyBack back) {
    this.back = back;
    this.entry = entry;
    this.batching = batching;
    this.results = results;
    this.files = files;
    this.desks = desks;
  }

  /**
   * A claim was confirmed: owed becomes payable, the cut part returns to the budget. Called again
   * after an upheld objection with a new sum; then the difference returns to the budget.
   */
  @Transactional
  public void enter(Actor actor, PaymentRequest request) {
    entry.enter(actor, request);
  }

  /** The claim was refused: whatever is owed or payable for it returns to the budget. */
  @Transactional
  public void refuse(Actor actor, Settlement settlement) {
    entry.refuse(actor, settlement);
  }

  /** The notice ended clean: the item may enter a batch; must be paid within the policy's days. */
  @Transactional
  public void clear(Actor actor, UUID claimId, LocalDate payBy) {
    entry.clear(actor, claimId, payBy);
  }

  /** An objection came in: the item leaves the reach of batches until cleared again. */
  @Transactional
  public void block(Actor actor, UUID claimId) {
    entry.block(actor, claimId);
  }

  /**
   * The provider's account changed: payments nobody approved yet, and those the bank returned, go
   * to the new one.
   *
   * @return how many
   */
  @Transactional
  public int redirect(Actor actor, Payee payee) {
    actor.require(Role.SYSTEM);
    return entry.redirect(actor, payee);
  }

  /**
   * The order is being refunded after the claim was confirmed: what is payable is owed again, the
   * payment is cancelled. Refused once it is with the bank.
   */
  @Transactional
  public void withdraw(Actor actor, Settlement settlement) {
    back.withdraw(actor, settlement);
  }

  /** Money paid is claimed back: paid becomes recovery, newest budget year first (M15). */
  @Transactional
  public void openRecovery(Actor actor, UUID claimId, Money amount) {
    back.openRecovery(actor, claimId, amount);
  }

  /** The money came back: recovery returns to the budget. */
  @Transactional
  public void recovered(Actor actor, UUID claimId) {
    back.recovered(actor, claimId);
  }

  /** What the ledger holds as owed and as payable, all districts together. */
  @Transactional(readOnly = true)
  public Books books() {
    return back.books();
  }

  /**
   * Two totals of the ledger.
   *
   * @param owed captured, not yet decided
   * @param payable confirmed, not yet paid
   */
  public record Books(Money owed, Money payable) {}

  /** The live payment of a claim, if it was ever confirmed; scope is the caller's business. */
  @Transactional(readOnly = true)
  public Optional<PaymentItem> ofClaim(UUID claimId) {
    return entry.ofClaim(claimId);
  }

  /** What the ledger holds as owed for the order of a claim, all budgets together. */
  @Transactional(readOnly = true)
  public Money owed(Settlement settlement) {
    return entry.owed(settlement);
  }

  /** What the finance bureau sees: payments by urgency, batches, sums (M13). */
  @Transactional(readOnly = true)
  public Desk desk(Actor actor) {
    return desks.desk(actor);
  }

  /** A batch with its payments; missing for whom it does not concern. */
  @Transactional(readOnly = true)
  public BatchView batch(Actor actor, UUID batchId) {
    return desks.batch(actor, batchId);
  }

  /**
   * Makes a batch of cleared or failed payments of the actor's district.
   *
   * @return the batch
   * @throws io.quantong.kernel.Refused with {@link PayoutRefusal}, one for each payment that may
   *     not
   */
  @Transactional
  public UUID makeBatch(Actor actor, RequestKey key, Set<UUID> itemIds) {
    return batching.make(actor, key, itemIds);
  }

  /** The maker hands the batch over for approval. */
  @Transactional
  public void submitBatch(Actor actor, RequestKey key, UUID batchId) {
    batching.submit(actor, key, batchId);
  }

  /** Another person approves; not the maker, nor anybody who handled one of the claims. */
  @Transactional
  public void approveBatch(Actor actor, RequestKey key, UUID batchId) {
    batching.approve(actor, key, batchId);
  }

  /** The approver gives the batch back to its maker, with a reason. */
  @Transactional
  public void sendBackBatch(Actor actor, RequestKey key, UUID batchId, String reason) {
    batching.sendBack(actor, key, batchId, reason);
  }

  /** The maker dissolves a batch that is not sent; its payments are cleared again. */
  @Transactional
  public void cancelBatch(Actor actor, RequestKey key, UUID batchId) {
    batching.cancel(actor, key, batchId);
  }

  /** The approved list goes to the bank. */
  @Transactional
  public void sendBatch(Actor actor, RequestKey key, UUID batchId) {
    batching.send(actor, key, batchId);
  }

  /** The payment list of a sent batch as a file; every fetch is recorded, as it holds accounts. */
  @Transactional
  public String paymentList(Actor actor, UUID batchId, List<String> columns) {
    return batching.paymentList(actor, batchId, columns);
  }

  /** Reads a result file against a batch and changes nothing: every line with every problem. */
  @Transactional(readOnly = true)
  public List<ResultLine> previewResult(Actor actor, UUID batchId, byte[] file) {
    return results.preview(actor, batchId, ResultFile.decode(file));
  }

  /**
   * Records a result file. The same file twice changes nothing; a file with any problem is refused
   * whole.
   *
   * @return how many payments were settled or failed by it
   */
  @Transactional
  public int commitResult(Actor actor, RequestKey key, UUID batchId, byte[] file) {
    int moved = results.commit(actor, key, batchId, ResultFile.decode(file));
    if (moved > 0) {
      files.recorded(files.keep(actor, batchId, "", file));
    }
    return moved;
  }

  /**
   * Keeps a result file as it came, to be looked at before it counts.
   *
   * @return the file
   */
  @Transactional
  public UUID keepResult(Actor actor, UUID batchId, String fileName, byte[] file) {
    results.preview(actor, batchId, ResultFile.decode(ResultFiles.checked(file)));
    return files.keep(actor, batchId, fileName, file);
  }

  /** A kept result file, every line with every problem, judged as things stand now. */
  @Transactional(readOnly = true)
  public ResultView result(Actor actor, UUID batchId, UUID fileId) {
    ResultFiles.Kept kept = files.find(batchId, fileId);
    List<ResultLine> lines = results.preview(actor, batchId, kept.text());
    return new ResultView(fileId, kept.fileName(), kept.recordedAt(), lines);
  }

  /**
   * Records a kept result file; otherwise as {@link #commitResult(Actor, RequestKey, UUID,
   * byte[])}.
   */
  @Transactional
  public int commitResult(Actor actor, RequestKey key, UUID batchId, UUID fileId) {
    int moved = results.commit(actor, key, batchId, files.find(batchId, fileId).text());
    files.recorded(fileId);
    return moved;
  }

  /**
   * A result file for a sent batch as the bank would send it; for the demo only.
   *
   * @param firstFails true when the bank shall return the first payment unpaid
   */
  @Transactional(readOnly = true)
  public String sampleResult(Actor actor, UUID batchId, boolean firstFails) {
    return results.sample(actor, batchId, firstFails);
  }

  /**
   * What is owed for an order under one budget.
   *
   * @param district funding district
   * @param year budget year
   * @param owed captured amount
   * @param confirmed what of it is confirmed, from 0 to {@code owed}
   */
  public record Part(String district, int year, Money owed, Money confirmed) {}

  /**
   * The documents whose money is settled.
   *
   * @param claimId the claim
   * @param orderId the order
   * @param parts by budget
   */
  public record Settlement(UUID claimId, UUID orderId, List<Part> parts) {
    public Settlement {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A payable claim.
   *
   * @param settlement amounts by budget; all parts of one funding district
   * @param claimNumber readable number, becomes the remittance text
   * @param payee where the money goes
   * @param handledBy persons who submitted, reviewed or second-reviewed; none may make or approve
   *     the payment
   */
  public record PaymentRequest(
      Settlement settlement, String claimNumber, Payee payee, Set<UUID> handledBy) {
    public PaymentRequest {
      handledBy = Set.copyOf(handledBy);
    }
  }

  /**
   * Where money goes.
   *
   * @param providerId library entry
   * @param holder account name
   * @param bank bank branch
   * @param accountNumber account number
   */
  public record Payee(UUID providerId, String holder, String bank, String accountNumber) {}

  /**
   * A number of payments.
   *
   * @param count how many
   * @param total together
   */
  public record Sum(int count, Money total) {}

  /**
   * The desk of a finance bureau.
   *
   * @param ready cleared or failed payments, most urgent first
   * @param waiting payments whose notice runs or to which an objection is open
   * @param batches newest first
   * @param sums by state
   * @param failures why the bank returned payments now ready again, by payment
   */
  public record Desk(
      List<PaymentItem> ready,
      List<PaymentItem> waiting,
      List<PaymentBatch> batches,
      Map<PaymentItem.State, Sum> sums,
      Map<UUID, String> failures) {
    public Desk {
      failures = Map.copyOf(failures);
      ready = List.copyOf(ready);
      waiting = List.copyOf(waiting);
      batches = List.copyOf(batches);
      sums = Map.copyOf(sums);
    }
  }

  /**
   * A result file read against its batch.
   *
   * @param id identifier
   * @param fileName as uploaded
   * @param recordedAt when it counted; null before
   * @param lines every line with every problem
   */
  public record ResultView(
      UUID id, String fileName, @Nullable Instant recordedAt, List<ResultLine> lines) {
    public ResultView {
      lines = List.copyOf(lines);
    }

    /** True when no line has a problem and it was not recorded yet. */
    public boolean recordable() {
      return recordedAt == null && lines.stream().allMatch(line -> line.problems().isEmpty());
    }
  }

  /**
   * A batch and what it holds.
   *
   * @param batch the batch
   * @param rows its payments with the bank's answer
   * @param history what happened to it, oldest first
   */
  public record BatchView(PaymentBatch batch, List<Row> rows, List<DomainEvent> history) {
    public BatchView {
      rows = List.copyOf(rows);
      history = List.copyOf(history);
    }

    /**
     * A payment in a batch.
     *
     * @param item the payment
     * @param outcome the bank's answer in this batch; PENDING before
     * @param note the bank's reference or reason, blank before
     */
    public record Row(PaymentItem item, ResultLine.Outcome outcome, String note) {}
  }
}
