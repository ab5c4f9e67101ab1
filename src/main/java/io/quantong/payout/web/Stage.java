package io.quantong.payout.web;

import io.quantong.kernel.Money;
import io.quantong.payout.PaymentItem.State;
import io.quantong.payout.Payouts.Sum;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A station of the money on the desk, for the picture.
 *
 * @param name message key part
 * @param count how many payments stand there
 * @param total their sum
 * @param permille share of the largest station in thousandths
 */
record Stage(String name, int count, Money total, int permille) {

  private static final long WHOLE = 1_000;

  /** The stations in the order money passes them. */
  static List<Stage> of(Map<State, Sum> sums) {
    List<Stage> bare =
        List.of(
            sum("WAITING", sums, Set.of(State.ENTERED, State.BLOCKED)),
            sum("READY", sums, Set.of(State.CLEARED, State.FAILED)),
            sum("BATCHED", sums, Set.of(State.BATCHED)),
            sum("SENT", sums, Set.of(State.SENT)),
            sum("PAID", sums, Set.of(State.PAID)));
    long most = bare.stream().mapToLong(stage -> stage.total().fen()).max().orElse(0);
    return bare.stream().map(stage -> stage.against(Math.max(1, most))).toList();
  }

  private static Stage sum(String name, Map<State, Sum> sums, Set<State> states) {
    Sum none = new Sum(0, Money.ZERO);
    int count = 0;
    Money total = Money.ZERO;
    for (State state : states) {
      Sum sum = sums.getOrDefault(state, none);
      count += sum.count();
      total = total.plus(sum.total());
    }
    return new Stage(name, count, total, 0);
  }

  private Stage against(long most) {
    return new Stage(name, count, total, Math.toIntExact(total.share(WHOLE, most).fen()));
  }
}
