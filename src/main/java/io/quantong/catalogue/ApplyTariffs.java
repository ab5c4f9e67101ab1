package io.quantong.catalogue;

import io.quantong.kernel.DailyJob;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings prices into force on their day (M7). */
@Component
class ApplyTariffs implements DailyJob {

  private final OfferRepository offers;
  private final ApplicationEventPublisher publisher;

  ApplyTariffs(OfferRepository offers, ApplicationEventPublisher publisher) {
    this.offers = offers;
    this.publisher = publisher;
  }

  @Override
  public String name() {
    return "catalogue.tariffs";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  @Transactional
  public int run(LocalDate day) {
    int moved = offers.applyTariff(day, null);
    if (moved > 0) {
      publisher.publishEvent(new CatalogueChanged());
    }
    return moved;
  }
}
