package io.quantong.catalogue;

import static io.quantong.catalogue.OfferState.DRAFT;
import static io.quantong.catalogue.OfferState.PUBLISHED;
import static io.quantong.catalogue.OfferState.WITHDRAWN;

import io.quantong.kernel.Lifecycle;

/** The life of an offer (M7). Rows that keep the state only leave a record. */
final class OfferLifecycle {

  static final Lifecycle<OfferState, OfferEvent> TABLE =
      Lifecycle.of("offer", OfferState.class, OfferEvent.class)
          .step(DRAFT, OfferEvent.EDIT, DRAFT)
          .step(DRAFT, OfferEvent.PRICE, DRAFT)
          .step(DRAFT, OfferEvent.PUBLISH, PUBLISHED)
          .step(PUBLISHED, OfferEvent.EDIT, PUBLISHED)
          .step(PUBLISHED, OfferEvent.PRICE, PUBLISHED)
          .step(PUBLISHED, OfferEvent.WITHDRAW, WITHDRAWN)
          .step(WITHDRAWN, OfferEvent.EDIT, WITHDRAWN)
          .step(WITHDRAWN, OfferEvent.PRICE, WITHDRAWN)
          .step(WITHDRAWN, OfferEvent.PUBLISH, PUBLISHED)
          .build();

  private OfferLifecycle() {}
}
