package io.quantong.catalogue;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All about an offer, for its page.
 *
 * @param offer the offer as it can be ordered
 * @param state of the offer
 * @param sheet what the provider states
 * @param seller who offers it
 * @param instrument the machine; null for services
 * @param tariff dated prices, newest first
 * @param missing what keeps it from being published (M7); empty when complete
 */
public record OfferView(
    Offer offer,
    OfferState state,
    OfferSheet sheet,
    Seller seller,
    @Nullable Instrument instrument,
    List<Price> tariff,
    List<Refusal> missing) {

  public OfferView {
    tariff = List.copyOf(tariff);
    missing = List.copyOf(missing);
  }

  /**
   * Who offers.
   *
   * @param providerId library entry
   * @param organisationId the organisation
   * @param name registered name
   * @param nameEn English name
   * @param kind of provider, a name of {@link io.quantong.provider.ProviderKind}
   * @param district own district in the city; null outside
   * @param place where it is, in words
   * @param admitted true when orders may be placed
   */
  public record Seller(
      UUID providerId,
      UUID organisationId,
      String name,
      String nameEn,
      String kind,
      @Nullable String district,
      String place,
      boolean admitted) {}

  /**
   * A dated price.
   *
   * @param from first day
   * @param unitPrice of one unit
   */
  public record Price(LocalDate from, Money unitPrice) {}
}
