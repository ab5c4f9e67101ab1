package io.quantong.budget;

import static io.quantong.payout.FinanceWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.payout.FinanceWorld;
import io.quantong.payout.PaymentItem;
import io.quantong.payout.Payouts;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the money of a district's year stands; every part adds up (M13, product 4). */
@LedgerTest
@Clause("M13")
class BudgetsTest {

  private static final Money SUM = Money.yuan(10_000);

  private final String district = FinanceWorld.district();
  private final Actor clerk = person(Role.FINANCE_CLERK, district);

  @Autowired FinanceWorld world;
  @Autowired Budgets budgets;
  @Autowired Ledger ledger;
  @Autowired Payouts payouts;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource dataSource;

  @Test
  void the_parts_of_a_line_add_up_to_what_was_appropriated() {
    PaymentItem paid = world.cleared(district, SUM);
    world.cleared(district, Money.yuan(3_000));
    world.owed(district, Money.yuan(500));
    world.appropriate(district, Money.yuan(7));
    UUID batch = world.sent(clerk, paid);
    payouts.commitResult(
        clerk, RequestKey.fresh(), batch, FinanceWorld.file(world.paid(paid, "R" + Ids.next())));
    BudgetLine line = budgets.line(clerk, district, world.year());
    assertThat(line.appropriated()).isEqualTo(Money.yuan(13_507));
    assertThat(line.paid()).isEqualTo(SUM);
    assertThat(line.payable()).isEqualTo(Money.yuan(3_000));
    assertThat(line.owed()).isEqualTo(Money.yuan(500));
    assertThat(line.available()).isEqualTo(Money.yuan(7));
    assertAddsUp(line);
  }

