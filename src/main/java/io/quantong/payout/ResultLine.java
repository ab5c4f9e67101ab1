package io.quantong.payout;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a result file of the bank, as read and checked.
 *
 * @param number of the line in the file, from 1
 * @param endToEndId which payment
 * @param amount as stated; null when unreadable
 * @param outcome as stated; {@link Outcome#PENDING} when unreadable
 * @param reference the bank's, blank when none
 * @param reason of a failure, blank when none
 * @param day of the result; null when unreadable
 * @param known true when exactly this result is recorded already
 * @param problems every reason why the line cannot be taken; empty when it can
 */
public record ResultLine(
    int number,
    String endToEndId,
    @Nullable Money amount,
    Outcome outcome,
    String reference,
    String reason,
    @Nullable LocalDate day,
    boolean known,
    List<Refusal> problems) {

  public ResultLine {
    problems = List.copyOf(problems);
  }

  ResultLine judged(boolean isKnown, List<Refusal> found) {
    return new ResultLine(
        number, endToEndId, amount, outcome, reference, reason, day, isKnown, found);
  }

  /** What the bank says. */
  public enum Outcome {
    PENDING,
    OK,
    FAILED
  }
}
