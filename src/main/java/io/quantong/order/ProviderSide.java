package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.order.OrderDetail.Contract;
import io.quantong.order.OrderDetail.Repricing;
import io.quantong.order.OrderRefusal.Reason;
import io.quantong.order.OrderSteps.Step;
import io.quantong.provider.ProviderState;
import io.quantong.provider.Providers;
import io.quantong.voucher.Vouchers;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How a provider answers, prices and begins an order. Runs in the facade's transaction. */
@Component
class ProviderSide {

  private final OrderSteps steps;
  private final OrderRepository orders;
  private final OrderPapers papers;
  private final OrderContracts contracts;
  private final OrderReservations reservations;
  private final Providers providers;

  ProviderSide(
      OrderSteps steps,
      OrderRepository orders,
      OrderPapers papers,
      OrderContracts contracts,
      OrderReservations reservations,
      Providers providers) {
    this.steps = steps;
    this.orders = orders;
    this.papers = papers;
    this.contracts = contracts;
    this.reservations = reservations;
    this.providers = providers;
  }

  void accept(Actor actor, UUID id) {
    OrderFacts facts = steps.lockAsDesk(actor, id);
    steps.insist(facts, OrderEvent.ACCEPT);
    insistOnEntry(facts);
    reservations.confirmTime(actor, facts);
    contracts.make(facts);
    steps.move(actor, facts, Step.of(OrderEvent.ACCEPT).due(steps.serviceDue(facts.order())));
  }

  /**
   * Whoever left the library or is suspended may finish what it began, but begin nothing (M5, M8).
   */
  private void insistOnEntry(OrderFacts facts) {
    Order order = facts.order();
    if (providers.provider(order.providerId()).state() != ProviderState.ADMITTED) {
      throw new Refused(OrderRefusal.of(Reason.PROVIDER_NOT_ADMITTED, order.providerName()));
    }
  }

  void decline(Actor actor, UUID id, String reason) {
    OrderFacts facts = steps.lockAsDesk(actor, id);
    String why = OrderSteps.reason(reason);
    steps.move(actor, facts, Step.of(OrderEvent.DECLINE).because(why));
    reservations.giveUp(actor, facts, why, Vouchers.Cause.PROVIDER);
  }

  void reprice(Actor actor, UUID id, Money newPrice, String reason) {
    OrderFacts facts = steps.lockAsProvider(actor, id, Role.PROVIDER_MANAGER);
    steps.insist(facts, OrderEvent.REPRICE);
    Money old = facts.order().price().total();
    boolean tooHigh = newPrice.compareTo(OrderPrice.MOST) > 0;
    if (!newPrice.isPositive() || tooHigh || newPrice.equals(old)) {
      throw new Refused(OrderRefusal.of(Reason.NEW_PRICE, old, OrderPrice.MOST));
    }
    String why = OrderSteps.reason(reason);
    papers.addRepricing(id, new Repricing(old, newPrice, why, steps.now()));
    Map<String, String> prices = Map.of("old", old.plain(), "new", newPrice.plain());
    steps.move(
        actor,
        facts,
        Step.of(OrderEvent.REPRICE)
            .because(why)
            .due(steps.answerDue(facts.order().policyVersion()))
            .with(prices));
  }

  /** The provider signs too, confirms the receipt of the own share, and begins. */
  void start(Actor actor, UUID id, boolean ownShareReceived) {
    OrderFacts facts = steps.lockAsDesk(actor, id);
    steps.insist(facts, OrderEvent.START);
    Contract contract = papers.contract(id).orElseThrow();
    if (contract.beneficiary() == null) {
      throw new Refused(OrderRefusal.of(Reason.NOT_SIGNED));
    }
    settleOwnShare(facts, ownShareReceived);
    papers.signAsProvider(contract, actor, steps.now());
    steps.move(
        actor,
        facts,
        Step.of(OrderEvent.START)
            .due(facts.order().dueOn())
            .with(Map.of("contract", contract.number(), "sha256", contract.sha256())));
  }

  /** An own share of zero needs no payment and no slip (rules 3). */
  private void settleOwnShare(OrderFacts facts, boolean received) {
    Money own = facts.order().price().own();
    if (own.isZero()) {
      return;
    }
    if (facts.settlement().ownPaidAt() == null) {
      throw new Refused(OrderRefusal.of(Reason.OWN_SHARE_UNPAID, own));
    }
    if (!received) {
      throw new Refused(OrderRefusal.of(Reason.RECEIPT_NOT_CONFIRMED, own));
    }
    orders.ownReceived(facts.order().id(), steps.now());
  }
}
