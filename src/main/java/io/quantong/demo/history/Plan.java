package io.quantong.demo.history;

import io.quantong.demo.city.CityFirm;
import io.quantong.demo.city.CityOffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is going to become of an order that a firm places.
 *
 * @param firm who orders
 * @param offer what is ordered
 * @param quantity units; where time is booked, how many slots at most
 * @param placedOn when; moved to the next working day
 * @param fate how the order goes
 * @param pace how quickly
 * @param claim what becomes of its claim
 */
record Plan(
    CityFirm firm,
    CityOffer offer,
    int quantity,
    LocalDate placedOn,
    Fate fate,
    Pace pace,
    Claiming claim) {

  /** How an order goes; the last ones stay where they are for a visitor to go on. */
  enum Fate {
    SMOOTH,
    /** The result is never answered: accepted after ten days. */
    SILENT,
    REPRICED,
    DISPUTED,
    REFUNDED,
    DECLINED,
    UNANSWERED,
    WITHDRAWN,
    CANCELLED,
    STAYS_PLACED,
    STAYS_ACCEPTED,
    STAYS_IN_SERVICE,
    STAYS_LOGGED,
    STAYS_DELIVERED
  }

  /**
   * Working days from one step to the next.
   *
   * @param answer from the order to the provider's answer
   * @param begin from there to signatures and begin
   * @param work from there to the delivery
   * @param accept from there to the acceptance
   */
  record Pace(int answer, int begin, int work, int accept) {
    static final Pace SWIFT = new Pace(1, 1, 3, 1);
  }

  /**
   * What becomes of a claim.
   *
   * @param course how it goes
   * @param submitOn when it is handed in; null for soon after acceptance
   * @param review working days until the bureau acts
   */
  record Claiming(Course course, @Nullable LocalDate submitOn, int review) {
    static final Claiming NONE = new Claiming(Course.STAYS_DRAFT, null, 0);

    Claiming submittedOn(LocalDate day) {
      return new Claiming(course, day, review);
    }
  }

  /** How a claim goes; the last ones stay where they are for a visitor to go on. */
  enum Course {
    CLEAN,
    CUT,
    PAPERS,
    REFUSED,
    WITHDRAWN,
    OBJECTION_DISMISSED,
    OBJECTION_UPHELD,
    STAYS_DRAFT,
    STAYS_IN_REVIEW,
    /** With an invoice that makes the machine checks look up. */
    STAYS_RISKY,
    STAYS_AWAITING_PAPERS,
    STAYS_PROPOSED,
    STAYS_OBJECTED,
    /** Confirmed; when the notice is over its money waits for the finance bureau. */
    STAYS_UNPAID
  }
}
