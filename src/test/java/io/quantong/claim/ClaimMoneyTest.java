package io.quantong.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.budget.Account;
import io.quantong.budget.Ledger;
import io.quantong.claim.ClaimWorld.Case;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.operation.SelfChecks;
import io.quantong.publicnotice.ObjectionDecided.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever becomes of a claim, the ledger holds exactly what is owed, payable, paid (product 4).
 */
@IntegrationTest
@Clause("M4")
class ClaimMoneyTest {

  private static final Money NOTHING = Money.ZERO;
  private static final Money CLAIMED = ClaimWorld.CLAIMED;
  private static final Money CUT = Money.yuan(5_000);

  @Autowired ClaimWorld world;
  @Autowired Claims claims;
  @Autowired Ledger ledger;
  @Autowired SelfChecks checks;

  @AfterEach
  void every_statement_about_money_holds() {
    assertThat(checks.now().rows())
        .filteredOn(row -> !row.statement().equals("selfcheck.operation.jobs_ran"))
        .allSatisfy(row -> assertThat(row.finding().holds()).as(row.statement()).isTrue());
  }

  @Test
  void owed_until_decided_payable_until_paid() {
    Case it = world.draft();
    holds(it, CLAIMED, NOTHING, NOTHING);
    it.submit();
    holds(it, CLAIMED, NOTHING, NOTHING);
    Money paidBefore = paid(it);
    it.confirm();
    holds(it, NOTHING, CLAIMED, NOTHING);
    it.endNotice().pay().settle(true);
    holds(it, NOTHING, NOTHING, NOTHING);
    assertThat(paid(it).minus(paidBefore)).isEqualTo(CLAIMED);
  }

  @Test
  void what_is_cut_returns_to_the_budget() {
    Case it = world.in(ClaimState.IN_REVIEW);
    Money before = budget(it);
    it.cut(CUT);
    holds(it, NOTHING, CUT, NOTHING);
    assertThat(budget(it).minus(before)).isEqualTo(CLAIMED.minus(CUT));
  }

  @Test
  void refused_withdrawn_and_lapsed_money_returns_to_the_budget() {
    for (Runnable end :
        new Runnable[] {
          () -> returns(world.in(ClaimState.IN_REVIEW), it -> it.refuse()),
          () -> returns(world.in(ClaimState.IN_REVIEW), it -> it.withdraw()),
          () -> returns(world.in(ClaimState.AWAITING_PAPERS), it -> it.withdraw()),
          () -> returns(world.draft(), it -> it.withdraw())
        }) {
      end.run();
    }
  }

  private void returns(Case it, java.util.function.Consumer<Case> end) {
    Money before = budget(it);
    end.accept(it);
    holds(it, NOTHING, NOTHING, NOTHING);
    assertThat(budget(it).minus(before)).isEqualTo(CLAIMED);
  }

  @Test
  void an_upheld_objection_returns_the_difference() {
    Case it = world.in(ClaimState.OBJECTED);
    Money before = budget(it);
    it.rule(Outcome.UPHELD_NEW_SUM, CUT);
    holds(it, NOTHING, CUT, NOTHING);
    assertThat(budget(it).minus(before)).isEqualTo(CLAIMED.minus(CUT));
    it.object().rule(Outcome.UPHELD_REFUSE, null);
    holds(it, NOTHING, NOTHING, NOTHING);
    assertThat(budget(it).minus(before)).isEqualTo(CLAIMED);
  }

  @Test
  void a_refund_before_the_decision_makes_the_claim_smaller_in_the_ratio_of_the_split() {
    Case it = world.in(ClaimState.IN_REVIEW);
    Money price = it.claim().sums().price();
    it.story().refund(price.share(1, 2));
    Money left = CLAIMED.minus(CLAIMED.share(1, 2));
    assertThat(it.claim().sums().claimed()).isEqualTo(left);
    assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
    holds(it, left, NOTHING, NOTHING);
    it.confirm();
    holds(it, NOTHING, left, NOTHING);
  }

