package io.quantong.budget;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import org.springframework.stereotype.Service;

/** The double-entry ledger (product section 4). The database enforces it again. */
@Service
public class Ledger {

  /**
   * Posts in the caller's transaction.
   *
   * @throws io.quantong.kernel.Refused with {@link BudgetRefusal} when an account does not hold enough
   */
  public void post(Actor actor, Journal journal) {
    throw new IllegalStateException();
  }

  /** The balance now; zero for an account nothing was ever posted to. */
  public Money balance(Account account) {
    throw new IllegalStateException();
  }
}
