package io.quantong.payout;

import static io.quantong.payout.PaymentItem.State.BATCHED;
import static io.quantong.payout.PaymentItem.State.BLOCKED;
import static io.quantong.payout.PaymentItem.State.CANCELLED;
import static io.quantong.payout.PaymentItem.State.CLEARED;
import static io.quantong.payout.PaymentItem.State.ENTERED;
import static io.quantong.payout.PaymentItem.State.FAILED;
import static io.quantong.payout.PaymentItem.State.PAID;
import static io.quantong.payout.PaymentItem.State.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.kernel.Lifecycle;
import io.quantong.kernel.Refused;
import io.quantong.payout.PayoutLifecycle.BatchStep;
import io.quantong.payout.PayoutLifecycle.ItemStep;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every pair of state and step, written down a second time by hand (product 5). */
@Clause("M4")
class PayoutLifecycleTest {

  private static final Map<String, PaymentItem.State> ITEMS =
      Map.ofEntries(
          Map.entry("ENTERED REENTER", ENTERED),
          Map.entry("ENTERED BLOCK", BLOCKED),
          Map.entry("ENTERED CLEAR", CLEARED),
          Map.entry("ENTERED CANCEL", CANCELLED),
          Map.entry("BLOCKED BLOCK", BLOCKED),
          Map.entry("BLOCKED REENTER", ENTERED),
          Map.entry("BLOCKED CLEAR", CLEARED),
          Map.entry("BLOCKED CANCEL", CANCELLED),
          Map.entry("CLEARED BLOCK", BLOCKED),
          Map.entry("CLEARED BATCH", BATCHED),
          Map.entry("BATCHED BLOCK", BLOCKED),
          Map.entry("BATCHED UNBATCH", CLEARED),
          Map.entry("BATCHED SEND", SENT),
          Map.entry("SENT SETTLE", PAID),
          Map.entry("SENT FAIL", FAILED),
          Map.entry("FAILED BLOCK", BLOCKED),
          Map.entry("FAILED BATCH", BATCHED));

  private static final Map<String, PaymentBatch.State> BATCHES =
      Map.of(
          "DRAFT SUBMIT", PaymentBatch.State.SUBMITTED,
          "DRAFT CANCEL", PaymentBatch.State.CANCELLED,
          "SUBMITTED APPROVE", PaymentBatch.State.APPROVED,
          "SUBMITTED SEND_BACK", PaymentBatch.State.DRAFT,
          "SUBMITTED CANCEL", PaymentBatch.State.CANCELLED,
          "APPROVED SEND", PaymentBatch.State.SENT,
          "APPROVED CANCEL", PaymentBatch.State.CANCELLED,
          "SENT SETTLE", PaymentBatch.State.SETTLED);

  @Test
  void a_payment_moves_along_its_table_and_no_other_way() {
    everyPair(PayoutLifecycle.ITEMS, PaymentItem.State.values(), ItemStep.values(), ITEMS);
  }

  @Test
  void a_batch_moves_along_its_table_and_no_other_way() {
    everyPair(PayoutLifecycle.BATCHES, PaymentBatch.State.values(), BatchStep.values(), BATCHES);
  }

  private static <S extends Enum<S>, E extends Enum<E>> void everyPair(
      Lifecycle<S, E> table, S[] states, E[] steps, Map<String, S> expected) {
    for (S from : states) {
      for (E step : steps) {
        S to = expected.get(from + " " + step);
        if (to == null) {
          assertThatThrownBy(() -> table.next(from, step))
              .as("%s %s", from, step)
              .isInstanceOf(Refused.class);
        } else {
          assertThat(table.next(from, step)).as("%s %s", from, step).isEqualTo(to);
        }
      }
    }
  }
}
