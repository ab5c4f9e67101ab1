package io.quantong.claim;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim for the captured vouchers of one order under one funding district (M3). An order paid
 * from the budgets of two districts has two claims with the same papers.
 *
 * @param id identifier
 * @param number readable number
 * @param state where it stands
 * @param matter the order behind it
 * @param parties both sides
 * @param sums the money
 * @param place who handles and who pays
 * @param policyVersion frozen when the order was placed
 * @param risk highest level the machine checks found; PASS before they ran
 * @param dates days that matter
 * @param papersAsked how often papers were asked for
 * @param hands persons who acted
 * @param proposal decision of the first reviewer waiting for a second person; null when none waits
 */
public record Claim(
    UUID id,
    String number,
    ClaimState state,
    Matter matter,
    Parties parties,
    Sums sums,
    Place place,
    long policyVersion,
    Signal.Level risk,
    Dates dates,
    int papersAsked,
    Hands hands,
    @Nullable Proposal proposal) {

  /**
   * The order.
   *
   * @param orderId identifier
   * @param orderNumber readable number
   * @param offerId what was ordered
   * @param service its name
   * @param completedOn day of acceptance
   */
  public record Matter(
      UUID orderId, String orderNumber, UUID offerId, String service, LocalDate completedOn) {}

  /**
   * Both sides.
   *
   * @param providerId library entry
   * @param providerOrganisationId organisation behind it
   * @param providerName its name when ordered
   * @param beneficiaryId who ordered
   * @param beneficiaryName its name when ordered
   * @param beneficiaryIsPerson true for an entrepreneur
   */
  public record Parties(
      UUID providerId,
      UUID providerOrganisationId,
      String providerName,
      UUID beneficiaryId,
      String beneficiaryName,
      boolean beneficiaryIsPerson) {}

  /**
   * The money.
   *
   * @param price of the order, refunds taken off
   * @param claimed captured vouchers of the funding district, refunds taken off
   * @param confirmed by the bureau; null before
   */
  public record Sums(Money price, Money claimed, @Nullable Money confirmed) {

    /** What the provider gets as far as is known. */
    public Money expected() {
      return confirmed == null ? claimed : confirmed;
    }
  }

  /**
   * Districts, six digits.
   *
   * @param handling whose science bureau reviews and publishes
   * @param funding whose budget pays
   */
  public record Place(String handling, String funding) {}

  /**
   * Days.
   *
   * @param openedOn claim opened by the platform
   * @param receivedOn day of receipt; null before
   * @param decidedOn day of the last decision; null before
   * @param paidOn paid by the bank; null before
   * @param dueOn last day of the clock now running; null when none runs
   * @param provisional true when that day is counted with a year not announced or an open pause
   */
  public record Dates(
      LocalDate openedOn,
      @Nullable LocalDate receivedOn,
      @Nullable LocalDate decidedOn,
      @Nullable LocalDate paidOn,
      @Nullable LocalDate dueOn,
      boolean provisional) {}

  /**
   * Persons; none of them may act in another of these parts, nor pay.
   *
   * @param submitter handed it in
   * @param reviewer decided first
   * @param secondReviewer decided second
   */
  public record Hands(
      @Nullable UUID submitter, @Nullable UUID reviewer, @Nullable UUID secondReviewer) {

    /** All persons who acted. */
    public Set<UUID> all() {
      Set<UUID> all = new HashSet<>();
      for (UUID person : new UUID[] {submitter, reviewer, secondReviewer}) {
        if (person != null) {
          all.add(person);
        }
      }
      return all;
    }
  }

  /**
   * A decision waiting for a second person.
   *
   * @param decision what the first reviewer decided
   * @param by name of the first reviewer
   */
  public record Proposal(Decision decision, String by) {}
}
