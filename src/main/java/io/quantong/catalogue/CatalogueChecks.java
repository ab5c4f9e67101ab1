package io.quantong.catalogue;

import io.quantong.kernel.SelfCheck;
import org.springframework.stereotype.Component;

/** M7: nothing is on show without content, process and the price that its tariff names. */
@Component
class CatalogueChecks implements SelfCheck {

  private final OfferRepository offers;

  CatalogueChecks(OfferRepository offers) {
    this.offers = offers;
  }

  @Override
  public String statement() {
    return "selfcheck.catalogue.shown_offers_are_complete";
  }

  @Override
  public Finding check() {
    return Finding.none(offers.incompleteOnShow());
  }
}
