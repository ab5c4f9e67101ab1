package io.quantong.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.budget.Budgets;
import io.quantong.claim.ClaimState;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.operation.SelfChecks;
import io.quantong.operation.TimeMachine;
import io.quantong.order.OrderState;
import io.quantong.order.Orders;
import io.quantong.payout.Payouts;
import io.quantong.policy.WorkingCalendar;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import io.quantong.voucher.Lot;
import io.quantong.voucher.LotState;
import io.quantong.voucher.Vouchers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The closed loop, walked over the pages by everybody who has a part in it. */
@IntegrationTest
@TestPropertySource(properties = "quantong.test.world=story")
class ClosedLoopStoryTest {

  private static final int SAMPLES = 25;
  private static final Money DEDUCTION = Money.yuan(13_500);

  @Autowired Loop.Gate gate;
  @Autowired MockMvc mvc;
  @Autowired Identities identities;
  @Autowired Budgets budgets;
  @Autowired Vouchers vouchers;
  @Autowired Orders orders;
  @Autowired Notices notices;
  @Autowired Payouts payouts;
  @Autowired SelfChecks checks;
  @Autowired TimeMachine machine;
  @Autowired WorkingCalendar calendar;
  @Autowired Clock clock;

  private Loop loop;

  @BeforeEach
  void a_district_with_money() {
    int nextYear = LocalDate.now(clock).getYear() + 1;
    if (!calendar.loadedYears().containsKey(nextYear)) {
      Actor city = People.of(identities).city();
      calendar.load(city, nextYear, "测试", List.of(nextYear + "-01-01,OFF,元旦"));
    }
    machine.forward(1);
    Actor clerk = People.of(identities).clerk(People.YUECHENG);
    budgets.appropriate(
        clerk,
        new Budgets.Appropriation(
            People.YUECHENG, LocalDate.now(clock).getYear(), Money.yuan(100_000), "绍财教 1 号"),
        RequestKey.fresh());
    loop = gate.begin();
  }

  @AfterEach
  void the_platform_agrees_with_itself() {
    assertThat(checks.now().rows()).allMatch(row -> row.finding().holds());
  }

