package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The acts on an order by those who do them, and the events others listen to. */
@Component
class OrderActs {

  private final ProviderSide provider;
  private final ServiceDelivery delivery;
  private final BeneficiarySide beneficiary;
  private final OrderEndings endings;
  private final Announcer announcer;

  OrderActs(
      ProviderSide provider,
      ServiceDelivery delivery,
      BeneficiarySide beneficiary,
      OrderEndings endings,
      Announcer announcer) {
    this.provider = provider;
    this.delivery = delivery;
    this.beneficiary = beneficiary;
    this.endings = endings;
    this.announcer = announcer;
  }

  ProviderSide provider() {
    return provider;
  }

  ServiceDelivery delivery() {
    return delivery;
  }

  BeneficiarySide beneficiary() {
    return beneficiary;
  }

  OrderEndings endings() {
    return endings;
  }

  UUID acceptResult(Actor actor, UUID id, Orders.Verdict verdict) {
    OrderFacts facts = beneficiary.acceptResult(actor, id, verdict.stars(), verdict.comment());
    announcer.completed(facts.order());
    return id;
  }

  /** The beneficiary kept silent over the whole acceptance period (product section 7). */
  void autoAccept(OrderFacts facts) {
    beneficiary.complete(Actor.system(), facts, OrderEvent.AUTO_ACCEPT);
    announcer.completed(facts.order());
  }

  UUID refund(Actor actor, UUID id, Money amount, String reason) {
    announcer.refunded(endings.refund(actor, id, amount, reason));
    return id;
  }

  /** Tells other modules, inside the transaction. */
  @Component
  static class Announcer {
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Announcer(ApplicationEventPublisher publisher, Clock clock) {
      this.publisher = publisher;
      this.clock = clock;
    }

    void completed(Order order) {
      if (order.price().voucher().isZero()) {
        return;
      }
      publisher.publishEvent(
          new OrderCompleted(order.id(), order.providerId(), LocalDate.now(clock)));
    }

    void refunded(OrderRefunded refunded) {
      publisher.publishEvent(refunded);
    }
  }
}
