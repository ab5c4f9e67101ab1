package io.quantong.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/**
 * The database keeps money safe whoever talks to it: everything here goes around the application.
 */
@LedgerTest
@Clause({"M13", "M14"})
class MoneyGuardsTest {

  private static final String DENIED = "permission denied";

  @Autowired private DataSource application;
  @Autowired private FlywayConnectionDetails owner;
  @Autowired private Purse purse;

  private Lot lot;
  private UUID order;

  @BeforeEach
  void prepare() {
    Actor firm = purse.people().firm(People.YUECHENG);
    lot = purse.lot(firm, Money.yuan(1_000));
    order = purse.hold(firm, Money.yuan(400));
  }

  @AfterEach
  void money_adds_up() {
    purse.assertBalanced();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "available_fen = -1",
        "available_fen = -1, used_fen = 100001",
        "held_fen = -1, available_fen = available_fen + held_fen + 1",
        "available_fen = available_fen + 1",
        "face_fen = face_fen + 1",
        "used_fen = used_fen + 1",
        "state = 'REVOKED'",
        "state = 'NONSENSE'",
        "valid_until = issued_on - 1"
      })
  void a_lot_that_does_not_add_up_is_refused(String change) {
    assertThatThrownBy(
            () -> asApplication("update voucher.lot set %s where id = '%s'", change, lot.id()))
        .hasMessageContaining("violates check constraint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "captured_fen = amount_fen + 1",
        "captured_fen = 1, released_fen = amount_fen",
        "reversed_fen = 1",
        "released_fen = -1",
        "amount_fen = 0"
      })
  void a_hold_that_spends_twice_is_refused(String change) {
    assertThatThrownBy(
            () -> asApplication("update voucher.hold set %s where order_id = '%s'", change, order))
        .hasMessageContaining("violates check constraint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update budget.account set balance_fen = balance_fen + 1",
        "insert into budget.account (code, kind, district, year, balance_fen)"
            + " values ('BUDGET/330602/2098', 'BUDGET', '330602', 2098, 1)",
        "delete from budget.account",
        "update budget.transfer set amount_fen = 1",
        "delete from budget.transfer",
        "truncate budget.transfer cascade",
        "update budget.journal set note = 'x'",
        "delete from budget.journal",
        "update evidence.event set reason = 'x'",
        "delete from evidence.event",
        "truncate evidence.event",
        "delete from voucher.lot",
        "delete from voucher.hold",
        "delete from voucher.application",
        "update voucher.application set amount_fen = 1",
        "update policy.parameter set value = 1",
        "delete from policy.parameter",
        "update policy.version set frozen = ''",
        "alter table voucher.lot drop constraint lot_parts_add_up"
      })
  void the_application_has_no_right_to_change_what_is_written(String statement) {
    assertThatThrownBy(() -> asApplication(statement))
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .matches(text -> text.contains(DENIED) || text.contains("must be owner")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update budget.transfer set amount_fen = amount_fen",
        "delete from budget.transfer",
        "truncate budget.transfer cascade",
        "update budget.journal set note = 'x'",
        "delete from budget.journal",
        "update evidence.event set reason = 'x'",
        "delete from evidence.event",
        "truncate evidence.event"
      })
  void not_even_the_owner_of_the_tables_changes_ledger_or_evidence(String statement) {
    assertThatThrownBy(() -> asOwner(statement)).hasMessageMatching("(?s).*append.*");
  }

  @Test
  void not_even_the_owner_brings_a_balance_below_zero() {
    String code = "LOT/%s/%d/%s".formatted(lot.district(), lot.year(), lot.id());
    assertThatThrownBy(
            () -> asOwner("update budget.account set balance_fen = -1 where code = '%s'", code))
        .hasMessageContaining("account_not_negative");
  }

  @Test
  void a_transfer_takes_no_more_than_its_account_holds() {
    String from = "LOT/%s/%d/%s".formatted(lot.district(), lot.year(), lot.id());
    String to = "BUDGET/%s/%d".formatted(lot.district(), lot.year());
    assertThatThrownBy(() -> transfer(from, to, 60_001)).hasMessageContaining("insufficient LOT");
    assertThatThrownBy(() -> transfer("LOT/330602/2026/none", "BUDGET/330602/2026", 1))
        .hasMessageContaining("insufficient");
  }

  @Test
  void a_transfer_is_above_zero_between_two_accounts_of_one_budget() {
    String from = "APPROPRIATION/330602/2026";
    assertThatThrownBy(() -> transfer(from, "BUDGET/330602/2026", 0))
        .hasMessageContaining("transfer_moves_something");
    assertThatThrownBy(() -> transfer(from, "BUDGET/330602/2026", -5))
        .hasMessageContaining("transfer_moves_something");
    assertThatThrownBy(() -> transfer(from, from, 5))
        .hasMessageContaining("transfer_goes_somewhere");
    assertThatThrownBy(() -> transfer(from, "BUDGET/330603/2026", 5))
        .hasMessageContaining("transfer_stays_in_its_budget");
    assertThatThrownBy(() -> transfer(from, "BUDGET/330602/2027", 5))
        .hasMessageContaining("transfer_stays_in_its_budget");
    assertThatThrownBy(() -> transfer(from, "POCKET/330602/2026", 5))
        .hasMessageContaining("account_kind");
    assertThatThrownBy(() -> transfer(from, "BUDGET/330602/2026/x", 5))
        .hasMessageContaining("account_document");
  }

  private void transfer(String from, String to, long fen) throws SQLException {
    asApplication(
        """
        with head as (
          insert into budget.journal
            (id, operation, document_type, document_id, actor_person, actor_organisation, actor_roles, at)
          values (gen_random_uuid(), 'x', 'x', 'x', gen_random_uuid(), gen_random_uuid(), 'SYSTEM', now())
          returning id)
        insert into budget.transfer (journal_id, line, from_account, to_account, amount_fen)
        select id, 1, '%s', '%s', %d from head
        """,
        from, to, fen);
  }

  private void asApplication(String statement, Object... values) throws SQLException {
    try (Connection connection = application.getConnection()) {
      execute(connection, statement, values);
    }
  }

  private void asOwner(String statement, Object... values) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
      execute(connection, statement, values);
    }
  }

  private static void execute(Connection connection, String statement, Object... values)
      throws SQLException {
    try (Statement executed = connection.createStatement()) {
      executed.execute(values.length == 0 ? statement : statement.formatted(values));
    }
  }
}
