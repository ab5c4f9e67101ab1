package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.order.OrderDetail.Refund;
import io.quantong.order.OrderRefusal.Reason;
import io.quantong.order.OrderSteps.Step;
import io.quantong.voucher.Vouchers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Cancel, time-out, refund and close. Runs in the facade's transaction. */
@Component
class OrderEndings {

  private final OrderSteps steps;
  private final OrderRepository orders;
  private final OrderPapers papers;
  private final OrderReservations reservations;
  private final List<RefundGate> gates;

  OrderEndings(
      OrderSteps steps,
      OrderRepository orders,
      OrderPapers papers,
      OrderReservations reservations,
      List<RefundGate> gates) {
    this.steps = steps;
    this.orders = orders;
    this.papers = papers;
    this.reservations = reservations;
    this.gates = List.copyOf(gates);
  }

  /**
   * The beneficiary may leave until the service begins, the provider between accepting and
   * beginning; a dispute is ended so by the provider alone.
   */
  void cancel(Actor actor, UUID id, String reason) {
    actor.require(Role.BENEFICIARY, Role.PROVIDER_MANAGER);
    OrderFacts facts = steps.lock(id);
    boolean byProvider =
        actor.is(Role.PROVIDER_MANAGER)
            && actor.organisationId().equals(facts.parties().providerOrganisationId());
    if (!byProvider) {
      actor.require(Role.BENEFICIARY);
      actor.requireOrganisation(facts.order().beneficiaryId());
    }
    if (!mayCancel(facts.order().state(), byProvider)) {
      throw new Refused(Actor.AccessRefusal.ROLE);
    }
    String why = OrderSteps.reason(reason);
    steps.move(actor, facts, Step.of(OrderEvent.CANCEL).because(why));
    boolean providerCaused = byProvider || facts.order().state() == OrderState.REPRICED;
    reservations.giveUp(
        actor, facts, why, providerCaused ? Vouchers.Cause.PROVIDER : Vouchers.Cause.BENEFICIARY);
  }

  /** Who may cancel in a state; states without that row are left to the life cycle to refuse. */
  static boolean mayCancel(OrderState state, boolean provider) {
    return switch (state) {
      case PLACED, REPRICED -> !provider;
      case DISPUTED -> provider;
      case DRAFT, ACCEPTED, IN_SERVICE, DELIVERED, COMPLETED -> true;
      case DECLINED, TIMED_OUT, CANCELLED, REFUNDED, CLOSED -> true;
    };
  }

  /** The provider did not answer in time; counts as its cause when a lot has expired meanwhile. */
  void timeOut(Actor actor, OrderFacts facts) {
    steps.move(actor, facts, Step.of(OrderEvent.TIME_OUT));
    reservations.giveUp(actor, facts, OrderEvent.TIME_OUT.name(), Vouchers.Cause.TIME_LIMIT);
  }

  /**
   * Refunds. The deduction is reversed in the ratio of the price split, rounded down to the fen
   * over all refunds of the order together, so that refunding everything reverses exactly
   * everything.
   */
  OrderRefunded refund(Actor actor, UUID id, Money amount, String reason) {
    OrderFacts facts =
        steps.lockAsProvider(actor, id, Role.PROVIDER_MANAGER, Role.PROVIDER_FINANCE);
    steps.insist(facts, OrderEvent.REFUND);
    if (!amount.isPositive() || amount.compareTo(facts.priceLeft()) > 0) {
      throw new Refused(OrderRefusal.of(Reason.REFUND_AMOUNT, facts.priceLeft()));
    }
    String why = OrderSteps.reason(reason);
    gates.forEach(gate -> gate.beforeRefund(id));
    Order.PriceSplit price = facts.order().price();
    Money refunded = price.refunded().plus(amount);
    Money reversed = reversedAt(price, refunded);
    Money voucherPart = reversed.minus(facts.settlement().refundedVoucher());
    boolean whole = refunded.equals(price.total());
    papers.addRefund(
        id, new Refund(amount, voucherPart, amount.minus(voucherPart), why, steps.now()));
    orders.refunded(id, refunded, reversed);
    reservations.reverse(actor, id, voucherPart);
    OrderEvent event = whole ? OrderEvent.REFUND : OrderEvent.PART_REFUND;
    Map<String, String> parts = Map.of("amount", amount.plain(), "voucher", voucherPart.plain());
    steps.move(actor, facts, Step.of(event).because(why).with(parts));
    return new OrderRefunded(id, voucherPart, whole);
  }

  /** The deduction reversed in all once so much of the price is refunded. */
  static Money reversedAt(Order.PriceSplit price, Money refunded) {
    return refunded.share(price.voucher().fen(), price.total().fen());
  }

  void close(Actor actor, UUID id) {
    steps.move(actor, steps.lock(id), Step.of(OrderEvent.CLOSE));
  }
}
