package io.quantong.budget;

import static io.quantong.identity.People.KEQIAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.Rush;
import io.quantong.budget.Account.Kind;
import io.quantong.budget.Budgets.Appropriation;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.SelfCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The double-entry ledger (product section 4); years of its own, so that no other test is met. */
@LedgerTest
@Clause("M13")
class BudgetLedgerTest {

  @Autowired private Ledger ledger;
  @Autowired private Budgets budgets;
  @Autowired private BudgetRepository repository;
  @Autowired private Identities identities;
  @Autowired private List<SelfCheck> checks;
  @Autowired private PlatformTransactionManager transactions;

  @AfterEach
  void the_ledger_sums_to_zero() {
    assertThat(checks)
        .filteredOn(check -> check.statement().startsWith("selfcheck.budget."))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(check -> assertThat(check.check().holds()).as(check.statement()).isTrue());
  }

  @Test
  void parallel_transfers_never_bring_an_account_below_zero() throws InterruptedException {
    int year = year();
    fund(year, Money.yuan(10));
    Rush rush = Rush.of(60, number -> move(budget(year), document(Kind.LOT, year), Money.yuan(1)));
    assertThat(rush.won()).isEqualTo(10);
    assertThat(rush.refusals()).hasSize(50).containsOnly("budget.refusal.INSUFFICIENT");
    assertThat(ledger.balance(budget(year))).isEqualTo(Money.ZERO);
  }

  @Test
  void transfers_in_opposite_directions_at_once_wait_for_each_other_and_all_succeed()
      throws InterruptedException {
    int year = year();
    fund(year, Money.yuan(1_000));
    Account one = document(Kind.LOT, year);
    Account other = document(Kind.LOT, year);
    move(budget(year), one, Money.yuan(500));
    move(budget(year), other, Money.yuan(500));
    Rush rush =
        Rush.of(
            60,
            number -> {
              boolean there = number % 2 == 0;
              post(
                  List.of(
                      new Transfer(there ? one : other, there ? other : one, Money.yuan(1)),
                      new Transfer(there ? other : one, budget(year), Money.yuan(1))));
            });
    assertThat(rush.refusals()).isEmpty();
    assertThat(ledger.balance(one)).isEqualTo(Money.yuan(470));
    assertThat(ledger.balance(other)).isEqualTo(Money.yuan(470));
    assertThat(ledger.balance(budget(year))).isEqualTo(Money.yuan(60));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_journals_keep_every_balance_equal_to_its_transfers(long seed) {
    Random random = new Random(seed);
    int year = year();
    fund(year, Money.yuan(1_000));
    Map<Account, Money> expected = new HashMap<>();
    expected.put(budget(year), Money.yuan(1_000));
    List<Account> accounts = new ArrayList<>(List.of(budget(year)));
    for (Kind kind : List.of(Kind.LOT, Kind.HELD, Kind.OWED, Kind.PAYABLE, Kind.RECOVERY)) {
      accounts.add(document(kind, year));
    }
    accounts.add(Account.of(Kind.PAID, KEQIAO, year));
    for (int step = 0; step < 60; step++) {
      List<Transfer> transfers = new ArrayList<>();
      Map<Account, Money> after = new HashMap<>(expected);
      for (int line = 1 + random.nextInt(4); line > 0; line--) {
        Account from = accounts.get(random.nextInt(accounts.size()));
        Account to = accounts.get(random.nextInt(accounts.size()));
        if (!from.equals(to)) {
          Money amount = Money.ofFen(1 + random.nextLong(30_000));
          transfers.add(new Transfer(from, to, amount));
          after.merge(from, Money.ZERO.minus(amount), Money::plus);
          after.merge(to, amount, Money::plus);
        }
      }
      if (!transfers.isEmpty()) {
        boolean covered = after.values().stream().noneMatch(Money::isNegative);
        assertThat(posted(transfers)).as("seed %s, step %s", seed, step).isEqualTo(covered);
        expected = covered ? after : expected;
      }
    }
    expected.forEach((account, money) -> assertThat(ledger.balance(account)).isEqualTo(money));
    assertThat(repository.sumOfAll()).isEqualTo(Money.ZERO);
  }

  @Test
  void a_journal_refused_in_one_line_moves_nothing_in_the_others() {
    int year = year();
    fund(year, Money.yuan(10));
    Account lot = document(Kind.LOT, year);
    Account held = document(Kind.HELD, year);
    assertThatThrownBy(
            () ->
                post(
                    List.of(
                        new Transfer(budget(year), lot, Money.yuan(5)),
                        new Transfer(held, lot, Money.yuan(1)))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("INSUFFICIENT");
    assertThat(ledger.balance(budget(year))).isEqualTo(Money.yuan(10));
    assertThat(ledger.balance(lot)).isEqualTo(Money.ZERO);
  }

  @Test
  void nothing_is_posted_outside_a_transaction() {
    int year = year();
    Transfer transfer =
        new Transfer(Account.of(Kind.APPROPRIATION, KEQIAO, year), budget(year), Money.yuan(1));
    assertThatThrownBy(
            () -> ledger.post(Actor.system(), new Journal("test", "test", "x", List.of(transfer))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void a_transfer_of_nothing_or_to_itself_cannot_be_written_down() {
    Account budget = budget(2100);
    Account lot = document(Kind.LOT, 2100);
    assertThatThrownBy(() -> new Transfer(budget, lot, Money.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Transfer(budget, lot, Money.ofFen(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Transfer(budget, budget, Money.ofFen(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Journal("test", "test", "x", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Account.of(Kind.LOT, KEQIAO, 2100))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Account.of(Kind.BUDGET, KEQIAO, 2100, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_appropriation_brings_money_in_once_per_key() {
    Actor clerk = People.of(identities).clerk(KEQIAO);
    int year = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).getYear();
    Money before = ledger.balance(budget(year));
    Appropriation request = new Appropriation(KEQIAO, year, Money.yuan(7), "柯财 7 号");
    RequestKey key = RequestKey.fresh();
    String id = budgets.appropriate(clerk, request, key);
    assertThat(budgets.appropriate(clerk, request, key)).isEqualTo(id);
    assertThat(ledger.balance(budget(year))).isEqualTo(before.plus(Money.yuan(7)));
    Appropriation other = new Appropriation(KEQIAO, year, Money.yuan(8), "柯财 7 号");
    assertThatThrownBy(() -> budgets.appropriate(clerk, other, key))
        .hasMessageContaining("KEY_REUSED");
  }

  private static int nextYear = 2101;

  /** A budget year of the test's own. */
  private static synchronized int year() {
    return nextYear++;
  }

  private void fund(int year, Money amount) {
    move(Account.of(Kind.APPROPRIATION, KEQIAO, year), budget(year), amount);
  }

  private void move(Account from, Account to, Money amount) {
    post(List.of(new Transfer(from, to, amount)));
  }

  private boolean posted(List<Transfer> transfers) {
    try {
      post(transfers);
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private void post(List<Transfer> transfers) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status ->
                ledger.post(
                    Actor.system(),
                    new Journal("test.move", "test", UUID.randomUUID().toString(), transfers)));
  }

  private static Account budget(int year) {
    return Account.of(Kind.BUDGET, KEQIAO, year);
  }

  private static Account document(Kind kind, int year) {
    return Account.of(kind, KEQIAO, year, UUID.randomUUID());
  }
}
