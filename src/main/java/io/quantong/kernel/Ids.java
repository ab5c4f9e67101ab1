package io.quantong.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers in time order (UUID version 7, RFC 9562), so that indexes grow at one end. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** The next identifier. Its time part is the machine's own clock, not the platform's day. */
  public static UUID next() {
    long millis = System.currentTimeMillis();
    long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
