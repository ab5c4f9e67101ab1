package io.quantong.claim;

import io.quantong.claim.ClaimRefusal.Reason;
import io.quantong.claim.ClaimRepository.Part;
import io.quantong.claim.ClaimSteps.Step;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.order.OrderRefunded;
import io.quantong.order.Orders;
import io.quantong.order.RefundGate;
import io.quantong.order.ServiceRecord;
import io.quantong.publicnotice.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A refund of the order makes its claim smaller or ends it (product 4). After a confirmation the
 * money is fetched back first and a smaller sum is published anew; once the money is with the bank
 * only a recovery helps.
 */
@Component
class Refunding implements RefundGate {

  private final ClaimRepository claims;
  private final ClaimSteps steps;
  private final ClaimMoney money;
  private final Reviewing reviewing;
  private final Notices notices;
  private final ClaimClock clock;
  // Orders asks this gate, so it can only be asked back once both are there.
  private final ObjectProvider<Orders> orders;

  Refunding(
      ClaimRepository claims,
      ClaimSteps steps,
      ClaimMoney money,
      Reviewing reviewing,
      Notices notices,
      ClaimClock clock,
      ObjectProvider<Orders> orders) {
    this.claims = claims;
    this.steps = steps;
    this.money = money;
    this.reviewing = reviewing;
    this.notices = notices;
    this.clock = clock;
    this.orders = orders;
  }

  @Override
  public void beforeRefund(UUID orderId) {
    claims.ofOrder(orderId).forEach(claim -> notices.keepStill(claim.id()));
    List<Claim> concerned = claims.lockOfOrder(orderId);
    Refused.ifAny(concerned.stream().flatMap(claim -> against(claim).stream()).toList());
    concerned.stream().filter(Refunding::payable).forEach(money::takeBack);
  }

  private static List<ClaimRefusal> against(Claim claim) {
    return switch (claim.state()) {
      case DRAFT, SUBMITTED, IN_REVIEW, AWAITING_PAPERS -> List.of();
      case CONFIRMED, IN_NOTICE, CLEARED -> List.of();
      case OBJECTED -> List.of(ClaimRefusal.of(Reason.REFUND_OBJECTED, claim.number()));
      case PAYING, PAID, PAY_FAILED, RECOVERY_OPEN, RECOVERED, REFERRED ->
          List.of(ClaimRefusal.of(Reason.REFUND_WITH_BANK, claim.number()));
      case REFUSED, WITHDRAWN -> List.of(ClaimRefusal.of(Reason.REFUND_GONE, claim.number()));
    };
  }

  private static boolean payable(Claim claim) {
    return switch (claim.state()) {
      case CONFIRMED, IN_NOTICE, CLEARED -> true;
      case DRAFT, SUBMITTED, IN_REVIEW, AWAITING_PAPERS, OBJECTED -> false;
      case PAYING, PAID, PAY_FAILED, RECOVERY_OPEN, RECOVERED, REFERRED -> false;
      case REFUSED, WITHDRAWN -> false;
    };
  }

  /** The deduction was reversed: every claim of the order follows. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(OrderRefunded refunded) {
    Orders facade = orders.getObject();
    Money price = facade.dossier(refunded.orderId()).facts().priceLeft();
    Map<String, List<ServiceRecord.Owed>> left =
        facade.owed(refunded.orderId()).stream()
            .collect(Collectors.groupingBy(ServiceRecord.Owed::district));
    for (Claim claim : claims.lockOfOrder(refunded.orderId())) {
      shrink(claim, price, left.getOrDefault(claim.place().funding(), List.of()));
    }
  }

  private void shrink(Claim claim, Money price, List<ServiceRecord.Owed> left) {
    List<Part> before = claims.parts(claim.id());
    List<Part> after = after(before, Opening.parts(left));
    Money claimed = total(after, false);
    claims.putParts(claim.id(), after);
    if (payable(claim)) {
      shrinkConfirmed(claim, Edit.of(claim).sums(price, claimed), total(after, true));
    } else if (claimed.isZero()) {
      end(claim);
    } else {
      steps.move(
          Actor.system(),
          claim,
          Edit.of(claim).sums(price, claimed).reviewedBy(null).proposal(null),
          Step.of(ClaimEvent.REFUND).with(Map.of("amount", claimed.plain())));
    }
  }

  private void shrinkConfirmed(Claim claim, Edit edit, Money confirmed) {
    if (confirmed.isZero()) {
      end(claim);
      notices.takeDown(Actor.system(), claim.id());
    } else {
      reviewing.confirm(
          Actor.system(),
          claim,
          edit.decided(clock.today()),
          new Reviewing.Sum(ClaimEvent.NEW_SUM, confirmed, null));
    }
  }

  private void end(Claim claim) {
    steps.move(
        Actor.system(),
        claim,
        Edit.of(claim).proposal(null).noDue(),
        Step.of(ClaimEvent.REFUND_WHOLE));
  }

  /** What is left of each year; what was reversed comes off the confirmed part as well. */
  private static List<Part> after(List<Part> before, List<Part> captured) {
    Map<Integer, Money> byYear =
        captured.stream().collect(Collectors.toMap(Part::year, Part::claimed));
    List<Part> after = new ArrayList<>();
    for (Part part : before) {
      Money claimed = byYear.getOrDefault(part.year(), Money.ZERO);
      Money reversed = part.claimed().minus(claimed);
      Money confirmed = part.confirmed().minus(reversed).max(Money.ZERO);
      after.add(new Part(part.year(), claimed, confirmed));
    }
    return after;
  }

  private static Money total(List<Part> parts, boolean confirmed) {
    return parts.stream()
        .map(part -> confirmed ? part.confirmed() : part.claimed())
        .reduce(Money.ZERO, Money::plus);
  }
}
