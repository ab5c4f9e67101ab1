package io.quantong.provider;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The provider library (M5, M6, M8). */
@Service
public class Providers {

  /** An entry; {@link java.util.NoSuchElementException} is a bug of the caller. */
  public Provider provider(UUID id) {
    throw new IllegalStateException();
  }

  /** The entry of an organisation, if it has one that is not refused or left. */
  public Optional<Provider> byOrganisation(UUID organisationId) {
    throw new IllegalStateException();
  }
}
