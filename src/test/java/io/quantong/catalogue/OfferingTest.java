package io.quantong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.catalogue.Market.Stall;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OfferingTest {

  @Autowired Market market;
  @Autowired Catalogue catalogue;
  @Autowired CatalogueDesk desk;
  @Autowired Instruments instruments;
  @Autowired Identities identities;
  @Autowired ApplyTariffs tariffs;
  @Autowired CatalogueChecks complete;
  @Autowired Clock clock;

  private Stall stall;

  @BeforeEach
  void open() {
    stall = market.stall();
  }

  @Test
  @Clause("M7")
  void what_is_published_with_content_process_and_price_can_be_ordered() {
    Offer offer = catalogue.offer(stall.test().id());
    assertThat(offer.orderable()).isTrue();
    assertThat(offer.unitPrice()).isEqualTo(Market.SAMPLE);
    assertThat(offer.providerName()).isEqualTo(stall.manager().organisationName());
  }

  @Test
  @Clause("M7")
  void an_offer_without_content_process_and_price_is_not_published() {
    OfferSheet empty = with(Market.service(), "", " ");
    UUID id = desk.draft(stall.manager(), empty, RequestKey.fresh());
    assertThatThrownBy(() -> desk.publish(stall.manager(), id))
        .hasMessageContaining("CONTENT_MISSING")
        .hasMessageContaining("PROCESS_MISSING")
        .hasMessageContaining("PRICE_MISSING");
    assertThat(catalogue.offer(id).orderable()).isFalse();
  }

  @Test
  @Clause("M7")
  void what_is_on_show_cannot_be_made_incomplete() {
    OfferSheet empty = with(Market.service(), "", "");
    assertThatThrownBy(() -> desk.edit(stall.manager(), stall.service().id(), empty))
        .hasMessageContaining("CONTENT_MISSING")
        .hasMessageContaining("PROCESS_MISSING");
    assertThat(catalogue.offer(stall.service().id()).content()).isNotBlank();
  }

  @Test
  void instrument_time_needs_an_instrument_of_the_provider() {
    UUID foreign = market.stall().instrument().id();
    OfferSheet sheet = Market.time(foreign);
    assertThatThrownBy(() -> desk.draft(stall.manager(), sheet, RequestKey.fresh()))
        .hasMessageContaining("INSTRUMENT_MISSING");
  }

  @Test
  void a_draft_priced_and_published_goes_through_its_life() {
    Actor manager = stall.manager();
    LocalDate today = LocalDate.now(clock);
    UUID id = desk.draft(manager, Market.service(), RequestKey.fresh());
    desk.price(manager, id, Money.yuan(500), today);
    desk.publish(manager, id);
    assertThat(catalogue.offer(id).orderable()).isTrue();
    desk.withdraw(manager, id, "设备检修");
    assertThat(catalogue.offer(id).orderable()).isFalse();
    desk.publish(manager, id);
    assertThat(catalogue.history(manager, id))
        .extracting(DomainEvent::event)
        .containsExactly("DRAFT", "PRICE", "PUBLISH", "WITHDRAW", "PUBLISH");
  }

  @Test
  void a_price_from_tomorrow_is_not_in_force_today() {
    UUID id = stall.test().id();
    desk.price(stall.manager(), id, Money.yuan(999), LocalDate.now(clock).plusDays(1));
    assertThat(catalogue.offer(id).unitPrice()).isEqualTo(Market.SAMPLE);
    assertThat(catalogue.view(stall.manager(), id).tariff())
        .extracting(OfferView.Price::unitPrice)
        .containsExactly(Money.yuan(999), Market.SAMPLE);
  }

  @Test
  @Clause("M7")
  void on_its_day_a_price_comes_into_force_for_search_too() {
    UUID id = stall.test().id();
    LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
    desk.price(stall.manager(), id, Money.yuan(999), tomorrow);
    assertThat(tariffs.run(tomorrow)).isPositive();
    assertThat(kept(id)).isEqualTo(Money.yuan(999));
    assertThat(tariffs.run(tomorrow)).isZero();
    assertThat(complete.check().holds()).isTrue();
    tariffs.run(LocalDate.now(clock));
    assertThat(kept(id)).isEqualTo(Market.SAMPLE);
  }

  private Money kept(UUID id) {
    return catalogue.own(stall.manager()).stream()
        .filter(row -> row.offer().id().equals(id))
        .findFirst()
        .orElseThrow()
        .offer()
        .unitPrice();
  }

  @Test
  void a_price_is_not_written_into_the_past() {
    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    UUID id = stall.test().id();
    assertThatThrownBy(() -> desk.price(stall.manager(), id, Money.ZERO, yesterday))
        .hasMessageContaining("PRICE_RANGE")
        .hasMessageContaining("PRICE_DAY");
  }

  @Test
  void nobody_writes_the_offers_of_another_organisation() {
    Actor stranger = market.stall().manager();
    UUID id = stall.test().id();
    assertThatThrownBy(() -> desk.withdraw(stranger, id, "x")).hasMessageContaining("ORGANISATION");
    assertThatThrownBy(() -> desk.edit(stranger, id, Market.service()))
        .hasMessageContaining("ORGANISATION");
    assertThatThrownBy(() -> desk.price(stranger, id, Money.yuan(1), LocalDate.now(clock)))
        .hasMessageContaining("ORGANISATION");
    assertThatThrownBy(
            () ->
                instruments.change(
                    stranger, stall.instrument().id(), Market.sheet(), Market.always()))
        .hasMessageContaining("ORGANISATION");
    assertThatThrownBy(() -> catalogue.history(stranger, id)).hasMessageContaining("ORGANISATION");
  }

  @Test
  void nobody_without_the_role_writes_offers() {
    Actor firm = People.of(identities).firm(People.KEQIAO);
    UUID id = stall.test().id();
    for (Actor actor : List.of(firm, stall.technician(), stall.finance(), Actor.visitor())) {
      assertThatThrownBy(() -> desk.withdraw(actor, id, "x")).hasMessageContaining("ROLE");
      assertThatThrownBy(() -> desk.draft(actor, Market.service(), RequestKey.fresh()))
          .hasMessageContaining("ROLE");
      assertThatThrownBy(() -> desk.publishAll(actor, List.of())).hasMessageContaining("ROLE");
    }
  }

  @Test
  void a_draft_is_seen_by_its_provider_only() {
    UUID id = desk.draft(stall.manager(), Market.service(), RequestKey.fresh());
    assertThat(catalogue.view(stall.manager(), id).state()).isEqualTo(OfferState.DRAFT);
    assertThatThrownBy(() -> catalogue.view(Actor.visitor(), id)).hasMessageContaining("UNKNOWN");
  }

  @Test
  void the_same_form_sent_twice_makes_one_draft() {
    RequestKey key = RequestKey.fresh();
    UUID first = desk.draft(stall.manager(), Market.service(), key);
    assertThat(desk.draft(stall.manager(), Market.service(), key)).isEqualTo(first);
  }

  @Test
  void five_hundred_offers_are_published_within_seconds() {
    List<NewOffer> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(
          new NewOffer(
              stall.provider().id(),
              Market.test(stall.instrument().id()),
              Money.yuan(100 + i),
              LocalDate.now(clock)));
    }
    long start = System.nanoTime();
    List<UUID> ids = desk.publishAll(Actor.system(), many);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(ids).hasSize(500);
    assertThat(catalogue.offer(ids.get(7)).unitPrice()).isEqualTo(Money.yuan(107));
    assertThat(took).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void every_pair_of_state_and_event_is_allowed_or_refused_by_the_table() {
    List<String> allowed =
        OfferLifecycle.TABLE.steps().stream()
            .map(step -> step.from() + " " + step.event() + " " + step.to())
            .toList();
    assertThat(allowed)
        .containsExactlyInAnyOrder(
            "DRAFT EDIT DRAFT",
            "DRAFT PRICE DRAFT",
            "DRAFT PUBLISH PUBLISHED",
            "PUBLISHED EDIT PUBLISHED",
            "PUBLISHED PRICE PUBLISHED",
            "PUBLISHED WITHDRAW WITHDRAWN",
            "WITHDRAWN EDIT WITHDRAWN",
            "WITHDRAWN PRICE WITHDRAWN",
            "WITHDRAWN PUBLISH PUBLISHED");
    Arrays.stream(OfferState.values())
        .forEach(
            from ->
                Arrays.stream(OfferEvent.values())
                    .filter(event -> !OfferLifecycle.TABLE.allows(from, event))
                    .forEach(
                        event ->
                            assertThatThrownBy(() -> OfferLifecycle.TABLE.next(from, event))
                                .isInstanceOf(Refused.class)));
  }

  private static OfferSheet with(OfferSheet sheet, String content, String process) {
    return new OfferSheet(
        sheet.name(),
        sheet.nameEn(),
        sheet.mode(),
        sheet.basis(),
        sheet.category(),
        sheet.instrumentId(),
        content,
        process,
        sheet.standards(),
        sheet.keywords(),
        sheet.turnaroundDays());
  }
}
