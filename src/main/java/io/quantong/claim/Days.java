package io.quantong.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the platform: Asia/Shanghai. */
final class Days {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Days() {}

  static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }
}
