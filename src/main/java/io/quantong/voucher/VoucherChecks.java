package io.quantong.voucher;

import io.quantong.budget.Account;
import io.quantong.budget.Ledger;
import io.quantong.kernel.SelfCheck;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of lots and of the ledger beside them (product section 4). */
@Configuration(proxyBeanMethods = false)
class VoucherChecks {

  @Bean
  SelfCheck lotPartsAddUp(LotRepository lots) {
    return new Check(
        "selfcheck.voucher.parts_add_up", () -> SelfCheck.Finding.none(lots.thatDoNotAddUp()));
  }

  @Bean
  SelfCheck availableInLotsIsInTheLedger(LotRepository lots, Ledger ledger) {
    return new Check(
        "selfcheck.voucher.available_equals_ledger",
        () -> SelfCheck.Finding.equal(ledger.total(Account.Kind.LOT), lots.totalAvailable()));
  }

  @Bean
  SelfCheck heldInLotsIsInTheLedger(LotRepository lots, Ledger ledger) {
    return new Check(
        "selfcheck.voucher.held_equals_ledger",
        () -> SelfCheck.Finding.equal(ledger.total(Account.Kind.HELD), lots.totalHeld()));
  }

  @Bean
  SelfCheck holdsExplainLots(HoldRepository holds) {
    return new Check(
        "selfcheck.voucher.holds_explain_lots",
        () -> SelfCheck.Finding.none(holds.lotsNotExplained()));
  }

  private record Check(String statement, Supplier<SelfCheck.Finding> evaluate)
      implements SelfCheck {
    @Override
    public Finding check() {
      return evaluate.get();
    }
  }
}
