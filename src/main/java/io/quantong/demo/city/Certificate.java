package io.quantong.demo.city;

import java.time.LocalDate;

/**
 * A certificate of a provider that is admitted by review.
 *
 * @param name what it is
 * @param nameEn in English
 * @param number 12 digits
 * @param validForDays days left, counted from the day the demo starts; may be short on purpose
 */
public record Certificate(String name, String nameEn, String number, int validForDays) {

  /** The last valid day when the demo starts on the given day. */
  public LocalDate validUntil(LocalDate start) {
    return start.plusDays(validForDays);
  }
}