  @RepeatedTest(20)
  void pictures_fill_their_width_whatever_the_parts() {
    Random random = new Random();
    Money[] parts = new Money[7];
    Money all = Money.ZERO;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Money.ofFen(random.nextInt(3) == 0 ? 0 : random.nextLong(1_000_000_000L));
      all = all.plus(parts[i]);
    }
    BudgetLine line =
        new BudgetLine(
            district, 2026, all, parts[0], parts[1], parts[2], parts[3], parts[4], parts[5],
            parts[6]);
    int filled = line.parts().stream().mapToInt(BudgetLine.Part::permille).sum();
    assertThat(filled).isEqualTo(all.isZero() ? 0 : 1_000);
    assertThat(line.stages())
        .isSortedAccordingTo((a, b) -> b.amount().compareTo(a.amount()))
        .first()
        .extracting(BudgetLine.Stage::amount)
        .isEqualTo(all);
    assertAddsUp(line);
  }

  @Test
  void a_district_without_money_has_a_line_of_zeros() {
    BudgetLine line = budgets.line(clerk, district, world.year());
    assertThat(line.appropriated()).isEqualTo(Money.ZERO);
    assertThat(line.parts()).allMatch(part -> part.permille() == 0);
  }

  @Test
  void an_appropriation_made_twice_under_one_key_is_made_once() {
    RequestKey key = RequestKey.fresh();
    Budgets.Appropriation asked =
        new Budgets.Appropriation(district, world.year(), SUM, "测财〔2026〕2 号");
    String id = budgets.appropriate(clerk, asked, key);
    assertThat(budgets.appropriate(clerk, asked, key)).isEqualTo(id);
    assertThat(world.holds(Account.Kind.BUDGET, district)).isEqualTo(SUM);
    Budgets.Appropriation more =
        new Budgets.Appropriation(district, world.year(), Money.yuan(1), "测财〔2026〕2 号");
    refused(() -> budgets.appropriate(clerk, more, key), "KEY_REUSED");
  }

  @Test
  void every_fault_of_an_appropriation_is_named_at_once() {
    Budgets.Appropriation wrong =
        new Budgets.Appropriation(district, world.year() + 2, Money.ZERO, " ");
    assertThatThrownBy(() -> budgets.appropriate(clerk, wrong, RequestKey.fresh()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .isEqualTo(
                        List.of(
                            BudgetRefusal.Typed.AMOUNT,
                            BudgetRefusal.Typed.YEAR,
                            BudgetRefusal.Typed.DOCUMENT_NUMBER)));
  }

  @Test
  void only_the_clerk_of_the_own_district_appropriates() {
    Budgets.Appropriation asked = new Budgets.Appropriation(district, world.year(), SUM, "1 号");
    RequestKey key = RequestKey.fresh();
    for (Role role : List.of(Role.FINANCE_APPROVER, Role.CITY_FINANCE, Role.DISTRICT_HEAD)) {
      refused(() -> budgets.appropriate(person(role, district), asked, key), "ROLE");
    }
    Actor elsewhere = person(Role.FINANCE_CLERK, FinanceWorld.district());
    refused(() -> budgets.appropriate(elsewhere, asked, key), "DISTRICT");
  }

  @Test
  void districts_read_their_own_books_and_the_city_reads_all() {
    world.appropriate(district, SUM);
    Actor elsewhere = person(Role.FINANCE_CLERK, FinanceWorld.district());
    String account = "BUDGET/" + district + "/" + world.year();
    refused(() -> budgets.line(elsewhere, district, world.year()), "DISTRICT");
    refused(() -> budgets.account(elsewhere, account, 0, 10), "DISTRICT");
    assertThat(budgets.lines(elsewhere)).isEmpty();
    Budgets.Filter filter = new Budgets.Filter(district, null, null, null);
    assertThat(budgets.entries(elsewhere, filter, 0, 10).rows()).isEmpty();
    assertThat(budgets.export(elsewhere, filter)).isEmpty();
    Actor city = person(Role.CITY_FINANCE, "330600");
    assertThat(budgets.lines(city)).anyMatch(line -> line.district().equals(district));
    assertThat(budgets.entries(city, filter, 0, 10).total()).isEqualTo(1);
    for (Role role : List.of(Role.BENEFICIARY, Role.PROVIDER_FINANCE)) {
      refused(() -> budgets.lines(person(role, district)), "ROLE");
      refused(() -> budgets.entries(person(role, district), filter, 0, 10), "ROLE");
      refused(() -> budgets.account(person(role, district), account, 0, 10), "ROLE");
    }
  }

  @Test
  void an_account_shows_its_balance_after_every_movement() {
    world.appropriate(district, Money.yuan(100));
    world.owed(district, Money.yuan(30));
    String account = "BUDGET/" + district + "/" + world.year();
    Budgets.Entries entries = budgets.account(clerk, account, 0, 10);
    assertThat(entries.total()).isEqualTo(3);
    assertThat(entries.rows())
        .extracting(BudgetEntry::balance)
        .containsExactly(Money.yuan(100), Money.yuan(130), Money.yuan(100));
    assertThat(budgets.account(clerk, account, 1, 2).rows())
        .extracting(BudgetEntry::balance)
        .containsExactly(Money.yuan(100));
    for (String wrong : List.of("", "x", "BUDGET/" + district, "BUDGET/" + district + "/1999")) {
      refused(() -> budgets.account(clerk, wrong, 0, 10), "UNKNOWN_ACCOUNT");
    }
  }

  @Test
  void transfers_are_found_by_kind_year_and_document() {
    Payouts.Settlement owed = world.owed(district, SUM);
    assertThat(found(null, Account.Kind.OWED, null)).hasSize(1);
    assertThat(found(null, Account.Kind.PAID, null)).isEmpty();
    assertThat(found(world.year() + 1, null, null)).isEmpty();
    assertThat(found(world.year(), null, owed.orderId().toString())).hasSize(1);
    assertThat(found(null, null, Ids.next().toString())).isEmpty();
  }

  @Test
  void no_account_ever_goes_below_zero_and_the_refusal_names_it() {
    world.appropriate(district, Money.yuan(10));
    Account budget = Account.of(Account.Kind.BUDGET, district, world.year());
    Account owed = Account.of(Account.Kind.OWED, district, world.year(), Ids.next());
    Journal tooMuch =
        new Journal("t", "order", "1", List.of(new Transfer(budget, owed, Money.ofFen(1_001))));
    assertThatThrownBy(
            () -> transaction.executeWithoutResult(status -> ledger.post(Actor.system(), tooMuch)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals().getFirst())
                    .isEqualTo(new BudgetRefusal.Insufficient(budget.code(), Money.ofFen(1_001))));
    assertThat(ledger.balance(budget)).isEqualTo(Money.yuan(10));
  }

  @Test
  void the_ledger_is_only_ever_appended_to() {
    JdbcTemplate sql = new JdbcTemplate(dataSource);
    for (String change :
        List.of(
            "update budget.transfer set amount_fen = 1",
            "delete from budget.transfer",
            "delete from budget.journal",
            "update budget.account set balance_fen = 0",
            "insert into budget.account values"
                + " ('BUDGET/111111/2026','BUDGET','111111',2026,null,5)")) {
      assertThatThrownBy(() -> sql.execute(change))
          .as(change)
          .hasRootCauseInstanceOf(SQLException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void an_account_name_reads_back() {
    Account account = Account.of(Account.Kind.LOT, district, 2026, Ids.next());
    assertThat(Account.parse(account.code())).hasValue(account);
    for (String wrong : List.of("LOT/330602/2026", "X/330602/2026", "BUDGET/3306/2026", "/", "")) {
      assertThat(Account.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void a_table_file_never_runs_as_a_formula() {
    Map<String, String> cells =
        Map.of(
            "=1+1", "\"'=1+1\"",
            " =1+1", "\"' =1+1\"",
            "+1", "\"'+1\"",
            "-1", "\"'-1\"",
            "@x", "\"'@x\"",
            "\t=x", "\"'\t=x\"",
            "＝x", "\"'＝x\"",
            "6222021234567890123", "\"'6222021234567890123\"",
            "a\"b,c\nd", "\"a\"\"b,c\nd\"",
            "12.30", "\"12.30\"");
    cells.forEach(
        (cell, written) ->
            assertThat(TableFile.write(List.of(List.of(cell))))
                .isEqualTo("\uFEFF" + written + "\r\n"));
  }

  private List<BudgetEntry> found(
      @Nullable Integer year, Account.@Nullable Kind kind, @Nullable String document) {
    return budgets.entries(clerk, new Budgets.Filter(null, year, kind, document), 0, 50).rows();
  }

  private static void assertAddsUp(BudgetLine line) {
    assertThat(line.parts().stream().map(BudgetLine.Part::amount).reduce(Money.ZERO, Money::plus))
        .isEqualTo(line.appropriated());
  }

  private static void refused(ThrowingCallable step, String reason) {
    assertThatThrownBy(step).isInstanceOf(Refused.class).hasMessageContaining(reason);
  }
}
