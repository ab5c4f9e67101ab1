package io.quantong.claim;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Claims for redemption (M3, M4). */
@Service
public class Claims {

  // The provider

  /** Stores what is typed of the invoice so far; the file stays. */
  public void fill(Actor actor, UUID claimId, Invoice invoice) {
    throw new IllegalStateException();
  }

  /** Adds a file that the actor has just stored; an invoice replaces the one before. */
  public void attach(Actor actor, UUID claimId, ClaimView.PaperKind kind, UUID documentId) {
    throw new IllegalStateException();
  }

  /**
   * Stores the invoice and hands the claim in; the machine checks run at once.
   *
   * @param declared the provider's declaration that all is true
   * @throws io.quantong.kernel.Refused with every fault found
   */
  public void submit(
      Actor actor, UUID claimId, Invoice invoice, boolean declared, RequestKey key) {
    throw new IllegalStateException();
  }

  /** Answers a request for papers; the clock runs again. */
  public void supply(Actor actor, UUID claimId, Invoice invoice, String note, RequestKey key) {
    throw new IllegalStateException();
  }

  /** Gives the claim up for good; the money goes back to the budget. */
  public void withdraw(Actor actor, UUID claimId, String reason, RequestKey key) {
    throw new IllegalStateException();
  }

  // The bureau

  /** Stops the clock and asks the provider for papers. */
  public void askForPapers(Actor actor, UUID claimId, String what, RequestKey key) {
    throw new IllegalStateException();
  }

  /** Decides, or proposes when a second person must decide. */
  public void decide(Actor actor, UUID claimId, Decision decision, RequestKey key) {
    throw new IllegalStateException();
  }

  /** The second reviewer agrees with the proposal: it takes effect. */
  public void agree(Actor actor, UUID claimId, RequestKey key) {
    throw new IllegalStateException();
  }

  /** The second reviewer gives the proposal back. */
  public void sendBack(Actor actor, UUID claimId, String reason, RequestKey key) {
    throw new IllegalStateException();
  }

  /** Opens the recovery of money paid. */
  public void openRecovery(
      Actor actor, UUID claimId, Money amount, String reason, RequestKey key) {
    throw new IllegalStateException();
  }

  /** The money came back. */
  public void recovered(Actor actor, UUID claimId, String reference, RequestKey key) {
    throw new IllegalStateException();
  }

  /** The head of the district hands the case on to those who enforce. */
  public void refer(Actor actor, UUID claimId, String reason, RequestKey key) {
    throw new IllegalStateException();
  }

  // Readers

  /** A claim for those concerned: both sides, its districts, the city, auditors. */
  public ClaimView view(Actor actor, UUID claimId) {
    throw new IllegalStateException();
  }

  /** What happened to a claim, oldest first, for those who may see it. */
  public List<DomainEvent> history(Actor actor, UUID claimId) {
    throw new IllegalStateException();
  }

  /** The claims of an order; scope is the caller's business. */
  public List<Claim> ofOrder(UUID orderId) {
    throw new IllegalStateException();
  }

  /** One page of the claims the actor may see, most urgent first. */
  public Listing list(Actor actor, Filter filter) {
    throw new IllegalStateException();
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
      Side side, Queue queue, Set<ClaimState> states, @Nullable String district, int page, int size) {
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
