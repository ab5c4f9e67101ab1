package io.quantong.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.Rush;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.voucher.VoucherRefusal.Reason;
import io.quantong.voucher.Vouchers.ApplicationRequest;
import io.quantong.voucher.Vouchers.Earlier;
import io.quantong.voucher.Vouchers.HoldRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once: exactly the right number win, the others get a clear refusal. */
@LedgerTest
class RushTest {

  /** A district no other test of this world spends money of. */
  private static final String XINCHANG = "330624";

  private static final String ZHUJI = "330681";
  private static final Money THOUSAND = Money.yuan(1_000);

  @Autowired private Vouchers vouchers;
  @Autowired private Purse purse;

  @AfterEach
  void money_adds_up() {
    purse.assertBalanced();
  }

  @Test
  @Clause("M2")
  void of_50_checkouts_at_once_on_one_lot_exactly_those_it_can_pay_win() throws Exception {
    Actor firm = purse.people().firm(People.YUECHENG);
    Lot lot = purse.lot(firm, Money.parse("7500.00"));
    Rush rush =
        Rush.of(
            50,
            number ->
                vouchers.hold(
                    firm,
                    new HoldRequest(
                        UUID.randomUUID(),
                        "DD-1",
                        firm.organisationId(),
                        THOUSAND,
                        Earlier.NOTHING,
                        THOUSAND)));
    assertThat(rush.won()).isEqualTo(7);
    assertThat(rush.refusals()).hasSize(43).containsOnly("voucher.refusal.QUOTE_CHANGED");
    Lot after = purse.lot(firm, lot.id());
    assertThat(after.parts().held()).isEqualTo(Money.yuan(7_000));
    assertThat(after.parts().available()).isEqualTo(Money.yuan(500));
  }

  @Test
  @Clause("M1")
  void of_200_applications_at_once_exactly_those_the_budget_bears_win() throws Exception {
    List<Actor> firms = firms(200);
    purse.appropriate(XINCHANG, Money.yuan(50_500));
    Rush rush =
        Rush.of(
            firms.size(),
            number ->
                vouchers.apply(
                    firms.get(number),
                    new ApplicationRequest(THOUSAND, "rush"),
                    RequestKey.fresh()));
    assertThat(rush.won()).isEqualTo(50);
    assertThat(rush.refusals()).hasSize(150).containsOnly("voucher.refusal.BUDGET_EXHAUSTED");
    assertThat(purse.budget(XINCHANG)).isEqualTo(Money.yuan(500));
    long lots = firms.stream().filter(firm -> !mine(firm).isEmpty()).count();
    long kept =
        firms.stream()
            .flatMap(firm -> vouchers.applications(firm).stream())
            .filter(one -> !one.issued())
            .filter(one -> one.reasons().getFirst().reason() == Reason.BUDGET_EXHAUSTED)
            .count();
    assertThat(lots).isEqualTo(50);
    assertThat(kept).as("a refusal is kept").isEqualTo(150);
  }

  @Test
  @Clause("M1")
  void one_firm_never_gets_past_its_caps_by_asking_many_times_at_once() throws Exception {
    Actor firm = purse.people().firm(ZHUJI);
    purse.appropriate(ZHUJI, Money.yuan(400_000));
    Rush rush =
        Rush.of(
            20,
            number ->
                vouchers.apply(
                    firm, new ApplicationRequest(Money.yuan(20_000), "rush"), RequestKey.fresh()));
    assertThat(rush.won()).isEqualTo(2);
    assertThat(rush.refusals()).hasSize(18).containsOnly("voucher.refusal.HELD_UNUSED");
    assertThat(mine(firm)).hasSize(2);
  }

  @Test
  @Clause("M1")
  void the_same_click_sent_20_times_at_once_issues_one_lot() throws Exception {
    Actor firm = purse.people().firm(ZHUJI);
    purse.appropriate(ZHUJI, Money.yuan(20_000));
    RequestKey key = RequestKey.fresh();
    Rush rush =
        Rush.of(20, number -> vouchers.apply(firm, new ApplicationRequest(THOUSAND, "rush"), key));
    assertThat(rush.won()).isEqualTo(20);
    assertThat(mine(firm)).hasSize(1);
  }

  @Test
  @Clause("M2")
  void capture_and_release_of_one_order_at_once_do_one_of_both() throws Exception {
    for (int round = 0; round < 10; round++) {
      Actor firm = purse.people().firm(People.YUECHENG);
      Lot lot = purse.lot(firm, THOUSAND);
      UUID order = purse.hold(firm, THOUSAND);
      Rush rush =
          Rush.of(
              8,
              number -> {
                if (number % 2 == 0) {
                  vouchers.capture(firm, order);
                } else {
                  vouchers.release(firm, order, Vouchers.Cause.BENEFICIARY);
                }
              });
      assertThat(rush.refusals()).isEmpty();
      Lot.Parts parts = purse.lot(firm, lot.id()).parts();
      assertThat(List.of(parts.used(), parts.available()))
          .containsExactlyInAnyOrder(THOUSAND, Money.ZERO);
    }
  }

  private List<Lot> mine(Actor firm) {
    return vouchers.lots(firm, firm.organisationId());
  }

  private List<Actor> firms(int count) {
    return IntStream.range(0, count).mapToObj(i -> purse.people().firm(XINCHANG)).toList();
  }
}
