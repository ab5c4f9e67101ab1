package io.quantong.order;

import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.order.OrderDetail.LogEntry;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Orders from checkout to close (M2, product section 5). Every write locks the order, asks the life
 * cycle, and records the step in the same transaction; a step that is not possible now throws
 * {@link Refused}.
 */
@Service
public class Orders {

  private final OrderCheckout checkout;
  private final OrderActs acts;
  private final OrderReading reading;
  private final Idempotency idempotency;

  Orders(OrderCheckout checkout, OrderActs acts, OrderReading reading, Idempotency idempotency) {
    this.checkout = checkout;
    this.acts = acts;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  // Before the order

  /**
   * What a wish would cost the actor's organisation and every reason that now speaks against it
   * (M2); changes nothing.
   */
  @Transactional(readOnly = true)
  public Checkout quote(Actor actor, Checkout.Wish wish) {
    return checkout.quote(actor, wish);
  }

  /**
   * Orders: books the slot, holds the vouchers, starts the provider's time limit.
   *
   * @return the order; the same one when the key is repeated with the same body
   * @throws Refused with every reason at once
   */
  @Transactional
  public Order place(Actor actor, Checkout.Placement placement, RequestKey key) {
    String id =
        idempotency.once(
            actor,
            "order.place",
            key,
            placement,
            () -> checkout.place(actor, placement).toString());
    return order(UUID.fromString(id));
  }

  // The provider

  /** The provider takes the order: time confirmed, contract made. */
  @Transactional
  public void accept(Actor actor, UUID orderId) {
    acts.provider().accept(actor, orderId);
  }

  /** The provider declines; time and vouchers go back. */
  @Transactional
  public void decline(Actor actor, UUID orderId, String reason) {
    acts.provider().decline(actor, orderId, reason);
  }

  /**
   * The provider proposes another price after accepting.
   *
   * @param newPrice above zero, at most ten million yuan, not the old one
   */
  @Transactional
  public void reprice(Actor actor, UUID orderId, Money newPrice, String reason) {
    acts.provider().reprice(actor, orderId, newPrice, reason);
  }

  /**
   * The provider signs the contract, confirms the receipt of the own share, and begins.
   *
   * @param ownShareReceived needed unless the own share is zero
   */
  @Transactional
  public void start(Actor actor, UUID orderId, boolean ownShareReceived) {
    acts.provider().start(actor, orderId, ownShareReceived);
  }

  /**
   * Stores a file that will be part of the result; it can still be taken back before delivery.
   *
   * @throws Refused when it is no file the platform takes, or there are too many
   */
  @Transactional
  public StoredDocument stage(Actor actor, UUID orderId, String fileName, InputStream content) {
    return acts.delivery().stage(actor, orderId, fileName, content);
  }

  /** Takes back a file that was not delivered yet; one that is gone already is no fault. */
  @Transactional
  public void unstage(Actor actor, UUID orderId, UUID documentId) {
    acts.delivery().unstage(actor, orderId, documentId);
  }

  /** A line of the service log; where time was booked it also moves the booking. */
  @Transactional
  public void log(Actor actor, UUID orderId, LogEntry entry) {
    acts.delivery().log(actor, orderId, entry);
  }

  /**
   * Delivers the result, first or after a dispute.
   *
   * @param reports at least one file, staged for this order or uploaded by the same person
   */
  @Transactional
  public void deliver(Actor actor, UUID orderId, List<UUID> reports) {
    acts.delivery().deliver(actor, orderId, reports);
  }

  /**
   * The provider refunds part or all of a completed order. The deduction is reversed first, in the
   * ratio of the price split, rounded down to the fen over all refunds of the order together.
   *
   * @param amount of the full price; above zero, at most what is left
   */
  @Transactional
  public void refund(Actor actor, UUID orderId, Money amount, String reason, RequestKey key) {
    record Body(UUID orderId, Money amount, String reason) {}
    idempotency.once(
        actor,
        "order.refund",
        key,
        new Body(orderId, amount, reason),
        () -> acts.refund(actor, orderId, amount, reason).toString());
  }

  // The beneficiary

  /** The split at the proposed new price, were it confirmed now; changes nothing. */
  @Transactional
  public Checkout.Shown newSplit(Actor actor, UUID orderId) {
    try {
      return acts.beneficiary().tryNewPrice(actor, orderId);
    } finally {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
  }

  /** The beneficiary agrees to the new price: the hold is renewed, a new contract is made. */
  @Transactional
  public void confirmPrice(Actor actor, UUID orderId, Checkout.Shown shown, RequestKey key) {
    record Body(UUID orderId, Checkout.Shown shown) {}
    idempotency.once(
        actor,
        "order.confirm_price",
        key,
        new Body(orderId, shown),
        () -> {
          acts.beneficiary().confirmPrice(actor, orderId, shown);
          return orderId.toString();
        });
  }

  /**
   * The beneficiary signs the contract online.
   *
   * @param sha256 hash of the text that was read
   */
  @Transactional
  public void sign(Actor actor, UUID orderId, String sha256) {
    acts.beneficiary().sign(actor, orderId, sha256);
  }

  /**
   * The beneficiary states that the own share was paid.
   *
   * @param reference of the bank, may be empty
   */
  @Transactional
  public void payOwnShare(Actor actor, UUID orderId, String reference) {
    acts.beneficiary().payOwnShare(actor, orderId, reference);
  }

  /** The beneficiary accepts the result: what was held becomes owed, the claim can begin. */
  @Transactional
  public void acceptResult(Actor actor, UUID orderId, Verdict verdict, RequestKey key) {
    record Body(UUID orderId, Verdict verdict) {}
    idempotency.once(
        actor,
        "order.accept_result",
        key,
        new Body(orderId, verdict),
        () -> acts.acceptResult(actor, orderId, verdict).toString());
  }

  /**
   * What the beneficiary says when accepting.
   *
   * @param stars 1 to 5
   * @param comment may be empty
   */
  public record Verdict(int stars, String comment) {}

  /** The beneficiary disputes the result; the provider delivers again or cancels. */
  @Transactional
  public void dispute(Actor actor, UUID orderId, String reason) {
    acts.beneficiary().dispute(actor, orderId, reason);
  }

  /** Either side ends the order where the life cycle allows it; time and vouchers go back. */
  @Transactional
  public void cancel(Actor actor, UUID orderId, String reason, RequestKey key) {
    record Body(UUID orderId, String reason) {}
    idempotency.once(
        actor,
        "order.cancel",
        key,
        new Body(orderId, reason),
        () -> {
          acts.endings().cancel(actor, orderId, reason);
          return orderId.toString();
        });
  }

  // Other modules

  /**
   * An order as the platform knows it; scope is the caller's business.
   *
   * @throws NoSuchElementException when it is unknown
   */
  @Transactional(readOnly = true)
  public Order order(UUID id) {
    return reading.facts(id).order();
  }

  /** An order with all around it; scope is the caller's business. */
  @Transactional(readOnly = true)
  public OrderDetail dossier(UUID id) {
    return reading.detail(id);
  }

  /**
   * Contract, hours and tariff price of an order, for its claim; scope is the caller's business.
   */
  @Transactional(readOnly = true)
  public ServiceRecord serviceRecord(UUID orderId) {
    return reading.serviceRecord(orderId);
  }

  /** What is captured for an order and not reversed, by budget; scope is the caller's business. */
  @Transactional(readOnly = true)
  public List<ServiceRecord.Owed> owed(UUID orderId) {
    return reading.owed(orderId);
  }

  /** Its claim was paid: COMPLETED becomes CLOSED. */
  @Transactional
  public void close(Actor actor, UUID orderId) {
    acts.endings().close(actor, orderId);
  }

  // Readers

  /**
   * An order for those concerned: both sides, officials of their districts, the city, auditors.
   *
   * @throws Refused when it is unknown or not the actor's
   */
  @Transactional(readOnly = true)
  public OrderView view(Actor actor, UUID orderId) {
    return reading.view(actor, orderId);
  }

  /**
   * A file of the result, for those who may see the order; to be closed by the caller.
   *
   * @throws Refused when order or file is unknown or not the actor's
   */
  @Transactional(readOnly = true)
  public ReportFile report(Actor actor, UUID orderId, UUID documentId) {
    return reading.report(actor, orderId, documentId);
  }

  /**
   * A file and its bytes.
   *
   * @param file what is known of it
   * @param content to be closed by whoever asked
   */
  public record ReportFile(StoredDocument file, InputStream content) {}

  /** What happened to an order, oldest first, for those who may see it. */
  @Transactional(readOnly = true)
  public List<DomainEvent> history(Actor actor, UUID orderId) {
    return reading.history(actor, orderId);
  }

  /** One page of the orders the actor may see. */
  @Transactional(readOnly = true)
  public Listing list(Actor actor, Filter filter) {
    return reading.list(actor, filter);
  }

  /**
   * Which orders to list.
   *
   * @param side from which side
   * @param states empty for all
   * @param narrow further limits
   * @param page from 1
   * @param size 1 to 100
   */
  public record Filter(Side side, Set<OrderState> states, Narrow narrow, int page, int size) {

    /** Without further limits. */
    public Filter(Side side, Set<OrderState> states, int page, int size) {
      this(side, states, Narrow.NOTHING, page, size);
    }

    public Filter {
      states = Set.copyOf(states);
      page = Math.max(1, page);
      size = Math.clamp(size, 1, 100);
    }
  }

  /**
   * Further limits of a list.
   *
   * @param text part of number, service or a party's name; empty for all
   * @param district of the beneficiary or the provider; null for all
   * @param late true for those whose time limit has passed only
   */
  public record Narrow(String text, @Nullable String district, boolean late) {

    /** No further limits. */
    public static final Narrow NOTHING = new Narrow("", null, false);
  }

  /** From where orders are looked at. */
  public enum Side {
    /** Ordered by the actor's organisation, newest first. */
    BENEFICIARY,
    /** Served by the actor's organisation, due soonest first. */
    PROVIDER,
    /** Of the actor's district, or all for the city and auditors; newest first. */
    OFFICIAL
  }

  /**
   * A page of orders.
   *
   * @param orders of this page
   * @param total under the filter
   * @param tally of each state that occurs, without the filter's states
   * @param next what is next in each order of this page, by its identifier
   */
  public record Listing(
      List<OrderFacts> orders,
      long total,
      Map<OrderState, Tally> tally,
      Map<UUID, OrderView.Next> next) {
    public Listing {
      orders = List.copyOf(orders);
      tally = Map.copyOf(tally);
      next = Map.copyOf(next);
    }
  }

  /**
   * Orders of one state.
   *
   * @param orders how many
   * @param vouchers their deductions after refunds, together
   */
  public record Tally(long orders, Money vouchers) {}
}
