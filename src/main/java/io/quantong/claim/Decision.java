package io.quantong.claim;

import io.quantong.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides (M4).
 *
 * @param outcome confirm, cut or refuse
 * @param amount the sum left after a cut, above zero and below what is claimed; null otherwise
 * @param reason needed to cut or refuse, published to both sides; may be blank to confirm
 */
public record Decision(Outcome outcome, @Nullable Money amount, String reason) {

  /** Confirms the whole sum. */
  public static final Decision CONFIRM = new Decision(Outcome.CONFIRM, null, "");

  /** The ways to decide. */
  public enum Outcome {
    CONFIRM,
    CUT,
    REFUSE
  }
}
