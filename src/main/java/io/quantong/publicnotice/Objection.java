package io.quantong.publicnotice;

import io.quantong.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection to a notice, for the deciding bureau only; name and contact are never published.
 *
 * @param id identifier
 * @param number readable number, given to the objector
 * @param noticeId the notice
 * @param claimId the claim
 * @param district the district that decides
 * @param objectorName who objects
 * @param contact how to reach them
 * @param evidence in their words
 * @param fileId a file they added, or null
 * @param state where it stands
 * @param filedAt when
 * @param answerBy last day for the decision
 * @param provisional true when that day falls in a year not yet announced
 * @param decision what was decided; null while open
 */
public record Objection(
    UUID id,
    String number,
    UUID noticeId,
    UUID claimId,
    String district,
    String objectorName,
    String contact,
    String evidence,
    @Nullable UUID fileId,
    State state,
    Instant filedAt,
    LocalDate answerBy,
    boolean provisional,
    @Nullable Decision decision) {

  /** States of an objection. */
  public enum State {
    OPEN,
    DISMISSED,
    UPHELD
  }

  /**
   * How it ended.
   *
   * @param reason in words
   * @param newAmount the new sum; null when dismissed or refused whole
   * @param decidedByName who decided
   * @param decidedAt when
   */
  public record Decision(
      String reason, @Nullable Money newAmount, String decidedByName, Instant decidedAt) {}

  /**
   * What anyone who holds the number may know.
   *
   * @param number of the objection
   * @param notice the notice objected to
   * @param state where it stands
   * @param filedAt when
   * @param answerBy last day for the decision
   * @param provisional true when that day falls in a year not yet announced
   * @param reason of the decision, masked; null while open
   * @param decidedAt when; null while open
   */
  public record Receipt(
      String number,
      Notice notice,
      State state,
      Instant filedAt,
      LocalDate answerBy,
      boolean provisional,
      @Nullable String reason,
      @Nullable Instant decidedAt) {}

  /**
   * What an objector hands in.
   *
   * @param noticeId the notice
   * @param objectorName real name of the person or body
   * @param contact phone or address
   * @param evidence what is wrong, at most 4,000 characters
   * @param fileId a stored file, or null
   */
  public record Filing(
      UUID noticeId, String objectorName, String contact, String evidence, @Nullable UUID fileId) {}

  /**
   * What the head decides.
   *
   * @param outcome how it ends
   * @param newAmount with {@link ObjectionDecided.Outcome#UPHELD_NEW_SUM} only
   * @param reason in words
   */
  public record Ruling(
      ObjectionDecided.Outcome outcome, @Nullable Money newAmount, String reason) {}
}
