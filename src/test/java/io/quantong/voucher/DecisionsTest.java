package io.quantong.voucher;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static io.quantong.voucher.Purse.reason;
import static io.quantong.voucher.Purse.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.RequestKey.KeyRefusal;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import io.quantong.voucher.VoucherRefusal.Reason;
import io.quantong.voucher.Vouchers.Cause;
import io.quantong.voucher.Vouchers.Decision;
import io.quantong.voucher.Vouchers.Earlier;
import io.quantong.voucher.Vouchers.IssuedFilter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a district decides about a lot, and who may read it. */
@LedgerTest
@Clause({"M13", "M15"})
class DecisionsTest {

  private static final String WHY = "under investigation";
  private static final IssuedFilter ALL = new IssuedFilter(null, null, null, null);

  @Autowired private Vouchers vouchers;
  @Autowired private Purse purse;
  @Autowired private EventLog events;
  @Autowired private FrozenLots frozenLots;
  @Autowired private ExpiringLots expiringLots;

  private Actor firm;
  private Actor head;
  private Actor handler;
  private Lot lot;

  @BeforeEach
  void prepare() {
    firm = purse.people().firm(YUECHENG);
    head = purse.people().head(YUECHENG);
    handler = purse.people().handler(YUECHENG);
    lot = purse.lot(firm, Money.yuan(5_000));
  }

  @AfterEach
  void money_adds_up() {
    purse.assertBalanced();
  }

