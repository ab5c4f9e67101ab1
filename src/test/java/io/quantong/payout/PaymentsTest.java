package io.quantong.payout;

import static io.quantong.payout.FinanceWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.budget.Account;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.operation.SelfChecks;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** From confirmed to payable, and every way in which money may not go out (M4). */
@IntegrationTest
@TestPropertySource(properties = "quantong.test.world=payments")
@Clause("M4")
class PaymentsTest {

  private static final Money SUM = Money.yuan(8_000);

  private final String district = FinanceWorld.district();
  private final Actor clerk = person(Role.FINANCE_CLERK, district);

  @Autowired FinanceWorld world;
  @Autowired Payouts payouts;
  @Autowired SelfChecks checks;
  @Autowired DataSource dataSource;

  @AfterEach
  void the_books_still_add_up() {
    assertThat(checks.now().rows())
        .filteredOn(
            row ->
                row.statement().startsWith("selfcheck.budget")
                    || row.statement().startsWith("selfcheck.payout"))
        .isNotEmpty()
        .allMatch(row -> row.finding().holds());
  }

  @Test
  void confirming_makes_owed_money_payable_and_gives_the_cut_back() {
    Payouts.Settlement owed = world.owed(district, SUM);
    Money confirmed = Money.yuan(6_000);
    payouts.enter(
        person(Role.DISTRICT_HANDLER, district),
        FinanceWorld.request(FinanceWorld.confirming(owed, confirmed)));
    assertThat(world.payable(world.now(owed.claimId()))).isEqualTo(confirmed);
    assertThat(payouts.owed(owed)).isEqualTo(Money.ZERO);
    assertThat(world.holds(Account.Kind.BUDGET, district)).isEqualTo(Money.yuan(2_000));
  }

  @Test
  void a_lower_sum_after_an_objection_returns_the_difference() {
    Payouts.Settlement owed = world.owed(district, SUM);
    Actor head = person(Role.DISTRICT_HEAD, district);
    payouts.enter(head, FinanceWorld.request(owed));
    payouts.block(Actor.system(), owed.claimId());
    payouts.enter(head, FinanceWorld.request(FinanceWorld.confirming(owed, Money.yuan(5_000))));
    PaymentItem item = world.now(owed.claimId());
    assertThat(item.state()).isEqualTo(PaymentItem.State.ENTERED);
    assertThat(item.amount()).isEqualTo(Money.yuan(5_000));
    assertThat(world.payable(item)).isEqualTo(Money.yuan(5_000));
    assertThat(world.holds(Account.Kind.BUDGET, district)).isEqualTo(Money.yuan(3_000));
  }

