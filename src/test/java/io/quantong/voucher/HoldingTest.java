package io.quantong.voucher;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static io.quantong.voucher.Purse.reason;
import static io.quantong.voucher.Purse.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.budget.Account;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.voucher.VoucherRefusal.Reason;
import io.quantong.voucher.Vouchers.Cause;
import io.quantong.voucher.Vouchers.Earlier;
import io.quantong.voucher.Vouchers.HoldRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hold, capture, release and reverse: nothing spends directly (product section 4). */
@LedgerTest
@Clause("M2")
class HoldingTest {

  private static final Money NONE = Money.ZERO;

  @Autowired private Vouchers vouchers;
  @Autowired private Purse purse;
  @Autowired private ExpireLots expiry;
  @Autowired private EventLog events;
  @Autowired private PlatformTransactionManager transactions;

  private Actor firm;

  @BeforeEach
  void prepare() {
    firm = purse.people().firm(YUECHENG);
  }

  @AfterEach
  void money_adds_up() {
    purse.assertBalanced();
  }

  @Test
  void a_hold_sets_aside_and_a_capture_makes_it_owed() {
    Lot lot = purse.lot(firm, yuan(5_000));
    UUID order = purse.hold(firm, yuan(3_000));
    assertThat(now(lot).parts()).isEqualTo(parts(5_000, 2_000, 3_000, 0, 0));
    assertThat(vouchers.captured(order)).isEmpty();
    List<Share> shares = vouchers.capture(firm, order);
    assertThat(shares).containsExactly(new Share(YUECHENG, purse.today().getYear(), yuan(3_000)));
    assertThat(now(lot).parts()).isEqualTo(parts(5_000, 2_000, 0, 3_000, 0));
    assertThat(purse.balance(Account.Kind.OWED, YUECHENG, order)).isEqualTo(yuan(3_000));
    assertThat(vouchers.capture(firm, order)).as("twice changes nothing").isEqualTo(shares);
    assertThat(purse.balance(Account.Kind.OWED, YUECHENG, order)).isEqualTo(yuan(3_000));
  }

  @Test
  void a_lot_used_up_comes_back_to_life_by_a_refund() {
    Lot lot = purse.lot(firm, yuan(5_000));
    UUID order = purse.hold(firm, yuan(5_000));
    vouchers.capture(firm, order);
    assertThat(now(lot).state()).isEqualTo(LotState.USED_UP);
    vouchers.reverse(firm, order, yuan(2_000));
    assertThat(now(lot).state()).isEqualTo(LotState.ACTIVE);
    assertThat(now(lot).parts()).isEqualTo(parts(5_000, 2_000, 0, 3_000, 0));
    assertThat(vouchers.captured(order)).extracting(Share::amount).containsExactly(yuan(3_000));
    assertThat(reason(() -> vouchers.reverse(firm, order, yuan(3_001))))
        .isEqualTo(Reason.MORE_THAN_CAPTURED);
    assertThat(reason(() -> vouchers.reverse(firm, order, Money.ofFen(-1))))
        .isEqualTo(Reason.MORE_THAN_CAPTURED);
  }

  @Test
  void a_release_gives_back_and_a_second_one_gives_nothing() {
    Lot lot = purse.lot(firm, yuan(5_000));
    UUID order = purse.hold(firm, yuan(3_000));
    assertThat(vouchers.release(firm, order, Cause.BENEFICIARY)).isEqualTo(yuan(3_000));
    assertThat(vouchers.release(firm, order, Cause.BENEFICIARY)).isEqualTo(NONE);
    assertThat(now(lot).parts()).isEqualTo(Lot.Parts.fresh(yuan(5_000)));
    assertThat(vouchers.capture(firm, order)).isEmpty();
  }

  @Test
  void an_order_draws_on_the_first_expiring_lots_first() {
    Lot late = purse.lot(firm, yuan(4_000));
    Lot first = purse.lot(firm, yuan(3_000));
    Lot second = purse.lot(firm, yuan(2_000));
    purse.lastDay(first, purse.today().plusDays(5));
    purse.lastDay(second, purse.today().plusDays(9));
    Quote quote = vouchers.quote(firm.organisationId(), yuan(6_000), Earlier.NOTHING);
    assertThat(quote.uses())
        .extracting(Quote.LotUse::lotId, Quote.LotUse::amount)
        .containsExactly(
            tuple(first.id(), yuan(3_000)),
            tuple(second.id(), yuan(2_000)),
            tuple(late.id(), yuan(1_000)));
    UUID order = purse.hold(firm, yuan(6_000));
    assertThat(now(first).parts().held()).isEqualTo(yuan(3_000));
    assertThat(now(second).parts().held()).isEqualTo(yuan(2_000));
    assertThat(now(late).parts().held()).isEqualTo(yuan(1_000));
    vouchers.capture(firm, order);
    vouchers.reverse(firm, order, yuan(2_000));
    assertThat(now(late).parts().used()).as("what returns lives longest").isEqualTo(NONE);
    assertThat(now(second).parts().used()).isEqualTo(yuan(1_000));
    assertThat(now(first).parts().used()).isEqualTo(yuan(3_000));
  }