  @Test
  void a_refund_while_the_notice_runs_publishes_the_smaller_sum_anew() {
    for (ClaimState state : new ClaimState[] {ClaimState.IN_NOTICE, ClaimState.CLEARED}) {
      Case it = world.in(state);
      var before = it.notice();
      it.story().refund(it.claim().sums().price().share(1, 2));
      Money left = CLAIMED.minus(CLAIMED.share(1, 2));
      assertThat(it.state()).isEqualTo(ClaimState.IN_NOTICE);
      assertThat(it.notice().id()).isNotEqualTo(before.id());
      assertThat(it.notice().amount()).isEqualTo(left);
      holds(it, NOTHING, left, NOTHING);
      it.endNotice().pay().settle(true);
      assertThat(it.payment().amount()).isEqualTo(left);
    }
  }

  @Test
  void a_full_refund_ends_the_claim_and_takes_its_notice_down() {
    Case it = world.in(ClaimState.IN_NOTICE);
    it.story().refund(it.claim().sums().price());
    assertThat(it.state()).isEqualTo(ClaimState.WITHDRAWN);
    assertThat(it.notice().state().name()).isEqualTo("SUPERSEDED");
    holds(it, NOTHING, NOTHING, NOTHING);
  }

  @Test
  void a_refund_after_a_cut_takes_only_what_is_still_payable() {
    Case it = world.in(ClaimState.IN_REVIEW).cut(Money.yuan(8_000));
    Money price = it.claim().sums().price();
    it.story().refund(price.share(1, 4));
    Money reversed = CLAIMED.share(1, 4);
    holds(it, NOTHING, Money.yuan(8_000).minus(reversed), NOTHING);
    assertThatThrownBy(() -> it.story().refund(price.share(3, 4))).isInstanceOf(Refused.class);
    holds(it, NOTHING, Money.yuan(8_000).minus(reversed), NOTHING);
  }

  @Test
  void a_refund_is_refused_while_objected_with_the_bank_paid_or_ended() {
    for (ClaimState state :
        new ClaimState[] {
          ClaimState.OBJECTED,
          ClaimState.PAYING,
          ClaimState.PAY_FAILED,
          ClaimState.REFUSED,
          ClaimState.WITHDRAWN
        }) {
      Case it = world.in(state);
      assertThatThrownBy(() -> it.story().refund(Money.yuan(100)))
          .as("%s", state)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("claim.refusal.REFUND");
    }
  }

  @Test
  @Clause("M15")
  void recovered_money_returns_to_the_budget_and_referred_money_stays_in_the_books() {
    Case back = world.in(ClaimState.RECOVERY_OPEN);
    Money before = budget(back);
    holds(back, NOTHING, NOTHING, Money.yuan(1_000));
    back.recovered();
    holds(back, NOTHING, NOTHING, NOTHING);
    assertThat(budget(back).minus(before)).isEqualTo(Money.yuan(1_000));
    assertThat(world.in(ClaimState.REFERRED))
        .satisfies(it -> holds(it, NOTHING, NOTHING, Money.yuan(1_000)));
  }

  private void holds(Case it, Money owed, Money payable, Money recovery) {
    String funding = it.claim().place().funding();
    int year = world.today().getYear();
    assertThat(
            ledger.balance(
                Account.of(Account.Kind.OWED, funding, year, it.claim().matter().orderId())))
        .as("owed")
        .isEqualTo(owed);
    assertThat(ledger.balance(Account.of(Account.Kind.PAYABLE, funding, year, it.id())))
        .as("payable")
        .isEqualTo(payable);
    assertThat(ledger.balance(Account.of(Account.Kind.RECOVERY, funding, year, it.id())))
        .as("recovery")
        .isEqualTo(recovery);
  }

  private Money budget(Case it) {
    return ledger.balance(
        Account.of(Account.Kind.BUDGET, it.claim().place().funding(), world.today().getYear()));
  }

  private Money paid(Case it) {
    return ledger.balance(
        Account.of(Account.Kind.PAID, it.claim().place().funding(), world.today().getYear()));
  }
}
