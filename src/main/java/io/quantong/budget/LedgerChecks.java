package io.quantong.budget;

import io.quantong.kernel.Money;
import io.quantong.kernel.SelfCheck;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of the ledger (product section 4). */
@Configuration(proxyBeanMethods = false)
class LedgerChecks {

  @Bean
  SelfCheck ledgerSumsToZero(BudgetRepository repository) {
    return new Check(
        "selfcheck.budget.sums_to_zero",
        () -> SelfCheck.Finding.equal(Money.ZERO, repository.sumOfAll()));
  }

  @Bean
  SelfCheck balancesEqualTransfers(BudgetRepository repository) {
    return new Check(
        "selfcheck.budget.balances_equal_transfers",
        () -> SelfCheck.Finding.none(repository.accountsThatDiffer()));
  }

  @Bean
  SelfCheck noAccountBelowZero(BudgetRepository repository) {
    return new Check(
        "selfcheck.budget.never_below_zero",
        () -> SelfCheck.Finding.none(repository.accountsBelowZero()));
  }

  private record Check(String statement, Supplier<SelfCheck.Finding> evaluate)
      implements SelfCheck {
    @Override
    public Finding check() {
      return evaluate.get();
    }
  }
}