  @Test
  void a_hold_made_before_expiry_is_captured_after_it() {
    Lot lot = purse.lot(firm, yuan(5_000));
    UUID order = purse.hold(firm, yuan(3_000));
    Money before = purse.budget(YUECHENG);
    expire(lot);
    assertThat(now(lot).state()).isEqualTo(LotState.EXPIRED);
    assertThat(now(lot).parts()).isEqualTo(parts(5_000, 0, 3_000, 0, 2_000));
    assertThat(purse.budget(YUECHENG)).isEqualTo(before.plus(yuan(2_000)));
    assertThat(vouchers.capture(firm, order))
        .extracting(Share::amount)
        .containsExactly(yuan(3_000));
    assertThat(now(lot).parts()).isEqualTo(parts(5_000, 0, 0, 3_000, 2_000));
  }

  @Test
  void the_last_day_belongs_to_the_lot_to_its_end() {
    Lot lot = purse.lot(firm, yuan(1_000));
    purse.lastDay(lot, purse.today());
    expiry.run(purse.today());
    assertThat(now(lot).state()).isEqualTo(LotState.ACTIVE);
    assertThat(vouchers.quote(firm.organisationId(), yuan(1_000), Earlier.NOTHING).deduction())
        .isEqualTo(yuan(1_000));
    expire(lot);
    assertThat(now(lot).state()).isEqualTo(LotState.EXPIRED);
    assertThat(vouchers.quote(firm.organisationId(), yuan(1_000), Earlier.NOTHING).deduction())
        .isEqualTo(NONE);
    expiry.run(purse.today());
    assertThat(events.history("lot", lot.id().toString()))
        .filteredOn(event -> event.event().equals("EXPIRE"))
        .as("the job may run twice")
        .hasSize(1);
  }

  @Test
  void money_released_after_expiry_goes_back_to_the_budget() {
    for (Cause cause : List.of(Cause.BENEFICIARY, Cause.TIME_LIMIT)) {
      Actor other = purse.people().firm(YUECHENG);
      Lot lot = purse.lot(other, yuan(5_000));
      UUID order = purse.hold(other, yuan(3_000));
      expire(lot);
      Money before = purse.budget(YUECHENG);
      assertThat(vouchers.release(other, order, cause)).isEqualTo(yuan(3_000));
      assertThat(purse.lot(other, lot.id()).parts()).isEqualTo(parts(5_000, 0, 0, 0, 5_000));
      assertThat(purse.budget(YUECHENG)).isEqualTo(before.plus(yuan(3_000)));
    }
  }

  @Test
  void a_lot_gets_a_grace_period_when_the_provider_caused_the_cancel() {
    Lot lot = purse.lot(firm, yuan(5_000));
    UUID order = purse.hold(firm, yuan(3_000));
    expire(lot);
    vouchers.release(Actor.system(), order, Cause.PROVIDER);
    assertThat(now(lot).state()).isEqualTo(LotState.ACTIVE);
    assertThat(now(lot).parts()).isEqualTo(parts(5_000, 3_000, 0, 0, 2_000));
    assertThat(now(lot).validUntil()).isEqualTo(purse.today().plusDays(30));
  }

  @Test
  void what_is_overdue_expires_first_even_when_the_job_has_not_run() {
    Lot lot = purse.lot(firm, yuan(5_000));
    UUID order = purse.hold(firm, yuan(3_000));
    purse.lastDay(lot, purse.today().minusDays(1));
    assertThat(vouchers.quote(firm.organisationId(), yuan(1_000), Earlier.NOTHING).deduction())
        .isEqualTo(NONE);
    vouchers.release(firm, order, Cause.TIME_LIMIT);
    assertThat(now(lot).parts()).isEqualTo(parts(5_000, 0, 0, 0, 5_000));
    assertThat(events.history("lot", lot.id().toString()))
        .extracting(DomainEvent::event)
        .containsExactly("APPLY", "ISSUE", "HOLD", "EXPIRE", "RELEASE_LATE");
  }

