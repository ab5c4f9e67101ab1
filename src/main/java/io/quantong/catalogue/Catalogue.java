package io.quantong.catalogue;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** Instruments and services, their prices, and the search over them (M2, M7). */
@Service
public class Catalogue {

  /** An offer with the price in force today; {@link java.util.NoSuchElementException} if unknown. */
  public Offer offer(UUID id) {
    throw new IllegalStateException();
  }
}
