package io.quantong.claim;

import io.quantong.claim.ClaimRepository.Part;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.order.OrderCompleted;
import io.quantong.order.OrderFacts;
import io.quantong.order.Orders;
import io.quantong.order.ServiceRecord;
import io.quantong.policy.Deadline;
import io.quantong.policy.Parameter;
import io.quantong.provider.Providers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the claim when an order is completed, filled with what the platform knows (M3). */
@Component
class Opening {

  private final Orders orders;
  private final Providers providers;
  private final ClaimRepository claims;
  private final PaperRepository papers;
  private final ClaimSteps steps;
  private final ClaimClock clock;

  Opening(
      Orders orders,
      Providers providers,
      ClaimRepository claims,
      PaperRepository papers,
      ClaimSteps steps,
      ClaimClock clock) {
    this.orders = orders;
    this.providers = providers;
    this.claims = claims;
    this.papers = papers;
    this.steps = steps;
    this.clock = clock;
  }

  /** One claim for each district that funds the order; none when no voucher was used. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(OrderCompleted completed) {
    OrderFacts facts = orders.dossier(completed.orderId()).facts();
    Map<String, List<ServiceRecord.Owed>> byDistrict =
        orders.owed(completed.orderId()).stream()
            .collect(
                Collectors.groupingBy(
                    ServiceRecord.Owed::district, TreeMap::new, Collectors.toList()));
    byDistrict.forEach((district, owed) -> open(facts, district, owed, completed.day()));
  }

  private void open(
      OrderFacts facts, String funding, List<ServiceRecord.Owed> owed, LocalDate day) {
    Claim claim = draft(facts, funding, owed, day);
    if (!claims.insert(claim)) {
      return;
    }
    claims.putParts(claim.id(), parts(owed));
    papers.put(
        claim.id(),
        new Invoice(
            null,
            null,
            null,
            claim.sums().price(),
            claim.parties().providerName(),
            claim.parties().beneficiaryName(),
            null));
    steps.begin(
        Actor.system(),
        claim,
        Map.of(
            "order", claim.matter().orderNumber(),
            "amount", claim.sums().claimed().plain(),
            "due", String.valueOf(claim.dates().dueOn())));
  }

  private Claim draft(
      OrderFacts facts, String funding, List<ServiceRecord.Owed> owed, LocalDate day) {
    var order = facts.order();
    Deadline window = clock.windowEnd(order.policyVersion(), day);
    return new Claim(
        Ids.next(),
        claims.nextNumber(day),
        ClaimState.DRAFT,
        new Claim.Matter(order.id(), order.number(), order.offerId(), order.service(), day),
        new Claim.Parties(
            order.providerId(),
            facts.parties().providerOrganisationId(),
            order.providerName(),
            order.beneficiaryId(),
            order.beneficiaryName(),
            providers.party(order.beneficiaryId()).person()),
        new Claim.Sums(facts.priceLeft(), sum(owed), null),
        new Claim.Place(handling(facts, funding), funding),
        order.policyVersion(),
        Signal.Level.PASS,
        new Claim.Dates(day, null, null, null, window.day(), window.provisional()),
        0,
        new Claim.Hands(null, null, null),
        null);
  }

  /** The provider's own district when it lies in the city, else or by policy the issuing one. */
  private String handling(OrderFacts facts, String funding) {
    boolean toIssuing =
        clock.policy(facts.order().policyVersion()).count(Parameter.CLAIM_TO_ISSUING_DISTRICT) == 1;
    String own = facts.parties().providerDistrict();
    return own == null || toIssuing ? funding : own;
  }

  static List<Part> parts(List<ServiceRecord.Owed> owed) {
    Map<Integer, Money> byYear = new TreeMap<>();
    owed.forEach(one -> byYear.merge(one.year(), one.amount(), Money::plus));
    return byYear.entrySet().stream()
        .map(entry -> new Part(entry.getKey(), entry.getValue(), Money.ZERO))
        .toList();
  }

  private static Money sum(List<ServiceRecord.Owed> owed) {
    return owed.stream().map(ServiceRecord.Owed::amount).reduce(Money.ZERO, Money::plus);
  }
}
