package io.quantong.catalogue;

import io.quantong.catalogue.OfferRepository.Stored;
import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one place in which an offer changes its state: table, row and record. */
@Component
class OfferSteps {

  private final OfferRepository offers;
  private final EventLog log;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  OfferSteps(
      OfferRepository offers, EventLog log, ApplicationEventPublisher publisher, Clock clock) {
    this.offers = offers;
    this.log = log;
    this.publisher = publisher;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The offer, its row locked until the transaction ends. */
  Stored locked(UUID id) {
    offers.lock(id);
    return offers.find(id, today()).orElseThrow(() -> new Refused(CatalogueRefusal.UNKNOWN));
  }

  Instant now() {
    return clock.instant();
  }

  /** Refuses a step the table does not know, before anything else is looked at. */
  void insist(Stored offer, OfferEvent event) {
    OfferLifecycle.TABLE.next(offer.state(), event);
  }

  void began(Actor actor, UUID id) {
    log.append(transition(id, OfferEvent.DRAFT, null, OfferState.DRAFT), actor);
  }

  /** Records an offer that was complete from the beginning. */
  void published(Actor actor, UUID id, NewOffer offer) {
    Map<String, String> facts =
        Map.of("price", offer.unitPrice().plain(), "from", offer.from().toString());
    log.append(
        transition(id, OfferEvent.PUBLISH, OfferState.DRAFT, OfferState.PUBLISHED),
        actor,
        null,
        null,
        facts);
    publisher.publishEvent(new CatalogueChanged());
  }

  void move(
      Actor actor,
      Stored offer,
      OfferEvent event,
      @Nullable String reason,
      Map<String, String> facts) {
    OfferState to = OfferLifecycle.TABLE.next(offer.state(), event);
    if (to != offer.state()) {
      offers.setState(offer.id(), to);
    }
    log.append(transition(offer.id(), event, offer.state(), to), actor, reason, null, facts);
    publisher.publishEvent(new CatalogueChanged());
  }

  private static Transition transition(
      UUID id, OfferEvent event, @Nullable OfferState from, OfferState to) {
    return Transition.of(OfferLifecycle.TABLE.subject(), id, event, from, to);
  }
}
