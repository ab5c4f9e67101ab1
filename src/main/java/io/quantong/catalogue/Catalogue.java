package io.quantong.catalogue;

import io.quantong.catalogue.OfferRepository.Stored;
import io.quantong.identity.District;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Instruments and services, their prices, and the search over them (M2, M7). */
@Service
public class Catalogue {

  private final OfferRepository offers;
  private final InstrumentRepository instruments;
  private final Sellers sellers;
  private final Searching searching;
  private final EventLog log;
  private final Clock clock;

  Catalogue(
      OfferRepository offers,
      InstrumentRepository instruments,
      Sellers sellers,
      Searching searching,
      EventLog log,
      Clock clock) {
    this.offers = offers;
    this.instruments = instruments;
    this.sellers = sellers;
    this.searching = searching;
    this.log = log;
    this.clock = clock;
  }

  /**
   * An offer with the price in force today; {@link java.util.NoSuchElementException} if unknown.
   */
  @Transactional(readOnly = true)
  public Offer offer(UUID id) {
    return offer(offers.find(id, today()).orElseThrow());
  }

  /**
   * Offers on show of admitted providers (M2). When nothing has all the words, what has at least
   * half of them is found instead and marked so.
   */
  @Transactional(readOnly = true)
  public SearchResult search(Search search) {
    return searching.search(search);
  }

  /**
   * All about an offer: anyone while it is or was on show, its provider always.
   *
   * @throws Refused when there is none the actor may see
   */
  @Transactional(readOnly = true)
  public OfferView view(Actor actor, UUID id) {
    Stored found =
        offers
            .find(id, today())
            .filter(offer -> offer.state() != OfferState.DRAFT || own(actor, offer))
            .orElseThrow(() -> new Refused(CatalogueRefusal.UNKNOWN));
    UUID machine = found.sheet().instrumentId();
    return new OfferView(
        offer(found),
        found.state(),
        found.sheet(),
        found.seller(),
        machine == null ? null : instruments.find(machine).orElseThrow(),
        offers.tariff(id),
        SheetRules.missing(found.sheet(), found.price()));
  }

  /** The offers of the actor's own organisation, whatever their state. */
  @Transactional(readOnly = true)
  public List<OwnOffer> own(Actor actor) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE);
    return offers.ofOrganisation(actor.organisationId()).stream()
        .map(found -> new OwnOffer(offer(found), found.state(), found.price() != null))
        .toList();
  }

  /**
   * A line of a provider's own list.
   *
   * @param offer the offer
   * @param state of the offer
   * @param priced false while no price is in force
   */
  public record OwnOffer(Offer offer, OfferState state, boolean priced) {}

  /** What happened to an offer of the actor's own organisation, oldest first. */
  @Transactional(readOnly = true)
  public List<DomainEvent> history(Actor actor, UUID id) {
    OfferView.Seller owner = view(actor, id).seller();
    if (!actor.readsAllDistricts()) {
      actor.requireOrganisation(owner.organisationId());
    }
    return log.history(OfferLifecycle.TABLE.subject(), id.toString());
  }

  /** The tree of categories in the order of their codes. */
  @Transactional(readOnly = true)
  public List<Category> categories() {
    return instruments.categories();
  }

  /** The districts of the city in which providers may lie. */
  public List<District> districts() {
    return sellers.districts();
  }

  private static boolean own(Actor actor, Stored offer) {
    return actor.organisationId().equals(offer.seller().organisationId());
  }

  private static Offer offer(Stored found) {
    OfferSheet sheet = found.sheet();
    boolean orderable =
        found.state() == OfferState.PUBLISHED
            && found.seller().admitted()
            && SheetRules.missing(sheet, found.price()).isEmpty();
    return new Offer(
        found.id(),
        found.seller().providerId(),
        found.seller().name(),
        sheet.name(),
        sheet.nameEn(),
        sheet.mode(),
        sheet.basis(),
        Objects.requireNonNullElse(found.price(), Money.ZERO),
        sheet.content(),
        sheet.process(),
        sheet.instrumentId(),
        orderable);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
