package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.order.OrderDetail.Refund;
import io.quantong.order.OrderRefusal.Reason;
import io.quantong.order.OrderSteps.Step;
import io.quantong.voucher.Vouchers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * The beneficiary may leave until the service begins, and again when the provider let the time
   * for the service or for the answer to a dispute pass; the provider from accepting to delivering,
   * and in a dispute. So no order can hold vouchers for ever.
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
    againstCancel(facts.order(), byProvider, steps.today())
        .ifPresent(
            against -> {
              throw new Refused(against);
            });
    String why = OrderSteps.reason(reason);
    steps.move(actor, facts, Step.of(OrderEvent.CANCEL).because(why));
    reservations.giveUp(actor, facts, why, cause(facts.order().state(), byProvider));
  }

  /** A new price, a service not finished and a dispute not answered are the provider's doing. */
  private static Vouchers.Cause cause(OrderState state, boolean byProvider) {
    boolean provider =
        switch (state) {
          case REPRICED, IN_SERVICE, DISPUTED -> true;
          case DRAFT, PLACED, ACCEPTED, DELIVERED, COMPLETED -> byProvider;
          case DECLINED, TIMED_OUT, CANCELLED, REFUNDED, CLOSED -> byProvider;
        };
    return provider ? Vouchers.Cause.PROVIDER : Vouchers.Cause.BENEFICIARY;
  }

  /**
   * What forbids a side to cancel; states without that row are left to the life cycle to refuse.
   */
  static Optional<Refusal> againstCancel(Order order, boolean provider, LocalDate today) {
    return switch (order.state()) {
      case PLACED, REPRICED -> provider ? Optional.of(Actor.AccessRefusal.ROLE) : Optional.empty();
      case IN_SERVICE, DISPUTED ->
          provider || order.overdueOn(today)
              ? Optional.empty()
              : Optional.of(OrderRefusal.of(Reason.NOT_OVERDUE, String.valueOf(order.dueOn())));
      case DRAFT, ACCEPTED, DELIVERED, COMPLETED -> Optional.empty();
      case DECLINED, TIMED_OUT, CANCELLED, REFUNDED, CLOSED -> Optional.empty();
    };
  }

  /**
   * Nobody answered in time: the provider to an order, or the beneficiary to the provider's new
   * price. Both began with the provider, so a lot that expired meanwhile gets its grace.
   */
  void timeOut(Actor actor, OrderFacts facts) {
    steps.move(actor, facts, Step.of(OrderEvent.TIME_OUT));
    reservations.giveUp(actor, facts, OrderEvent.TIME_OUT.name(), Vouchers.Cause.PROVIDER);
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
