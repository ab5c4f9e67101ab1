package io.quantong.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.claim.ClaimWorld.Case;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Lifecycle.Step;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.operation.SelfChecks;
import io.quantong.publicnotice.ObjectionDecided.Outcome;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every state, every act: what the table allows happens, everything else is refused. */
@IntegrationTest
@Clause("M4")
class ClaimLifecycleTest {

  private static final Set<ClaimState> PASSED_THROUGH =
      EnumSet.of(ClaimState.SUBMITTED, ClaimState.CONFIRMED);

  @Autowired ClaimWorld world;
  @Autowired Claims claims;
  @Autowired SelfChecks checks;

  @AfterEach
  void books_stay_in_balance() {
    assertThat(checks.now().rows())
        .filteredOn(row -> row.statement().startsWith("selfcheck.claim"))
        .allMatch(row -> row.finding().holds());
  }

  static Stream<ClaimState> states() {
    return Stream.of(ClaimState.values()).filter(state -> !PASSED_THROUGH.contains(state));
  }

  /** Acts of persons. What time, the public and the bank do is driven in other tests. */
  private static final Set<ClaimEvent> ACTS =
      EnumSet.of(
          ClaimEvent.FILL,
          ClaimEvent.SUBMIT,
          ClaimEvent.WITHDRAW,
          ClaimEvent.RETURN,
          ClaimEvent.SUPPLY,
          ClaimEvent.CONFIRM,
          ClaimEvent.CUT,
          ClaimEvent.REFUSE,
          ClaimEvent.OPEN_RECOVERY,
          ClaimEvent.RECOVER,
          ClaimEvent.REFER,
          ClaimEvent.REFUND,
          ClaimEvent.REFUND_WHOLE);

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void from_each_state_only_the_acts_of_the_table_happen(ClaimState state) {
    Case untouched = world.in(state);
    for (ClaimEvent act : ACTS) {
      if (ClaimLifecycle.TABLE.allows(state, act)) {
        Case moved = world.in(state);
        fire(moved, act);
        assertThat(moved.state()).as("%s %s", state, act).isEqualTo(restsIn(state, act));
        assertThat(claims.history(moved.handler(), moved.id()))
            .extracting(DomainEvent::event)
            .contains(act.name());
      } else if (!(act == ClaimEvent.REFUND && paysLess(state))) {
        assertThatThrownBy(() -> fire(untouched, act))
            .as("%s %s", state, act)
            .isInstanceOf(Refused.class);
        assertThat(untouched.state()).as("%s %s", state, act).isEqualTo(state);
      }
    }
  }

  /** A partial refund of a confirmed claim leads to a new sum instead. */
  private static boolean paysLess(ClaimState state) {
    return state == ClaimState.IN_NOTICE || state == ClaimState.CLEARED;
  }

  private static ClaimState restsIn(ClaimState from, ClaimEvent act) {
    ClaimState to = ClaimLifecycle.TABLE.next(from, act);
    return switch (to) {
      case SUBMITTED -> ClaimState.IN_REVIEW;
      case CONFIRMED -> ClaimState.IN_NOTICE;
      default -> to;
    };
  }

  private void fire(Case it, ClaimEvent act) {
    switch (act) {
      case FILL -> it.attach();
      case SUBMIT -> it.submit();
      case WITHDRAW -> it.withdraw();
      case RETURN -> it.askForPapers();
      case SUPPLY -> it.supply();
      case CONFIRM -> it.confirm();
      case CUT -> it.cut(Money.yuan(5_000));
      case REFUSE -> it.refuse();
      case OPEN_RECOVERY -> it.openRecovery();
      case RECOVER -> it.recovered();
      case REFER -> it.refer();
      case REFUND -> it.story().refund(Money.yuan(136));
      case REFUND_WHOLE -> it.story().refund(it.story().order().price().total());
      default -> throw new IllegalArgumentException(act + " is no act of a person");
    }
  }

  @Test
  void every_state_but_the_ends_can_be_left() {
    Set<ClaimState> left =
        ClaimLifecycle.TABLE.steps().stream().map(Step::from).collect(Collectors.toSet());
    assertThat(EnumSet.complementOf(EnumSet.copyOf(left)))
        .containsExactlyInAnyOrder(
            ClaimState.REFUSED, ClaimState.WITHDRAWN, ClaimState.RECOVERED, ClaimState.REFERRED);
  }

  @Test
  void a_claim_opens_by_itself_filled_with_what_the_platform_knows() {
    Case it = world.draft();
    ClaimView view = it.seenBy(it.finance());
    assertThat(it.state()).isEqualTo(ClaimState.DRAFT);
    assertThat(it.claim().sums().claimed()).isEqualTo(ClaimWorld.CLAIMED);
    assertThat(view.invoice().seller()).isEqualTo(it.claim().parties().providerName());
    assertThat(view.invoice().buyer()).isEqualTo(it.claim().parties().beneficiaryName());
    assertThat(view.invoice().gross()).isEqualTo(it.claim().sums().price());
    assertThat(view.order().contract()).isNotNull();
    assertThat(view.papers())
        .extracting(ClaimView.Paper::kind)
        .containsExactly(ClaimView.PaperKind.REPORT);
    assertThat(it.claim().dates().dueOn()).isAfterOrEqualTo(world.today().plusDays(90));
  }

  @Test
  void a_dismissed_objection_lets_the_notice_go_on_and_the_end_clears() {
    Case it = world.in(ClaimState.OBJECTED);
    it.rule(Outcome.DISMISSED, null);
    assertThat(it.state()).isEqualTo(ClaimState.IN_NOTICE);
    it.endNotice();
    assertThat(it.state()).isEqualTo(ClaimState.CLEARED);
    assertThat(it.payment().payBy()).isEqualTo(it.claim().dates().dueOn());
  }

  @Test
  void a_second_objection_keeps_the_money_stopped_until_both_are_decided() {
    Case it = world.in(ClaimState.OBJECTED).object();
    it.rule(Outcome.DISMISSED, null);
    assertThat(it.state()).isEqualTo(ClaimState.OBJECTED);
    it.rule(Outcome.DISMISSED, null);
    assertThat(it.state()).isEqualTo(ClaimState.IN_NOTICE);
  }

  @Test
  void an_upheld_objection_refuses_or_leads_to_a_new_sum_with_a_new_notice() {
    Case refused = world.in(ClaimState.OBJECTED).rule(Outcome.UPHELD_REFUSE, null);
    assertThat(refused.state()).isEqualTo(ClaimState.REFUSED);
    Case less = world.in(ClaimState.OBJECTED);
    var before = less.notice();
    less.rule(Outcome.UPHELD_NEW_SUM, Money.yuan(6_000));
    assertThat(less.state()).isEqualTo(ClaimState.IN_NOTICE);
    assertThat(less.notice().id()).isNotEqualTo(before.id());
    assertThat(less.notice().amount()).isEqualTo(Money.yuan(6_000));
    assertThat(less.payment().amount()).isEqualTo(Money.yuan(6_000));
  }

  @Test
  void the_money_once_paid_closes_the_order_and_a_returned_payment_is_paid_again() {
    Case it = world.in(ClaimState.PAY_FAILED);
    assertThat(it.pay().state()).isEqualTo(ClaimState.PAYING);
    assertThat(it.settle(true).state()).isEqualTo(ClaimState.PAID);
    assertThat(it.story().order().state().name()).isEqualTo("CLOSED");
    assertThat(it.claim().dates().paidOn()).isEqualTo(world.today());
  }
}
