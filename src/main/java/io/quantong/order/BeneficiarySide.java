package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Trace;
import io.quantong.order.OrderDetail.Contract;
import io.quantong.order.OrderDetail.Rating;
import io.quantong.order.OrderDetail.Repricing;
import io.quantong.order.OrderRefusal.Reason;
import io.quantong.order.OrderRepository.Series;
import io.quantong.order.OrderSteps.Step;
import io.quantong.voucher.Quote;
import io.quantong.voucher.Vouchers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the beneficiary does with an order after checkout. Runs in the facade's transaction. */
@Component
class BeneficiarySide {

  private static final int MOST_STARS = 5;
  private static final int LONGEST_REFERENCE = 100;

  private final OrderSteps steps;
  private final OrderRepository orders;
  private final OrderPapers papers;
  private final OrderContracts contracts;
  private final OrderReservations reservations;

  BeneficiarySide(
      OrderSteps steps,
      OrderRepository orders,
      OrderPapers papers,
      OrderContracts contracts,
      OrderReservations reservations) {
    this.steps = steps;
    this.orders = orders;
    this.papers = papers;
    this.contracts = contracts;
    this.reservations = reservations;
  }

  /**
   * The split at the proposed price. Gives the hold back to see what would be free, so the caller's
   * transaction must be rolled back.
   */
  Checkout.Shown tryNewPrice(Actor actor, UUID id) {
    OrderFacts facts = steps.lockAsBeneficiary(actor, id);
    steps.insist(facts, OrderEvent.CONFIRM_PRICE);
    Money price = proposed(id).newPrice();
    return new Checkout.Shown(price, anew(actor, facts, price).deduction());
  }

  void confirmPrice(Actor actor, UUID id, Checkout.Shown shown) {
    OrderFacts facts = steps.lockAsBeneficiary(actor, id);
    steps.insist(facts, OrderEvent.CONFIRM_PRICE);
    Order order = facts.order();
    orders.lockSeries(order.beneficiaryId(), order.providerId(), order.offerId());
    Money price = proposed(id).newPrice();
    Quote quote = anew(actor, facts, price);
    if (!shown.equals(new Checkout.Shown(price, quote.deduction()))) {
      throw new Refused(OrderCheckout.splitChanged(price, quote.deduction(), quote.ownShare()));
    }
    reservations.hold(actor, order, price, quote.deduction(), earlier(facts));
    Trace trace = Trace.of("order.trace.price.REPRICED", price).and(quote.trace());
    orders.reprice(id, price, quote.deduction(), trace.encode());
    OrderFacts repriced = steps.find(id);
    contracts.make(repriced);
    steps.move(
        actor,
        facts,
        Step.of(OrderEvent.CONFIRM_PRICE)
            .due(steps.serviceDue(order))
            .with(OrderCheckout.amounts(repriced.order())));
  }

  /** Releases, and quotes what is then available; an order paid without voucher stays so. */
  private Quote anew(Actor actor, OrderFacts facts, Money price) {
    Order order = facts.order();
    // The provider changed the price: a lot that expired meanwhile must not be lost by it.
    reservations.releaseVouchers(actor, order, Vouchers.Cause.PROVIDER);
    Quote quote = reservations.quote(order.beneficiaryId(), price, earlier(facts));
    return order.price().voucher().isPositive() ? quote : unpaid(price, quote);
  }

  private static Quote unpaid(Money price, Quote quote) {
    Trace trace = Trace.of("order.trace.no_voucher", price);
    return new Quote(price, Money.ZERO, price, List.of(), trace, quote.policyVersion());
  }

  private Vouchers.Earlier earlier(OrderFacts facts) {
    Order order = facts.order();
    Series series = new Series(order.beneficiaryId(), order.providerId(), order.offerId());
    return orders.earlier(series, steps.splittingSince(order.policyVersion()), order.id());
  }

  private Repricing proposed(UUID id) {
    return papers.repricings(id).getLast();
  }

  void sign(Actor actor, UUID id, String sha256) {
    OrderFacts facts = steps.lockAsBeneficiary(actor, id);
    steps.insist(facts, OrderEvent.SIGN);
    Contract contract = papers.contract(id).orElseThrow();
    if (contract.beneficiary() != null) {
      throw new Refused(OrderRefusal.of(Reason.ALREADY_SIGNED));
    }
    if (!contract.sha256().equals(sha256)) {
      throw new Refused(OrderRefusal.of(Reason.CONTRACT_CHANGED));
    }
    papers.signAsBeneficiary(contract, actor, steps.now());
    Map<String, String> signed = Map.of("contract", contract.number(), "sha256", contract.sha256());
    steps.move(actor, facts, Step.of(OrderEvent.SIGN).due(facts.order().dueOn()).with(signed));
  }

  void payOwnShare(Actor actor, UUID id, String reference) {
    OrderFacts facts = steps.lockAsBeneficiary(actor, id);
    steps.insist(facts, OrderEvent.PAY_OWN);
    Money own = facts.order().price().own();
    if (own.isZero()) {
      throw new Refused(OrderRefusal.of(Reason.NOTHING_TO_PAY));
    }
    if (facts.settlement().ownPaidAt() != null) {
      throw new Refused(OrderRefusal.of(Reason.ALREADY_PAID));
    }
    if (reference.length() > LONGEST_REFERENCE) {
      throw new Refused(OrderRefusal.of(Reason.TEXT_TOO_LONG, LONGEST_REFERENCE));
    }
    orders.ownPaid(id, steps.now(), reference.strip());
    Map<String, String> amount = Map.of("own", own.plain());
    steps.move(actor, facts, Step.of(OrderEvent.PAY_OWN).due(facts.order().dueOn()).with(amount));
  }

  OrderFacts acceptResult(Actor actor, UUID id, int stars, String comment) {
    OrderFacts facts = steps.lockAsBeneficiary(actor, id);
    steps.insist(facts, OrderEvent.ACCEPT_RESULT);
    if (stars < 1 || stars > MOST_STARS) {
      throw new Refused(OrderRefusal.of(Reason.STARS));
    }
    if (comment.length() > OrderSteps.LONGEST_TEXT) {
      throw new Refused(OrderRefusal.of(Reason.TEXT_TOO_LONG, OrderSteps.LONGEST_TEXT));
    }
    papers.addRating(id, new Rating(stars, comment.strip(), steps.now()));
    complete(actor, facts, OrderEvent.ACCEPT_RESULT);
    return facts;
  }

  /** The result stands, by word or by silence: what was held becomes owed. */
  void complete(Actor actor, OrderFacts facts, OrderEvent event) {
    steps.move(actor, facts, Step.of(event).with(OrderCheckout.amounts(facts.order())));
    orders.complete(facts.order().id(), steps.today());
    reservations.capture(actor, facts.order());
  }

  void dispute(Actor actor, UUID id, String reason) {
    OrderFacts facts = steps.lockAsBeneficiary(actor, id);
    String why = OrderSteps.reason(reason);
    steps.move(
        actor,
        facts,
        Step.of(OrderEvent.DISPUTE).because(why).due(steps.acceptanceDue(facts.order())));
  }
}
