package io.quantong.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.IntegrationTest;
import io.quantong.claim.Claim;
import io.quantong.claim.ClaimState;
import io.quantong.claim.ClaimView;
import io.quantong.claim.Claims;
import io.quantong.claim.Signal;
import io.quantong.identity.Identities;
import io.quantong.identity.Member;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.kernel.WorkList;
import io.quantong.operation.SelfChecks;
import io.quantong.order.OrderState;
import io.quantong.order.Orders;
import io.quantong.payout.PaymentBatch;
import io.quantong.payout.PaymentItem;
import io.quantong.payout.Payouts;
import io.quantong.provider.ProviderState;
import io.quantong.provider.Providers;
import io.quantong.publicnotice.Notices;
import io.quantong.publicnotice.Objection;
import io.quantong.voucher.LotState;
import io.quantong.voucher.Vouchers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The demo's history, small: it was lived without a fault and leaves work for everybody. */
@IntegrationTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(properties = "quantong.demo.size=small")
class DemoHistoryTest {

  @Autowired DemoHistory history;
  @Autowired SelfChecks checks;
  @Autowired EventLog log;
  @Autowired Identities identities;
  @Autowired Vouchers vouchers;
  @Autowired Orders orders;
  @Autowired Claims claims;
  @Autowired Notices notices;
  @Autowired Payouts payouts;
  @Autowired Providers providers;
  @Autowired List<WorkList> workLists;
  @Autowired Clock clock;

  @Test
  void the_self_check_is_green() {
    assertThat(checks.now().rows()).allMatch(row -> row.finding().holds());
  }

  @Test
  void nothing_in_it_was_refused_or_broke_off() {
    DomainEvent end = log.history("demo", "history").getLast();
    assertThat(end.facts()).contains(Map.entry("refusals", "0"), Map.entry("faults", "0"));
  }

  @Test
  void it_is_lived_once() {
    int before = log.history("demo", "history").size();
    history.liveOnce();
    assertThat(log.history("demo", "history")).hasSize(before);
  }

  @Test
  void it_ends_today() {
    assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.now(Clock.system(clock.getZone())));
  }

  @Test
  void orders_went_every_way() {
    Map<OrderState, Orders.Tally> counts =
        orders.list(city(), new Orders.Filter(Orders.Side.OFFICIAL, Set.of(), 1, 1)).tally();
    assertThat(counts)
        .containsKeys(
            OrderState.PLACED,
            OrderState.ACCEPTED,
            OrderState.IN_SERVICE,
            OrderState.DELIVERED,
            OrderState.COMPLETED,
            OrderState.CLOSED);
    assertThat(counts.values().stream().mapToLong(Orders.Tally::orders).sum()).isGreaterThan(30);
  }

  @ParameterizedTest
  @CsvSource({
    "f0013,          order.work",
    "p03.manager,    order.work",
    "p03.tech1,      order.work",
    "p03.finance,    claim.work.submit",
    "330602.kj.handler, claim.work.review",
    "330602.kj.reviewer, claim.work.second",
    "330602.kj.head, publicnotice.work",
    "330602.cz.clerk, payout.work",
    "330602.cz.approver, payout.work",
    "330600.kj.officer, claim.work.escalated"
  })
  void work_waits_for_everybody(String login, String kind) {
    Actor actor = actor(login);
    assertThat(workLists.stream().flatMap(list -> list.waitingFor(actor).stream()))
        .anySatisfy(item -> assertThat(item.key()).startsWith(kind));
  }

  @Test
  void the_visitors_firm_has_vouchers_and_orders_at_every_step() {
    Actor firm = actor(Scenes.FIRM);
    Money free =
        vouchers.lots(firm, firm.organisationId()).stream()
            .filter(lot -> lot.state() == LotState.ACTIVE)
            .map(lot -> lot.parts().available())
            .reduce(Money.ZERO, Money::plus);
    assertThat(free).isGreaterThanOrEqualTo(Money.yuan(10_000));
    assertThat(
            orders.list(firm, new Orders.Filter(Orders.Side.BENEFICIARY, Set.of(), 1, 50)).tally())
        .containsKeys(
            OrderState.ACCEPTED, OrderState.IN_SERVICE, OrderState.DELIVERED, OrderState.CLOSED);
  }

  @Test
  void a_newcomer_has_signed_nothing() {
    assertThat(identities.hasSignedCommitment(actor(Scenes.NEWCOMER).organisationId())).isFalse();
  }

  @Test
  void claims_of_the_district_stand_at_different_days_of_their_clock() {
    Claims.Listing review = reviewOf(Scenes.DISTRICT, ClaimState.IN_REVIEW);
    assertThat(review.lines().stream().map(ClaimView.Line::workingDay).distinct())
        .hasSizeGreaterThanOrEqualTo(4)
        .anyMatch(day -> day >= 9);
    assertThat(review.lines().stream().map(ClaimView.Line::claim).map(Claim::risk))
        .contains(Signal.Level.HIGH);
    assertThat(review.lines()).anyMatch(line -> line.claim().proposal() != null);
    assertThat(reviewOf(Scenes.DISTRICT, ClaimState.AWAITING_PAPERS).lines()).isNotEmpty();
    assertThat(reviewOf(Scenes.DISTRICT, ClaimState.PAID).lines()).isNotEmpty();
  }

  @Test
  void notices_run_and_an_objection_is_open() {
    assertThat(notices.list(new Notices.Search(Scenes.DISTRICT, "", true), 1, 50).notices())
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(notices.objections(actor("330602.kj.head")))
        .anyMatch(objection -> objection.state() == Objection.State.OPEN);
  }

  @Test
  void money_waits_for_the_clerk_and_a_list_for_the_approver() {
    Payouts.Desk desk = payouts.desk(actor("330602.cz.clerk"));
    assertThat(desk.ready())
        .filteredOn(item -> item.state() == PaymentItem.State.CLEARED)
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(desk.batches())
        .anyMatch(batch -> batch.state() == PaymentBatch.State.SUBMITTED)
        .anyMatch(batch -> batch.state() == PaymentBatch.State.SETTLED);
  }

  @Test
  void an_admission_waits_for_the_bureau() {
    assertThat(
            providers
                .review(
                    actor("330602.kj.handler"),
                    new Providers.Filter(null, null, Set.of(ProviderState.UNDER_REVIEW), 1))
                .total())
        .isEqualTo(1);
  }

  @Test
  void a_lot_is_frozen() {
    assertThat(
            vouchers.issuedTotal(
                actor("330602.kj.handler"),
                new Vouchers.IssuedFilter(null, LotState.FROZEN, null, null)))
        .satisfies(total -> assertThat(total.count()).isEqualTo(1));
  }

  private Claims.Listing reviewOf(String district, ClaimState state) {
    return claims.list(
        city(),
        new Claims.Filter(Claims.Side.OFFICIAL, Claims.Queue.ALL, Set.of(state), district, 1, 100));
  }

  private Actor city() {
    return actor("330600.kj.officer");
  }

  private Actor actor(String login) {
    Member member = identities.memberships(login).getFirst();
    return Identities.actor(member);
  }
}
