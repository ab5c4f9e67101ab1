package io.quantong.claim;

import io.quantong.kernel.SelfCheck;
import io.quantong.payout.Payouts;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of claims and of the ledger beside them (product 4 and 6). */
@Configuration(proxyBeanMethods = false)
class ClaimSelfChecks {

  @Bean
  SelfCheck owedIsClaimed(ClaimRepository claims, Payouts payouts) {
    return new Check(
        "selfcheck.claim.owed_equals_claimed",
        () ->
            SelfCheck.Finding.equal(payouts.books().owed(), claims.claimed(ClaimState.UNDECIDED)));
  }

  @Bean
  SelfCheck payableIsConfirmed(ClaimRepository claims, Payouts payouts) {
    return new Check(
        "selfcheck.claim.payable_equals_confirmed",
        () ->
            SelfCheck.Finding.equal(
                payouts.books().payable(), claims.confirmed(ClaimState.ON_ITS_WAY)));
  }

  @Bean
  SelfCheck nobodyWaitsInSilence(ListRepository rows, ClaimClock clock) {
    return new Check(
        "selfcheck.claim.overdue_is_escalated",
        () -> SelfCheck.Finding.none(rows.overdueAndSilent(clock.today())));
  }

  private record Check(String statement, Supplier<SelfCheck.Finding> evaluate)
      implements SelfCheck {
    @Override
    public Finding check() {
      return evaluate.get();
    }
  }
}
