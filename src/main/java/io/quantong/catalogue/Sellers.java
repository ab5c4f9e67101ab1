package io.quantong.catalogue;

import io.quantong.catalogue.OfferRepository.Stored;
import io.quantong.identity.District;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.provider.Provider;
import io.quantong.provider.ProviderChanged;
import io.quantong.provider.Providers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what the catalogue knows of providers in step with the library (M5, M8). */
@Component
class Sellers {

  private final SellerRepository sellers;
  private final OfferRepository offers;
  private final InstrumentRepository instruments;
  private final Providers providers;
  private final ApplicationEventPublisher publisher;

  Sellers(
      SellerRepository sellers,
      OfferRepository offers,
      InstrumentRepository instruments,
      Providers providers,
      ApplicationEventPublisher publisher) {
    this.sellers = sellers;
    this.offers = offers;
    this.instruments = instruments;
    this.providers = providers;
    this.publisher = publisher;
  }

  /** A provider that is suspended or revoked can take no order from this very transaction on. */
  @EventListener
  void on(ProviderChanged change) {
    Provider now = change.provider();
    Optional<OfferView.Seller> before = sellers.find(now.id());
    sellers.keep(now);
    publisher.publishEvent(new CatalogueChanged());
    if (before.isPresent() && renamed(before.get(), now)) {
      index(offers.ofProvider(now.id()));
    }
  }

  /** The entry of an organisation in the library. */
  OfferView.Seller ofOrganisation(UUID organisation) {
    return providers
        .byOrganisation(organisation)
        .map(entry -> seller(entry.id()))
        .orElseThrow(() -> new Refused(CatalogueRefusal.NO_ENTRY));
  }

  /**
   * The entries named, each of which the actor must act for.
   *
   * @throws Refused when one is unknown or belongs to others
   */
  Map<UUID, OfferView.Seller> own(Actor actor, Collection<UUID> providerIds) {
    Map<UUID, OfferView.Seller> found = new HashMap<>();
    for (UUID id : providerIds) {
      found.computeIfAbsent(id, this::seller);
    }
    found.values().forEach(seller -> actor.requireOrganisation(seller.organisationId()));
    return found;
  }

  /** The names around the sheets given. */
  Wording wording(Collection<OfferSheet> sheets) {
    List<UUID> machines =
        sheets.stream().map(OfferSheet::instrumentId).filter(Objects::nonNull).distinct().toList();
    return new Wording(instruments.categories(), districts(), instruments.find(machines));
  }

  /** Writes anew under which words offers are found. */
  void index(List<Stored> changed) {
    Wording wording = wording(changed.stream().map(Stored::sheet).toList());
    changed.forEach(
        offer -> offers.setTokens(offer.id(), wording.tokens(offer.sheet(), offer.seller())));
  }

  List<District> districts() {
    return providers.districts();
  }

  private static boolean renamed(OfferView.Seller before, Provider now) {
    return !before.name().equals(now.name())
        || !before.nameEn().equals(now.nameEn())
        || !before.place().equals(now.place())
        || !Objects.equals(before.district(), now.district());
  }

  private OfferView.Seller seller(UUID providerId) {
    return sellers.find(providerId).orElseGet(() -> learn(providerId));
  }

  private OfferView.Seller learn(UUID providerId) {
    try {
      sellers.keep(providers.provider(providerId));
    } catch (NoSuchElementException unknown) {
      throw new Refused(CatalogueRefusal.NO_ENTRY);
    }
    return sellers.find(providerId).orElseThrow();
  }
}
