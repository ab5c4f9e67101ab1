package io.quantong.identity;

import io.quantong.kernel.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Districts, organisations, people and commitments. */
@Service
public class Identities {

  /** The city and its districts, in the order of their codes, city first. */
  public List<District> districts() {
    throw new IllegalStateException();
  }

  /** An organisation; {@link java.util.NoSuchElementException} is a bug of the caller. */
  public Organisation organisation(UUID id) {
    throw new IllegalStateException();
  }

  /** By unified social credit code, upper or lower case. */
  public Optional<Organisation> byUnifiedCode(String code) {
    throw new IllegalStateException();
  }

  /** True when the organisation signed the credit commitment now in force (M15). */
  public boolean hasSignedCommitment(UUID organisationId) {
    throw new IllegalStateException();
  }

  /** Signs the credit commitment for the actor's organisation; signing twice does nothing. */
  public void signCommitment(Actor actor) {
    throw new IllegalStateException();
  }

  /**
   * Why two organisations count as related parties: message keys, empty when they do not
   * ({@code identity.tie.SAME_LEGAL_REPRESENTATIVE}, {@code …SAME_PHONE}, {@code …SAME_ADDRESS},
   * {@code …SAME_PERSON}, {@code …DECLARED}, {@code …SAME_ORGANISATION}).
   */
  public List<String> ties(UUID one, UUID other) {
    throw new IllegalStateException();
  }
}
