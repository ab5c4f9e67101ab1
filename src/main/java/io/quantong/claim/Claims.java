package io.quantong.claim;

import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims for redemption from the draft the platform opens to the money in the provider's account
 * (M3, M4, product section 5). Every write locks the claim, asks the life cycle, and records the
 * step in the same transaction; a step that is not possible now throws {@link
 * io.quantong.kernel.Refused}.
 */
@Service
public class Claims {

  private final ProviderActs provider;
  private final Reviewing reviewing;
  private final Recoveries recoveries;
  private final ClaimReading reading;
  private final ClaimLists lists;
  private final ClaimRepository claims;
  private final Idempotency idempotency;

  Claims(
      ProviderActs provider,
      Reviewing reviewing,
      Recoveries recoveries,
      ClaimReading reading,
      ClaimLists lists,
      ClaimRepository claims,
      Idempotency idempotency) {
    this.provider = provider;
    this.reviewing = reviewing;
    this.recoveries = recoveries;
    this.reading = reading;
    this.lists = lists;
    this.claims = claims;
    this.idempotency = idempotency;
  }

  // The provider

  /**
   * Stores what is typed of the invoice so far; the file stays. Possible as a draft and while
   * papers are awaited.
   */
  @Transactional
  public void fill(Actor actor, UUID claimId, Invoice invoice) {
    provider.fill(actor, claimId, invoice);
  }

  /** Adds a file that the actor has just stored; an invoice replaces the one before. */
  @Transactional
  public void attach(Actor actor, UUID claimId, ClaimView.PaperKind kind, UUID documentId) {
    provider.attach(actor, claimId, kind, documentId);
  }

  /**
   * Stores the invoice and hands the claim in; the machine checks run at once. The file of the
   * invoice is the one attached before.
   *
   * @param declared the provider's declaration that all is true
   * @throws io.quantong.kernel.Refused with every fault found
   */
  @Transactional
  public void submit(Actor actor, UUID claimId, Invoice invoice, boolean declared, RequestKey key) {
    once(
        actor,
        "claim.submit",
        key,
        List.of(claimId, invoice, declared),
        () -> provider.submit(actor, claimId, invoice, declared));
  }

  /**
   * Answers a request for papers; the checks run again and so does the clock.
   *
   * @param note what was supplied, in words
   */
  @Transactional
  public void supply(Actor actor, UUID claimId, Invoice invoice, String note, RequestKey key) {
    once(
        actor,
        "claim.supply",
        key,
        List.of(claimId, invoice, note),
        () -> provider.supply(actor, claimId, invoice, note));
  }

  /** Gives the claim up for good before it is decided; the money goes back to the budget. */
  @Transactional
  public void withdraw(Actor actor, UUID claimId, String reason, RequestKey key) {
    once(
        actor,
        "claim.withdraw",
        key,
        List.of(claimId, reason),
        () -> provider.withdraw(actor, claimId, reason));
  }

  // The bureau

  /**
   * Stops the clock and asks the provider for papers, as often as the policy allows.
   *
   * @param what is missing, for the provider to read
   */
  @Transactional
  public void askForPapers(Actor actor, UUID claimId, String what, RequestKey key) {
    once(
        actor,
        "claim.ask_for_papers",
        key,
        List.of(claimId, what),
        () -> reviewing.askForPapers(actor, claimId, what));
  }

  /**
   * Decides: a confirmation is published in the same transaction. From the policy's sum on, or at
   * high risk, the decision only takes effect when a second person agrees.
   */
  @Transactional
  public void decide(Actor actor, UUID claimId, Decision decision, RequestKey key) {
    once(
        actor,
        "claim.decide",
        key,
        List.of(claimId, decision),
        () -> reviewing.decide(actor, claimId, decision));
  }

  /** The second reviewer agrees with the proposal: it takes effect. */
  @Transactional
  public void agree(Actor actor, UUID claimId, RequestKey key) {
    once(actor, "claim.agree", key, claimId, () -> reviewing.agree(actor, claimId));
  }

  /** The second reviewer gives the proposal back. */
  @Transactional
  public void sendBack(Actor actor, UUID claimId, String reason, RequestKey key) {
    once(
        actor,
        "claim.send_back",
        key,
        List.of(claimId, reason),
        () -> reviewing.sendBack(actor, claimId, reason));
  }

