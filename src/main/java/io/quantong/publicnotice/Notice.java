package io.quantong.publicnotice;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A published notice; every text in it is already masked.
 *
 * @param id identifier
 * @param number readable number
 * @param claimId the claim
 * @param claimNumber its number
 * @param district handling district
 * @param providerName shown
 * @param beneficiaryName shown, masked when a person
 * @param service shown
 * @param total shown
 * @param amount shown
 * @param publishedOn day of publication (day 0)
 * @param lastDay last day of the notice, ends 24:00
 * @param provisional true when the last day falls in a year not yet announced
 * @param state where it stands
 */
public record Notice(
    UUID id,
    String number,
    UUID claimId,
    String claimNumber,
    String district,
    String providerName,
    String beneficiaryName,
    String service,
    Money total,
    Money amount,
    LocalDate publishedOn,
    LocalDate lastDay,
    boolean provisional,
    State state) {

  /** States of a notice. */
  public enum State {
    RUNNING,
    ENDED,
    SUPERSEDED
  }
}