  @Test
  void a_frozen_lot_cannot_be_held_but_what_is_held_is_settled() {
    UUID order = purse.hold(firm, Money.yuan(2_000));
    freeze(handler);
    assertThat(now().state()).isEqualTo(LotState.FROZEN);
    assertThat(vouchers.quote(firm.organisationId(), Money.yuan(100), Earlier.NOTHING).deduction())
        .isEqualTo(Money.ZERO);
    vouchers.capture(firm, order);
    assertThat(now().parts().used()).isEqualTo(Money.yuan(2_000));
    unfreeze(handler);
    assertThat(now().state()).isEqualTo(LotState.ACTIVE);
    assertThat(vouchers.quote(firm.organisationId(), Money.yuan(100), Earlier.NOTHING).deduction())
        .isEqualTo(Money.yuan(100));
    assertThat(events.history("lot", lot.id().toString()))
        .filteredOn(event -> event.event().equals("FREEZE"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.reason()).isEqualTo(WHY);
              assertThat(event.actor().organisationId()).isEqualTo(handler.organisationId());
              assertThat(event.policyVersion()).isEqualTo(lot.policyVersion());
            });
  }

  @Test
  void a_lot_unfrozen_after_its_last_day_expires_at_once() {
    freeze(head);
    purse.lastDay(lot, purse.today().minusDays(1));
    Money before = purse.budget(YUECHENG);
    unfreeze(head);
    assertThat(now().state()).isEqualTo(LotState.EXPIRED);
    assertThat(purse.budget(YUECHENG)).isEqualTo(before.plus(Money.yuan(5_000)));
  }

  @Test
  void a_lot_of_which_nothing_is_left_when_it_is_unfrozen_is_used_up() {
    UUID order = purse.hold(firm, Money.yuan(5_000));
    freeze(head);
    vouchers.capture(firm, order);
    unfreeze(head);
    assertThat(now().state()).isEqualTo(LotState.USED_UP);
  }

  @Test
  void revoking_takes_the_free_part_and_what_comes_back_later() {
    UUID captured = purse.hold(firm, Money.yuan(1_000));
    UUID released = purse.hold(firm, Money.yuan(1_500));
    Money before = purse.budget(YUECHENG);
    vouchers.revoke(head, new Decision(lot.id(), WHY), RequestKey.fresh());
    assertThat(now().state()).isEqualTo(LotState.REVOKED);
    assertThat(now().parts().revoked()).isEqualTo(Money.yuan(2_500));
    vouchers.capture(firm, captured);
    vouchers.release(firm, released, Cause.PROVIDER);
    vouchers.reverse(firm, captured, Money.yuan(400));
    assertThat(now().parts().revoked()).isEqualTo(Money.yuan(4_400));
    assertThat(now().parts().used()).isEqualTo(Money.yuan(600));
    assertThat(purse.budget(YUECHENG)).isEqualTo(before.plus(Money.yuan(4_400)));
    assertThat(refusal(() -> unfreeze(head)).code()).endsWith("ILLEGAL_STEP");
  }

  @Test
  void a_decision_needs_a_reason() {
    for (String reason : List.of("", "   x  ", "x".repeat(501))) {
      Decision decision = new Decision(lot.id(), reason);
      assertThat(reason(() -> vouchers.freeze(head, decision, RequestKey.fresh())))
          .isEqualTo(Reason.REASON);
      assertThat(reason(() -> vouchers.revoke(head, decision, RequestKey.fresh())))
          .isEqualTo(Reason.REASON);
    }
    assertThat(now().state()).isEqualTo(LotState.ACTIVE);
  }

  @Test
  void a_double_click_decides_once() {
    RequestKey key = RequestKey.fresh();
    vouchers.freeze(head, new Decision(lot.id(), WHY), key);
    vouchers.freeze(head, new Decision(lot.id(), WHY), key);
    assertThat(events.history("lot", lot.id().toString()))
        .filteredOn(event -> event.event().equals("FREEZE"))
        .hasSize(1);
    assertThat(refusal(() -> vouchers.freeze(head, new Decision(lot.id(), "another one"), key)))
        .isEqualTo(KeyRefusal.KEY_REUSED);
    assertThat(refusal(() -> freeze(head)).code()).as("a new key").endsWith("ILLEGAL_STEP");
  }

  @Test
  void only_the_issuing_district_decides() {
    Decision decision = new Decision(lot.id(), WHY);
    Actor elsewhere = purse.people().head(KEQIAO);
    assertThat(refusal(() -> vouchers.freeze(elsewhere, decision, RequestKey.fresh())))
        .isEqualTo(Actor.AccessRefusal.DISTRICT);
    assertThat(refusal(() -> vouchers.unfreeze(elsewhere, decision, RequestKey.fresh())))
        .isEqualTo(Actor.AccessRefusal.DISTRICT);
    assertThat(refusal(() -> vouchers.revoke(elsewhere, decision, RequestKey.fresh())))
        .isEqualTo(Actor.AccessRefusal.DISTRICT);
    assertThat(refusal(() -> vouchers.revoke(handler, decision, RequestKey.fresh())))
        .as("the head alone")
        .isEqualTo(Actor.AccessRefusal.ROLE);
    for (Actor actor : noDeciders()) {
      assertThat(refusal(() -> vouchers.freeze(actor, decision, RequestKey.fresh())))
          .isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.unfreeze(actor, decision, RequestKey.fresh())))
          .isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.revoke(actor, decision, RequestKey.fresh())))
          .isEqualTo(Actor.AccessRefusal.ROLE);
    }
    assertThat(
            reason(
                () ->
                    vouchers.freeze(
                        head, new Decision(UUID.randomUUID(), WHY), RequestKey.fresh())))
        .isEqualTo(Reason.MISSING);
  }

  @Test
  void owner_and_own_officials_read_a_lot_and_others_do_not_learn_of_it() {
    for (Actor actor :
        List.of(
            firm,
            purse.people().colleague(firm, Role.BENEFICIARY),
            head,
            handler,
            purse.people().clerk(YUECHENG),
            purse.people().city(),
            purse.people().cityFinance(),
            purse.people().auditor())) {
      assertThat(vouchers.lot(actor, lot.id()).lot()).isEqualTo(lot);
      assertThat(vouchers.lots(actor, firm.organisationId())).contains(lot);
    }
    for (Actor actor :
        List.of(
            purse.people().firm(YUECHENG),
            purse.people().institution(YUECHENG),
            purse.people().head(KEQIAO),
            Actor.visitor())) {
      assertThat(reason(() -> vouchers.lot(actor, lot.id()))).isEqualTo(Reason.MISSING);
    }
    assertThat(vouchers.lots(purse.people().head(KEQIAO), firm.organisationId())).isEmpty();
    assertThat(refusal(() -> vouchers.lots(purse.people().firm(YUECHENG), firm.organisationId())))
        .isEqualTo(Actor.AccessRefusal.ROLE);
    assertThat(reason(() -> vouchers.lot(head, UUID.randomUUID()))).isEqualTo(Reason.MISSING);
  }

  @Test
  void a_detail_tells_owner_application_uses_and_history() {
    UUID order = purse.hold(firm, Money.yuan(700));
    Vouchers.LotDetail detail = vouchers.lot(firm, lot.id());
    assertThat(detail.ownerName()).isEqualTo(firm.organisationName());
    assertThat(detail.application().id()).isEqualTo(lot.id());
    assertThat(detail.holds())
        .singleElement()
        .satisfies(hold -> assertThat(hold.orderId()).isEqualTo(order));
    assertThat(detail.history())
        .extracting(DomainEvent::event)
        .containsExactly("APPLY", "ISSUE", "HOLD");
    assertThat(detail.history().getLast().facts())
        .containsEntry("amount", "700.00")
        .containsEntry("order", "DD-" + order);
  }

  @Test
  void the_list_of_issued_lots_is_narrowed_to_the_district() {
    Actor keqiao = purse.people().firm(KEQIAO);
    Lot there = purse.lot(keqiao, Money.yuan(100));
    assertThat(vouchers.export(head, ALL)).extracting(one -> one.lot().id()).contains(lot.id());
    assertThat(vouchers.export(head, ALL))
        .extracting(one -> one.lot().district())
        .containsOnly(YUECHENG);
    IssuedFilter sly = new IssuedFilter(KEQIAO, null, null, null);
    assertThat(vouchers.export(head, sly))
        .extracting(one -> one.lot().district())
        .doesNotContain(KEQIAO);
    assertThat(vouchers.export(purse.people().city(), ALL))
        .extracting(one -> one.lot().id())
        .contains(lot.id(), there.id());
    assertThat(vouchers.export(purse.people().auditor(), sly))
        .extracting(one -> one.lot().district())
        .containsOnly(KEQIAO);
    for (Actor actor : List.of(firm, purse.people().institution(YUECHENG), Actor.visitor())) {
      assertThat(refusal(() -> vouchers.issued(actor, ALL, 0, 10)))
          .isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.export(actor, ALL))).isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.issuedTotal(actor, ALL)))
          .isEqualTo(Actor.AccessRefusal.ROLE);
    }
  }

  @Test
  void filters_and_totals_of_issued_lots_agree() {
    freeze(head);
    IssuedFilter mine = new IssuedFilter(null, LotState.FROZEN, lot.year(), lot.number());
    assertThat(vouchers.issued(head, mine, 0, 10))
        .singleElement()
        .satisfies(one -> assertThat(one.ownerName()).isEqualTo(firm.organisationName()));
    assertThat(vouchers.issuedTotal(head, mine))
        .isEqualTo(new Vouchers.IssuedTotal(1, now().parts()));
    assertThat(
            vouchers.issued(
                head, new IssuedFilter(null, LotState.ACTIVE, null, lot.number()), 0, 10))
        .isEmpty();
    assertThat(vouchers.issued(head, new IssuedFilter(null, null, 2001, null), 0, 10)).isEmpty();
    assertThat(vouchers.issuedTotal(head, new IssuedFilter(null, null, 2001, null)).count())
        .isZero();
  }

  @Test
  void the_workbench_tells_what_runs_out_and_what_is_frozen() {
    assertThat(expiringLots.waitingFor(firm)).isEmpty();
    purse.lastDay(lot, purse.today().plusDays(30));
    assertThat(expiringLots.waitingFor(firm))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.due()).isEqualTo(purse.today().plusDays(30));
              assertThat(item.arguments()).containsExactly(1, Money.yuan(5_000));
            });
    assertThat(expiringLots.waitingFor(purse.people().firm(YUECHENG))).isEmpty();
    assertThat(expiringLots.waitingFor(head)).isEmpty();
    long before = count(frozenLots.waitingFor(handler));
    freeze(head);
    assertThat(count(frozenLots.waitingFor(handler))).isEqualTo(before + 1);
    assertThat(frozenLots.waitingFor(firm)).isEmpty();
    assertThat(frozenLots.waitingFor(Actor.visitor())).isEmpty();
  }

  private List<Actor> noDeciders() {
    return List.of(
        firm,
        purse.people().reviewer(YUECHENG),
        purse.people().clerk(YUECHENG),
        purse.people().approver(YUECHENG),
        purse.people().city(),
        purse.people().cityFinance(),
        purse.people().auditor(),
        purse.people().institution(YUECHENG),
        Actor.visitor());
  }

  private static long count(List<WorkList.Item> items) {
    return items.stream().mapToLong(WorkList.Item::count).sum();
  }

  private void freeze(Actor actor) {
    vouchers.freeze(actor, new Decision(lot.id(), WHY), RequestKey.fresh());
  }

  private void unfreeze(Actor actor) {
    vouchers.unfreeze(actor, new Decision(lot.id(), WHY), RequestKey.fresh());
  }

  private Lot now() {
    return purse.lot(firm, lot.id());
  }
}
