package io.quantong.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Rush;
import io.quantong.budget.Account;
import io.quantong.budget.Ledger;
import io.quantong.claim.ClaimWorld.Case;
import io.quantong.kernel.Money;
import io.quantong.operation.SelfChecks;
import io.quantong.publicnotice.ObjectionDecided.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessException;

/**
 * Everybody acts on one claim at the same moment: whoever comes first wins, and the ledger holds
 * exactly what the state says (M4).
 */
@IntegrationTest
@Clause("M4")
class ClaimRushTest {

  private static final int TIMES = 3;

  @Autowired ClaimWorld world;
  @Autowired Ledger ledger;
  @Autowired SelfChecks checks;

  private final AtomicInteger busy = new AtomicInteger();

  @AfterEach
  void every_statement_about_money_holds() {
    assertThat(checks.now().rows())
        .filteredOn(row -> !row.statement().equals("selfcheck.operation.jobs_ran"))
        .allSatisfy(row -> assertThat(row.finding().holds()).as(row.statement()).isTrue());
    assertThat(busy).as("callers sent away busy").hasValueLessThanOrEqualTo(2);
  }

  @RepeatedTest(TIMES)
  void a_claim_is_decided_once_however_many_decide_it() throws Exception {
    rush(
        world.in(ClaimState.IN_REVIEW),
        Case::confirm,
        Case::confirm,
        it -> it.cut(Money.yuan(4_000)),
        Case::refuse,
        Case::withdraw,
        Case::askForPapers,
        ClaimRushTest::refundHalf);
  }

  @RepeatedTest(TIMES)
  void an_objection_and_the_end_of_the_notice_never_both_happen() throws Exception {
    Case it =
        rush(
            world.in(ClaimState.IN_NOTICE),
            Case::object,
            Case::object,
            Case::endNotice,
            ClaimRushTest::refundHalf);
    assertThat(it.state()).isIn(ClaimState.IN_NOTICE, ClaimState.OBJECTED, ClaimState.CLEARED);
  }

  @RepeatedTest(TIMES)
  void a_ruling_a_new_objection_and_the_end_of_the_notice_agree() throws Exception {
    rush(
        world.in(ClaimState.OBJECTED),
        it -> it.rule(Outcome.DISMISSED, null),
        it -> it.rule(Outcome.UPHELD_NEW_SUM, Money.yuan(3_000)),
        it -> it.rule(Outcome.UPHELD_REFUSE, null),
        Case::object,
        Case::endNotice,
        ClaimRushTest::refundHalf);
  }

  @RepeatedTest(TIMES)
  void a_cleared_claim_is_paid_or_refunded_never_both() throws Exception {
    rush(
        world.in(ClaimState.CLEARED),
        Case::pay,
        Case::pay,
        ClaimRushTest::refundHalf,
        ClaimRushTest::refundHalf);
  }

  @RepeatedTest(TIMES)
  void a_result_counts_once() throws Exception {
    rush(
        world.in(ClaimState.PAYING),
        it -> it.settle(true),
        it -> it.settle(true),
        it -> it.settle(false),
        ClaimRushTest::refundHalf);
  }

  @RepeatedTest(TIMES)
  void money_is_claimed_back_and_comes_back_once() throws Exception {
    rush(world.in(ClaimState.PAID), Case::openRecovery, Case::openRecovery);
    rush(world.in(ClaimState.RECOVERY_OPEN), Case::recovered, Case::recovered, Case::refer);
  }

  private static void refundHalf(Case it) {
    it.story().refund(it.claim().sums().price().share(1, 2));
  }

  @SafeVarargs
  private Case rush(Case it, Consumer<Case>... acts) throws InterruptedException {
    List<Consumer<Case>> all = List.of(acts);
    Rush.of(all.size(), number -> attempt(all.get(number), it));
    Claim claim = it.claim();
    Money confirmed = claim.sums().confirmed() == null ? Money.ZERO : claim.sums().confirmed();
    switch (claim.state()) {
      case DRAFT, SUBMITTED, IN_REVIEW, AWAITING_PAPERS ->
          holds(it, claim.sums().claimed(), Money.ZERO);
      case CONFIRMED, IN_NOTICE, OBJECTED, CLEARED, PAYING, PAY_FAILED ->
          holds(it, Money.ZERO, confirmed);
      case REFUSED, WITHDRAWN, PAID, RECOVERY_OPEN, RECOVERED, REFERRED ->
          holds(it, Money.ZERO, Money.ZERO);
    }
    return it;
  }

  private void attempt(Consumer<Case> act, Case it) {
    try {
      act.accept(it);
    } catch (TransientDataAccessException crossed) {
      busy.incrementAndGet();
    } catch (java.util.NoSuchElementException | IllegalStateException tooLate) {
      // What this caller looked for was gone before it asked.
      assertThat(tooLate.getStackTrace()[0].getClassName()).doesNotContain("$$");
    }
  }

  private void holds(Case it, Money owed, Money payable) {
    String funding = it.claim().place().funding();
    int year = world.today().getYear();
    assertThat(
            ledger.balance(
                Account.of(Account.Kind.OWED, funding, year, it.claim().matter().orderId())))
        .as("owed in %s", it.state())
        .isEqualTo(owed);
    assertThat(ledger.balance(Account.of(Account.Kind.PAYABLE, funding, year, it.id())))
        .as("payable in %s", it.state())
        .isEqualTo(payable);
  }
}
