package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.order.OrderDetail.Contract;
import io.quantong.order.OrderView.Next;
import io.quantong.order.OrderView.Who;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Says what is next in an order and what somebody may do in it now. The acts check again. */
final class OrderGuide {

  private OrderGuide() {}

  /**
   * What is next.
   *
   * @param signed true when the beneficiary signed the newest contract
   */
  static Next next(OrderFacts facts, boolean signed, LocalDate today) {
    Order order = facts.order();
    return switch (order.state()) {
      case PLACED -> step(order, Who.PROVIDER);
      case ACCEPTED -> accepted(facts, signed);
      case REPRICED, DELIVERED -> step(order, Who.BENEFICIARY);
      case IN_SERVICE, DISPUTED -> order.overdueOn(today) ? late(order) : step(order, Who.PROVIDER);
      case COMPLETED ->
          facts.voucherLeft().isPositive()
              ? step(order, Who.CLAIM)
              : new Next("order.next.COMPLETED.own", Who.NOBODY, null);
      case DRAFT, DECLINED, TIMED_OUT, CANCELLED, REFUNDED, CLOSED -> step(order, Who.NOBODY);
    };
  }

  private static Next accepted(OrderFacts facts, boolean signed) {
    Order order = facts.order();
    if (!signed) {
      return new Next("order.next.ACCEPTED.sign", Who.BENEFICIARY, order.dueOn());
    }
    if (ownShareOpen(facts)) {
      return new Next("order.next.ACCEPTED.pay", Who.BENEFICIARY, order.dueOn());
    }
    return new Next("order.next.ACCEPTED.start", Who.PROVIDER, order.dueOn());
  }

  /** The provider is late: it may still deliver, but the beneficiary need not wait any longer. */
  private static Next late(Order order) {
    return new Next("order.next." + order.state().name() + ".late", Who.PROVIDER, order.dueOn());
  }

  private static Next step(Order order, Who who) {
    return new Next("order.next." + order.state().name(), who, order.dueOn());
  }

  static Set<OrderEvent> may(Actor actor, OrderDetail detail, LocalDate today) {
    Set<OrderEvent> may = EnumSet.noneOf(OrderEvent.class);
    boolean provider =
        actor.organisationId().equals(detail.facts().parties().providerOrganisationId());
    boolean beneficiary = actor.organisationId().equals(detail.order().beneficiaryId());
    OrderState state = detail.order().state();
    for (OrderEvent event : OrderLifecycle.TABLE.eventsFrom(state, OrderEvent.class)) {
      boolean mine =
          (provider && byProvider(actor, event, detail, today))
              || (beneficiary && actor.is(Role.BENEFICIARY) && byBeneficiary(event, detail, today));
      if (mine) {
        may.add(event);
      }
    }
    return may;
  }

  private static boolean byProvider(
      Actor actor, OrderEvent event, OrderDetail detail, LocalDate today) {
    boolean manager = actor.is(Role.PROVIDER_MANAGER);
    boolean desk = actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
    return switch (event) {
      case ACCEPT, DECLINE, LOG, DELIVER -> desk;
      case START -> desk && signed(detail) && !ownShareOpen(detail.facts());
      case REPRICE -> manager;
      case CANCEL -> manager && OrderEndings.againstCancel(detail.order(), true, today).isEmpty();
      case REFUND, PART_REFUND -> actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_FINANCE);
      case PLACE,
          TIME_OUT,
          CONFIRM_PRICE,
          SIGN,
          PAY_OWN,
          ACCEPT_RESULT,
          AUTO_ACCEPT,
          DISPUTE,
          CLOSE ->
          false;
    };
  }

  private static boolean byBeneficiary(OrderEvent event, OrderDetail detail, LocalDate today) {
    return switch (event) {
      case CONFIRM_PRICE, ACCEPT_RESULT, DISPUTE -> true;
      case SIGN -> !signed(detail);
      case PAY_OWN -> ownShareOpen(detail.facts());
      case CANCEL -> OrderEndings.againstCancel(detail.order(), false, today).isEmpty();
      case PLACE,
          ACCEPT,
          DECLINE,
          TIME_OUT,
          REPRICE,
          START,
          LOG,
          DELIVER,
          AUTO_ACCEPT,
          PART_REFUND,
          REFUND,
          CLOSE ->
          false;
    };
  }

  static boolean signed(OrderDetail detail) {
    Contract contract = detail.contract();
    return contract != null && contract.beneficiary() != null;
  }

  private static boolean ownShareOpen(OrderFacts facts) {
    return facts.order().price().own().isPositive() && facts.settlement().ownPaidAt() == null;
  }
}
