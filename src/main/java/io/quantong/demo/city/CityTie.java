package io.quantong.demo.city;

/**
 * A firm related to a provider, so that the related-party rule has something to refuse.
 *
 * @param firmKey the firm
 * @param providerKey the provider
 * @param kind how they are related
 */
public record CityTie(String firmKey, String providerKey, Kind kind) {

  /** How two organisations are related. */
  public enum Kind {
    SAME_LEGAL_REPRESENTATIVE,
    SAME_PHONE,
    /** Declared by the firm itself; visible in no other field. */
    DECLARED
  }
}
