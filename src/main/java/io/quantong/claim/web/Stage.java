package io.quantong.claim.web;

import io.quantong.claim.ClaimState;
import io.quantong.claim.ClaimView.Sum;
import io.quantong.kernel.Money;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The stretches of a claim's way as a provider thinks of them. */
enum Stage {
  MINE(EnumSet.of(ClaimState.DRAFT, ClaimState.AWAITING_PAPERS)),
  REVIEW(EnumSet.of(ClaimState.SUBMITTED, ClaimState.IN_REVIEW)),
  NOTICE(EnumSet.of(ClaimState.CONFIRMED, ClaimState.IN_NOTICE, ClaimState.OBJECTED)),
  PAYMENT(EnumSet.of(ClaimState.CLEARED, ClaimState.PAYING, ClaimState.PAY_FAILED)),
  PAID(EnumSet.of(ClaimState.PAID)),
  ENDED(
      EnumSet.of(
          ClaimState.REFUSED,
          ClaimState.WITHDRAWN,
          ClaimState.RECOVERY_OPEN,
          ClaimState.RECOVERED,
          ClaimState.REFERRED));

  private final Set<ClaimState> states;

  Stage(Set<ClaimState> states) {
    this.states = Set.copyOf(states);
  }

  Set<ClaimState> states() {
    return states;
  }

  /** Count and sum of the stage. */
  Sum of(Map<ClaimState, Sum> sums) {
    long count = 0;
    Money amount = Money.ZERO;
    for (ClaimState state : states) {
      Sum one = sums.get(state);
      if (one != null) {
        count += one.count();
        amount = amount.plus(one.amount());
      }
    }
    return new Sum(count, amount);
  }
}
