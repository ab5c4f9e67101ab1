package io.quantong.budget;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import java.util.List;

/** Why the ledger says no. */
public sealed interface BudgetRefusal extends Refusal {

  /**
   * An account does not hold what was asked.
   *
   * @param account its name
   * @param asked what was to leave it
   */
  record Insufficient(String account, Money asked) implements BudgetRefusal {
    @Override
    public String code() {
      return "budget.refusal.INSUFFICIENT";
    }

    @Override
    public List<Object> arguments() {
      return List.of(account, asked);
    }
  }
}