  @Test
  void an_objection_never_raises_a_payment() {
    Payouts.Settlement owed = world.owed(district, SUM);
    Actor head = person(Role.DISTRICT_HEAD, district);
    payouts.enter(head, FinanceWorld.request(FinanceWorld.confirming(owed, Money.yuan(5_000))));
    assertThatThrownBy(() -> payouts.enter(head, FinanceWorld.request(owed)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_refused_claim_returns_all_its_money() {
    PaymentItem item = world.entered(district, SUM);
    Payouts.Settlement settlement =
        new Payouts.Settlement(
            item.claimId(),
            item.orderId(),
            List.of(new Payouts.Part(district, world.year(), SUM, Money.ZERO)));
    payouts.refuse(person(Role.DISTRICT_HEAD, district), settlement);
    assertThat(payouts.ofClaim(item.claimId())).isEmpty();
    assertThat(world.holds(Account.Kind.BUDGET, district)).isEqualTo(SUM);
  }

  @Test
  void a_claim_refused_before_it_was_confirmed_returns_what_was_owed() {
    Payouts.Settlement owed = world.owed(district, SUM);
    payouts.refuse(person(Role.DISTRICT_HANDLER, district), owed);
    assertThat(world.holds(Account.Kind.BUDGET, district)).isEqualTo(SUM);
  }

  @Test
  void an_objection_takes_the_payment_out_of_the_reach_of_batches() {
    PaymentItem item = world.cleared(district, SUM);
    payouts.block(Actor.system(), item.claimId());
    assertThatThrownBy(() -> payouts.makeBatch(clerk, RequestKey.fresh(), FinanceWorld.ids(item)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("NOT_CLEARED");
  }

  @Test
  void an_objection_takes_the_payment_out_of_a_batch_not_sent_and_an_empty_batch_ends() {
    PaymentItem item = world.cleared(district, SUM);
    UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), FinanceWorld.ids(item));
    payouts.block(Actor.system(), item.claimId());
    assertThat(world.now(item.claimId()).state()).isEqualTo(PaymentItem.State.BLOCKED);
    assertThat(payouts.batch(clerk, batch).batch().state()).isEqualTo(PaymentBatch.State.CANCELLED);
  }

  @Test
  void what_is_with_the_bank_cannot_be_stopped() {
    PaymentItem item = world.cleared(district, SUM);
    world.sent(clerk, item);
    assertThatThrownBy(() -> payouts.block(Actor.system(), item.claimId()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("ON_ITS_WAY");
  }

  @Test
  void a_claim_has_one_payment_whatever_the_application_does() {
    PaymentItem item = world.cleared(district, SUM);
    JdbcTemplate sql = new JdbcTemplate(dataSource);
    assertThatThrownBy(
            () ->
                sql.update(
                    "insert into payout.item select gen_random_uuid(), claim_id, order_id,"
                        + " claim_number, end_to_end_id || 'x', district, amount_fen, provider_id,"
                        + " holder, bank, account_number, handled_by, state, pay_by, batch_id,"
                        + " entered_on, settled_on from payout.item where id = ?",
                    item.id()))
        .hasMessageContaining("one_payout_per_claim");
  }

  @Test
  void nobody_marks_a_payment_as_paid_without_the_bank() {
    PaymentItem item = world.cleared(district, SUM);
    JdbcTemplate sql = new JdbcTemplate(dataSource);
    world.sent(clerk, item);
    assertThatThrownBy(
            () ->
                sql.update(
                    "update payout.item set state = 'PAID', settled_on = current_date"
                        + " where id = ?",
                    item.id()))
        .hasMessageContaining("by a result of the bank only");
    assertThatThrownBy(
            () -> sql.update("update payout.item set account_number = '1' where id = ?", item.id()))
        .hasMessageContaining("the payee is fixed");
    assertThatThrownBy(
            () -> sql.update("update payout.item set amount_fen = 1 where id = ?", item.id()))
        .hasMessageContaining("the amount is fixed");
  }

  @Test
  void a_paid_payment_never_changes_and_its_claim_is_never_paid_again() {
    PaymentItem item = world.cleared(district, SUM);
    UUID batch = world.sent(clerk, item);
    payouts.commitResult(
        clerk, RequestKey.fresh(), batch, FinanceWorld.file(world.paid(item, "REF" + item.id())));
    assertThat(world.holds(Account.Kind.PAID, district)).isEqualTo(SUM);
    assertThatThrownBy(() -> payouts.makeBatch(clerk, RequestKey.fresh(), FinanceWorld.ids(item)))
        .isInstanceOf(Refused.class);
    Payouts.Settlement again =
        new Payouts.Settlement(
            item.claimId(),
            item.orderId(),
            List.of(new Payouts.Part(district, world.year(), SUM, SUM)));
    assertThatThrownBy(
            () -> payouts.enter(person(Role.DISTRICT_HEAD, district), FinanceWorld.request(again)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                new JdbcTemplate(dataSource)
                    .update("update payout.item set state = 'FAILED' where id = ?", item.id()))
        .hasMessageContaining("never changes");
  }

  @Test
  void a_new_account_counts_for_returned_payments_but_not_for_approved_ones() {
    PaymentItem returned = world.cleared(district, SUM);
    UUID batch = world.sent(clerk, returned);
    payouts.commitResult(
        clerk, RequestKey.fresh(), batch, FinanceWorld.file(world.returned(returned, "账号不存在")));
    Payouts.Payee old = returned.payee();
    Payouts.Payee account =
        new Payouts.Payee(old.providerId(), old.holder(), old.bank(), "6222029999999999999");
    assertThat(payouts.redirect(Actor.system(), account)).isEqualTo(1);
    assertThat(world.now(returned.claimId()).payee()).isEqualTo(account);
    UUID again = payouts.makeBatch(clerk, RequestKey.fresh(), FinanceWorld.ids(returned));
    assertThat(payouts.redirect(Actor.system(), old)).isZero();
    assertThat(payouts.batch(clerk, again).rows().getFirst().item().payee()).isEqualTo(account);
    assertThatThrownBy(() -> payouts.redirect(clerk, old)).isInstanceOf(Refused.class);
  }

  @Test
  void only_the_platform_clears_and_stops_and_only_bureaus_confirm() {
    PaymentItem item = world.entered(district, SUM);
    Set<Actor> strangers = Set.of(clerk, person(Role.DISTRICT_HANDLER, district), Actor.visitor());
    for (Actor actor : strangers) {
      assertThatThrownBy(() -> payouts.clear(actor, item.claimId(), LocalDate.of(2026, 12, 1)))
          .isInstanceOf(Refused.class);
      assertThatThrownBy(() -> payouts.block(actor, item.claimId())).isInstanceOf(Refused.class);
    }
    Payouts.Settlement owed = world.owed(district, SUM);
    assertThatThrownBy(() -> payouts.enter(clerk, FinanceWorld.request(owed)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> payouts.refuse(clerk, owed)).isInstanceOf(Refused.class);
  }
}