  @Test
  void a_refund_after_expiry_goes_back_to_the_budget() {
    Lot lot = purse.lot(firm, yuan(5_000));
    UUID order = purse.hold(firm, yuan(5_000));
    vouchers.capture(firm, order);
    purse.lastDay(lot, purse.today().minusDays(1));
    Money before = purse.budget(YUECHENG);
    vouchers.reverse(firm, order, yuan(2_000));
    assertThat(now(lot).state()).isEqualTo(LotState.EXPIRED);
    assertThat(now(lot).parts()).isEqualTo(parts(5_000, 0, 0, 3_000, 2_000));
    assertThat(purse.budget(YUECHENG)).isEqualTo(before.plus(yuan(2_000)));
  }

  @Test
  void nobody_pays_another_share_than_shown() {
    purse.lot(firm, yuan(1_000));
    HoldRequest shown =
        new HoldRequest(
            UUID.randomUUID(),
            "DD-1",
            firm.organisationId(),
            yuan(3_000),
            Earlier.NOTHING,
            yuan(3_000));
    assertThat(refusal(() -> vouchers.hold(firm, shown)))
        .isEqualTo(VoucherRefusal.of(Reason.QUOTE_CHANGED, yuan(3_000), yuan(1_000)));
  }

  @Test
  void an_order_holds_once() {
    Lot lot = purse.lot(firm, yuan(5_000));
    UUID order = purse.hold(firm, yuan(1_000));
    HoldRequest again =
        new HoldRequest(
            order, "DD-2", firm.organisationId(), yuan(1_000), Earlier.NOTHING, yuan(1_000));
    assertThat(reason(() -> vouchers.hold(firm, again))).isEqualTo(Reason.ALREADY_HELD);
    vouchers.release(firm, order, Cause.PROVIDER);
    vouchers.hold(firm, again);
    assertThat(now(lot).parts().held())
        .as("after a release it may hold anew")
        .isEqualTo(yuan(1_000));
  }

  @Test
  void what_happens_with_the_order_happens_with_the_voucher_or_not_at_all() {
    Lot lot = purse.lot(firm, yuan(5_000));
    int before = events.history("lot", lot.id().toString()).size();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              purse.hold(firm, yuan(2_000));
              status.setRollbackOnly();
            });
    assertThat(now(lot).parts()).isEqualTo(Lot.Parts.fresh(yuan(5_000)));
    assertThat(events.history("lot", lot.id().toString())).hasSize(before);
  }

  @Test
  @Clause("M13")
  void only_the_owner_or_the_platform_holds_and_only_parties_of_orders_move_holds() {
    purse.lot(firm, yuan(1_000));
    HoldRequest request =
        new HoldRequest(
            UUID.randomUUID(),
            "DD-1",
            firm.organisationId(),
            yuan(500),
            Earlier.NOTHING,
            yuan(500));
    Actor other = purse.people().firm(YUECHENG);
    assertThat(refusal(() -> vouchers.hold(other, request)))
        .isEqualTo(Actor.AccessRefusal.ORGANISATION);
    for (Actor actor :
        List.of(
            purse.people().institution(YUECHENG),
            purse.people().head(KEQIAO),
            purse.people().city(),
            Actor.visitor())) {
      assertThat(refusal(() -> vouchers.hold(actor, request))).isEqualTo(Actor.AccessRefusal.ROLE);
    }
    UUID order = purse.hold(firm, yuan(500));
    for (Actor actor :
        List.of(
            purse.people().clerk(YUECHENG),
            purse.people().city(),
            purse.people().auditor(),
            Actor.visitor())) {
      assertThat(refusal(() -> vouchers.release(actor, order, Cause.PROVIDER)))
          .isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.capture(actor, order))).isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.reverse(actor, order, yuan(1))))
          .isEqualTo(Actor.AccessRefusal.ROLE);
    }
  }

  private void expire(Lot lot) {
    purse.lastDay(lot, purse.today().minusDays(1));
    expiry.run(purse.today());
  }

  private Lot now(Lot lot) {
    return purse.lot(firm, lot.id());
  }

  private static Money yuan(long yuan) {
    return Money.yuan(yuan);
  }

  private static Lot.Parts parts(long face, long available, long held, long used, long expired) {
    return new Lot.Parts(yuan(face), yuan(available), yuan(held), yuan(used), yuan(expired), NONE);
  }
}