  @Test
  @Clause({"M1", "M2", "M3", "M4", "M13"})
  void the_money_goes_round_from_the_application_to_the_payment() {
    loop.sign();
    loop.apply(15_000);
    UUID order = loop.order(SAMPLES);
    assertThat(orders.order(order).price().voucher()).isEqualTo(DEDUCTION);
    assertThat(loop.state(order)).isEqualTo(OrderState.PLACED);
    loop.begin(order);
    loop.deliver(order);
    assertThat(loop.state(order)).isEqualTo(OrderState.DELIVERED);
    loop.acceptResult(order);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.DRAFT);
    UUID claim = loop.claim(order);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.IN_REVIEW);
    loop.confirm(claim);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.IN_NOTICE);
    Notice notice = notices.latest(claim).orElseThrow();
    new Walker(mvc, Actor.visitor())
        .open("/publicnotice/" + notice.id())
        .mustSay(notice.claimNumber());
    passNotice(claim);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.CLEARED);
    loop.pay(payouts.ofClaim(claim).orElseThrow().id());
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.PAYING);
    bankAnswers(claim, false);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.PAID);
    assertThat(loop.state(order)).isEqualTo(OrderState.CLOSED);
    loop.finance.open("/claim/" + claim).mustSay(DEDUCTION.toString());
  }

  @Test
  @Clause("M4")
  void a_payment_that_comes_back_is_paid_again() {
    UUID order = confirmed();
    UUID claim = loop.claimOf(order).id();
    passNotice(claim);
    loop.pay(payouts.ofClaim(claim).orElseThrow().id());
    bankAnswers(claim, true);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.PAY_FAILED);
    loop.pay(payouts.ofClaim(claim).orElseThrow().id());
    bankAnswers(claim, false);
    assertThat(loop.state(order)).isEqualTo(OrderState.CLOSED);
  }

  @Test
  @Clause("M4")
  void an_objection_stops_the_money_until_it_is_dismissed() {
    UUID order = confirmed();
    UUID claim = loop.claimOf(order).id();
    UUID objection = object(claim);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.OBJECTED);
    machine.forward(9);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.OBJECTED);
    String page = "/publicnotice/objections/" + objection;
    loop.head
        .open(page)
        .form(page)
        .with("outcome", "DISMISSED")
        .with("reason", "经核实，材料真实有效。")
        .mustGo();
    assertThat(loop.claimState(order)).isIn(ClaimState.CLEARED, ClaimState.IN_NOTICE);
    machine.forward(1);
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.CLEARED);
  }

  @Test
  @Clause("M4")
  void an_objection_upheld_leads_to_another_sum_and_another_notice() {
    UUID order = confirmed();
    UUID claim = loop.claimOf(order).id();
    Notice before = notices.latest(claim).orElseThrow();
    String page = "/publicnotice/objections/" + object(claim);
    loop.head
        .open(page)
        .form(page)
        .with("outcome", "UPHELD_NEW_SUM")
        .with("newAmount", "10000")
        .with("reason", "部分样品重复，核减。")
        .mustGo();
    Notice after = notices.latest(claim).orElseThrow();
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(after.amount()).isEqualTo(Money.yuan(10_000));
    passNotice(claim);
    assertThat(payouts.ofClaim(claim).orElseThrow().amount()).isEqualTo(Money.yuan(10_000));
  }

  @Test
  @Clause({"M2", "M3"})
  void a_refund_before_the_review_makes_the_claim_smaller() {
    ready();
    UUID order = loop.served(SAMPLES);
    String page = "/order/" + order;
    loop.manager
        .open(page + "/refund")
        .form(page + "/refund")
        .with("amount", "3400")
        .with("reason", "实际检测 20 件，退还 5 件。")
        .mustGo();
    assertThat(loop.claimOf(order).sums().claimed()).isEqualTo(Money.yuan(10_800));
    loop.confirm(loop.claim(order));
    assertThat(loop.claimState(order)).isEqualTo(ClaimState.IN_NOTICE);
  }

  @Test
  @Clause("M2")
  void a_cancelled_order_gives_the_vouchers_back() {
    ready();
    UUID order = loop.order(SAMPLES);
    assertThat(available()).isEqualTo(Money.yuan(1_500));
    String page = "/order/" + order;
    loop.beneficiary
        .open(page + "/cancel")
        .form(page + "/cancel")
        .with("reason", "样品尚未备齐。")
        .mustGo();
    assertThat(loop.state(order)).isEqualTo(OrderState.CANCELLED);
    assertThat(available()).isEqualTo(Money.yuan(15_000));
  }

  @Test
  @Clause("M1")
  void vouchers_nobody_uses_expire_and_return_to_the_budget() {
    loop.sign();
    loop.apply(5_000);
    machine.forward(93);
    assertThat(lots()).extracting(Lot::state).containsExactly(LotState.EXPIRED);
    assertThat(available()).isEqualTo(Money.ZERO);
  }

  @Test
  @Clause("M2")
  void a_double_click_at_checkout_orders_once() {
    ready();
    Walker.Form form = loop.checkout(SAMPLES);
    String first = form.mustGo().id();
    assertThat(form.send().id()).isEqualTo(first);
    assertThat(available()).isEqualTo(Money.yuan(1_500));
  }

  @Test
  @Clause("M13")
  void nobody_of_another_part_sees_or_does_it() {
    ready();
    UUID order = loop.served(SAMPLES);
    UUID claim = loop.claim(order);
    Walker stranger = gate.begin().beneficiary;
    Walker elsewhere = new Walker(mvc, People.of(identities).handler(People.KEQIAO));
    assertThat(stranger.status("/order/" + order)).isIn(403, 404);
    assertThat(stranger.status("/claim/" + claim)).isIn(403, 404);
    assertThat(elsewhere.status("/claim/" + claim)).isIn(403, 404);
    assertThat(loop.beneficiary.status("/payout")).isEqualTo(403);
    assertThat(loop.handler.status("/payout")).isEqualTo(403);
    assertThat(loop.clerk.open("/claim/" + claim).offers("/claim/" + claim + "/confirm")).isFalse();
  }

  private void ready() {
    loop.sign();
    loop.apply(15_000);
  }

  private UUID confirmed() {
    ready();
    UUID order = loop.served(SAMPLES);
    loop.confirm(loop.claim(order));
    return order;
  }

  private UUID object(UUID claim) {
    Notice notice = notices.latest(claim).orElseThrow();
    new Walker(mvc, Actor.visitor())
        .open("/publicnotice/" + notice.id())
        .form("/publicnotice/" + notice.id() + "/objection")
        .with("objectorName", "某同行企业")
        .with("contact", "0575-55509999")
        .with("evidence", "同一批样品已在其他项目报销。")
        .mustGo();
    return loop.head.open("/publicnotice/objections").links("/publicnotice/objections/").stream()
        .map(link -> UUID.fromString(link.substring(link.lastIndexOf('/') + 1)))
        .filter(id -> claimOf(id).equals(claim))
        .findFirst()
        .orElseThrow();
  }

  private UUID claimOf(UUID objection) {
    Actor head = People.of(identities).head(People.YUECHENG);
    return notices.objection(head, objection).claimId();
  }

  private void passNotice(UUID claim) {
    LocalDate last = notices.latest(claim).orElseThrow().lastDay();
    machine.forward((int) LocalDate.now(clock).until(last.plusDays(1), ChronoUnit.DAYS));
  }

  private void bankAnswers(UUID claim, boolean fails) {
    UUID batch = Objects.requireNonNull(payouts.ofClaim(claim).orElseThrow().batchId());
    Actor clerk = People.of(identities).clerk(People.YUECHENG);
    String file = payouts.sampleResult(clerk, batch, fails);
    String page = "/payout/batch/" + batch;
    Walker.Page shown =
        loop.clerk
            .open(page)
            .form(page + "/result")
            .file("file", "result.csv", file.getBytes(StandardCharsets.UTF_8))
            .mustGo();
    shown.form(shown.url()).mustGo();
  }

  private List<Lot> lots() {
    return vouchers.lots(loop.firm, loop.firm.organisationId());
  }

  private Money available() {
    return lots().stream().map(lot -> lot.parts().available()).reduce(Money.ZERO, Money::plus);
  }
}
