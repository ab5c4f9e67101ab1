package io.quantong.budget;

import io.quantong.kernel.Money;

/**
 * One movement: the same amount leaves one account and enters another, so that nothing can be
 * unbalanced.
 *
 * @param from is debited; must hold the amount unless it is an appropriation account
 * @param to is credited
 * @param amount above zero
 */
public record Transfer(Account from, Account to, Money amount) {

  public Transfer {
    if (!amount.isPositive() || from.equals(to)) {
      throw new IllegalArgumentException("a transfer moves something somewhere: " + amount);
    }
  }
}
