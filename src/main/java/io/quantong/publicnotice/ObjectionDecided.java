package io.quantong.publicnotice;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection was decided. Published in the transaction; the claim follows it.
 *
 * @param claimId the claim
 * @param objectionId the objection
 * @param outcome what was decided
 * @param newAmount the new sum with {@link Outcome#UPHELD_NEW_SUM}, else null
 * @param decidedBy who decided
 * @param reason in words
 */
public record ObjectionDecided(
    UUID claimId,
    UUID objectionId,
    Outcome outcome,
    @Nullable Money newAmount,
    Actor decidedBy,
    String reason) {

  /** How objections end. */
  public enum Outcome {
    DISMISSED,
    UPHELD_REFUSE,
    UPHELD_NEW_SUM
  }
}