  /**
   * The head of the district opens the recovery of money paid (M15).
   *
   * @param amount above zero, at most what was paid
   */
  @Transactional
  public void openRecovery(Actor actor, UUID claimId, Money amount, String reason, RequestKey key) {
    once(
        actor,
        "claim.open_recovery",
        key,
        List.of(claimId, amount, reason),
        () -> recoveries.open(actor, claimId, amount, reason));
  }

  /**
   * The money came back; it returns to the budget.
   *
   * @param reference of the bank
   */
  @Transactional
  public void recovered(Actor actor, UUID claimId, String reference, RequestKey key) {
    once(
        actor,
        "claim.recovered",
        key,
        List.of(claimId, reference),
        () -> recoveries.recovered(actor, claimId, reference));
  }

  /** The head of the district hands the case on to those who enforce. */
  @Transactional
  public void refer(Actor actor, UUID claimId, String reason, RequestKey key) {
    once(
        actor,
        "claim.refer",
        key,
        List.of(claimId, reason),
        () -> recoveries.refer(actor, claimId, reason));
  }

  private void once(Actor actor, String operation, RequestKey key, Object body, Runnable work) {
    idempotency.once(
        actor,
        operation,
        key,
        body,
        () -> {
          work.run();
          return "";
        });
  }

  // Readers

  /**
   * A claim for those concerned: both sides, officials of its districts, the city, auditors.
   *
   * @throws io.quantong.kernel.Refused when it is unknown or not the actor's
   */
  @Transactional(readOnly = true)
  public ClaimView view(Actor actor, UUID claimId) {
    return reading.view(actor, claimId);
  }

  /** What happened to a claim, oldest first, for those who may see it. */
  @Transactional(readOnly = true)
  public List<DomainEvent> history(Actor actor, UUID claimId) {
    return reading.history(actor, claimId);
  }

  /** A file of a claim for those who may see it. */
  @Transactional(readOnly = true)
  public Content paper(Actor actor, UUID claimId, UUID documentId) {
    return reading.open(actor, claimId, documentId);
  }

  /**
   * A file of a claim.
   *
   * @param file what is known of it
   * @param stream to be closed by the caller
   */
  public record Content(StoredDocument file, InputStream stream) {}

  /** The claims of an order, one for each funding district; scope is the caller's business. */
  @Transactional(readOnly = true)
  public List<Claim> ofOrder(UUID orderId) {
    return claims.ofOrder(orderId);
  }

  /** One page of the claims the actor may see, most urgent first. */
  @Transactional(readOnly = true)
  public Listing list(Actor actor, Filter filter) {
    return lists.list(actor, filter);
  }

  /** The most urgent claim that waits for this reviewer. */
  @Transactional(readOnly = true)
  public Optional<UUID> nextFor(Actor actor) {
    return lists.nextFor(actor);
  }

  /** From where claims are looked at. */
  public enum Side {
    /** Claims of the actor's organisation as provider. */
    PROVIDER,
    /** Claims the actor's bureau handles or funds; all for the city and auditors. */
    OFFICIAL
  }

  /** What a bureau picks out. */
  public enum Queue {
    ALL,
    /** In review without a proposal. */
    FIRST,
    /** A proposal waits for a second person. */
    SECOND,
    /** Papers are awaited. */
    PAPERS,
    /** Told to the city and still undecided. */
    ESCALATED,
    /** High risk. */
    RISKY
  }

  /**
   * Which claims to list.
   *
   * @param side from which side
   * @param queue of the bureau
   * @param states empty for all
   * @param district handling district; null for all the actor may see
   * @param page from 1
   * @param size 1 to 100
   */
  public record Filter(
      Side side,
      Queue queue,
      Set<ClaimState> states,
      @Nullable String district,
      int page,
      int size) {
    public Filter {
      states = Set.copyOf(states);
      page = Math.max(1, page);
      size = Math.clamp(size, 1, 100);
    }
  }

  /**
   * A page of claims.
   *
   * @param lines of this page
   * @param total under the filter
   * @param sums by state within the scope
   * @param queues how many stand in each queue within the scope
   */
  public record Listing(
      List<ClaimView.Line> lines,
      long total,
      Map<ClaimState, ClaimView.Sum> sums,
      Map<Queue, Long> queues) {
    public Listing {
      lines = List.copyOf(lines);
      sums = Map.copyOf(sums);
      queues = Map.copyOf(queues);
    }
  }
}
