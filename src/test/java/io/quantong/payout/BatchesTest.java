package io.quantong.payout;

import static io.quantong.payout.FinanceWorld.ids;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person makes, another approves, by person; each payment in one batch only (M4, M13). */
@LedgerTest
@Clause({"M4", "M13"})
class BatchesTest {

  private static final Money SUM = Money.yuan(3_000);

  private final String district = FinanceWorld.district();
  private final Actor clerk = person(Role.FINANCE_CLERK, district);
  private final Actor approver = person(Role.FINANCE_APPROVER, district);

  @Autowired FinanceWorld world;
  @Autowired Payouts payouts;

  @Test
  void a_batch_goes_from_maker_to_approver_to_bank() {
    PaymentItem one = world.cleared(district, SUM);
    PaymentItem two = world.cleared(district, Money.yuan(1_000));
    UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), ids(one, two));
    assertThat(state(batch)).isEqualTo(PaymentBatch.State.DRAFT);
    assertThat(payouts.batch(clerk, batch).batch().total()).isEqualTo(Money.yuan(4_000));
    payouts.submitBatch(clerk, RequestKey.fresh(), batch);
    payouts.approveBatch(approver, RequestKey.fresh(), batch);
    payouts.sendBatch(clerk, RequestKey.fresh(), batch);
    assertThat(state(batch)).isEqualTo(PaymentBatch.State.SENT);
    assertThat(world.now(one.claimId()).state()).isEqualTo(PaymentItem.State.SENT);
    assertThat(payouts.batch(clerk, batch).history())
        .extracting("event")
        .containsExactly("MAKE", "SUBMIT", "APPROVE", "SEND");
  }

  @Test
  void the_maker_does_not_approve_even_holding_both_roles() {
    Actor both =
        new Actor(
            Ids.next(),
            "双岗",
            Ids.next(),
            "财政局",
            district,
            Set.of(Role.FINANCE_CLERK, Role.FINANCE_APPROVER));
    UUID batch = payouts.makeBatch(both, RequestKey.fresh(), ids(world.cleared(district, SUM)));
    payouts.submitBatch(both, RequestKey.fresh(), batch);
    refused(() -> payouts.approveBatch(both, RequestKey.fresh(), batch), "MAKER_APPROVES");
    refused(() -> payouts.sendBackBatch(both, RequestKey.fresh(), batch, "x"), "MAKER_APPROVES");
  }

  @Test
  void who_handled_a_claim_neither_makes_nor_approves_nor_sends_its_payment() {
    PaymentItem byClerk = world.cleared(district, SUM, clerk.personId());
    refused(() -> payouts.makeBatch(clerk, RequestKey.fresh(), ids(byClerk)), "HANDLED_CLAIM");
    PaymentItem byApprover = world.cleared(district, SUM, approver.personId());
    UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), ids(byApprover));
    payouts.submitBatch(clerk, RequestKey.fresh(), batch);
    refused(() -> payouts.approveBatch(approver, RequestKey.fresh(), batch), "HANDLED_CLAIM");
    payouts.approveBatch(person(Role.FINANCE_APPROVER, district), RequestKey.fresh(), batch);
    refused(() -> payouts.sendBatch(approver, RequestKey.fresh(), batch), "HANDLED_CLAIM");
    payouts.sendBatch(clerk, RequestKey.fresh(), batch);
  }

  @Test
  void every_payment_that_may_not_enter_is_named() {
    PaymentItem running = world.entered(district, SUM);
    PaymentItem taken = world.cleared(district, SUM);
    payouts.makeBatch(clerk, RequestKey.fresh(), ids(taken));
    assertThatThrownBy(() -> payouts.makeBatch(clerk, RequestKey.fresh(), ids(running, taken)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .hasSize(2)
                    .allMatch(reason -> reason.code().endsWith("NOT_CLEARED")));
    refused(() -> payouts.makeBatch(clerk, RequestKey.fresh(), Set.of()), "EMPTY");
    refused(() -> payouts.makeBatch(clerk, RequestKey.fresh(), Set.of(Ids.next())), "UNKNOWN");
  }

  @Test
  void a_double_click_makes_one_batch_and_another_body_under_the_key_is_refused() {
    PaymentItem item = world.cleared(district, SUM);
    RequestKey key = RequestKey.fresh();
    UUID batch = payouts.makeBatch(clerk, key, ids(item));
    assertThat(payouts.makeBatch(clerk, key, ids(item))).isEqualTo(batch);
    PaymentItem other = world.cleared(district, SUM);
    refused(() -> payouts.makeBatch(clerk, key, ids(other)), "KEY_REUSED");
  }

  @Test
  void a_batch_given_back_returns_to_its_maker_and_needs_a_reason() {
    UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), ids(world.cleared(district, SUM)));
    payouts.submitBatch(clerk, RequestKey.fresh(), batch);
    refused(() -> payouts.sendBackBatch(approver, RequestKey.fresh(), batch, " "), "NO_REASON");
    payouts.sendBackBatch(approver, RequestKey.fresh(), batch, "缺一笔");
    assertThat(state(batch)).isEqualTo(PaymentBatch.State.DRAFT);
    Actor colleague = person(Role.FINANCE_CLERK, district);
    refused(() -> payouts.submitBatch(colleague, RequestKey.fresh(), batch), "NOT_MAKER");
    refused(() -> payouts.cancelBatch(colleague, RequestKey.fresh(), batch), "NOT_MAKER");
  }

  @Test
  void a_dissolved_batch_lets_its_payments_go() {
    PaymentItem item = world.cleared(district, SUM);
    UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), ids(item));
    payouts.cancelBatch(clerk, RequestKey.fresh(), batch);
    assertThat(world.now(item.claimId()).state()).isEqualTo(PaymentItem.State.CLEARED);
    payouts.makeBatch(clerk, RequestKey.fresh(), ids(item));
  }

  @Test
  void an_approved_batch_is_not_dissolved_once_sent() {
    UUID batch = world.sent(clerk, world.cleared(district, SUM));
    refused(() -> payouts.cancelBatch(clerk, RequestKey.fresh(), batch), "ILLEGAL_STEP");
  }

  @Test
  void of_clerks_who_take_the_same_payments_at_once_one_wins() throws Exception {
    PaymentItem one = world.cleared(district, SUM);
    PaymentItem two = world.cleared(district, SUM);
    int many = 8;
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Boolean>> tries = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        Callable<Boolean> take =
            () -> {
              go.await();
              return takes(ids(one, two));
            };
        tries.add(crowd.submit(take));
      }
      go.countDown();
    }
    int won = 0;
    for (Future<Boolean> attempt : tries) {
      won += attempt.get() ? 1 : 0;
    }
    assertThat(won).isEqualTo(1);
    assertThat(payouts.desk(clerk).batches()).hasSize(1);
  }

  @Test
  void another_district_neither_sees_nor_moves_a_batch() {
    PaymentItem item = world.cleared(district, SUM);
    UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), ids(item));
    String elsewhere = FinanceWorld.district();
    Actor stranger = person(Role.FINANCE_CLERK, elsewhere);
    Actor foreign = person(Role.FINANCE_APPROVER, elsewhere);
    RequestKey key = RequestKey.fresh();
    refused(() -> payouts.batch(stranger, batch), "UNKNOWN");
    refused(() -> payouts.makeBatch(stranger, key, ids(item)), "DISTRICT");
    refused(() -> payouts.submitBatch(stranger, key, batch), "DISTRICT");
    refused(() -> payouts.approveBatch(foreign, key, batch), "DISTRICT");
    refused(() -> payouts.sendBackBatch(foreign, key, batch, "x"), "DISTRICT");
    refused(() -> payouts.sendBatch(foreign, key, batch), "DISTRICT");
    refused(() -> payouts.cancelBatch(stranger, key, batch), "DISTRICT");
    refused(() -> payouts.paymentList(stranger, batch, List.of()), "DISTRICT");
    refused(() -> payouts.previewResult(stranger, batch, FinanceWorld.file("x")), "DISTRICT");
    refused(() -> payouts.keepResult(stranger, batch, "x", FinanceWorld.file("x")), "DISTRICT");
    refused(() -> payouts.commitResult(stranger, key, batch, FinanceWorld.file("x")), "DISTRICT");
    refused(() -> payouts.sampleResult(stranger, batch, false), "DISTRICT");
    assertThat(payouts.desk(stranger).ready()).isEmpty();
  }

  @Test
  void the_city_and_auditors_read_every_district_and_move_nothing() {
    PaymentItem item = world.cleared(district, SUM);
    UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), ids(item));
    for (Role role : List.of(Role.CITY_FINANCE, Role.AUDITOR)) {
      Actor reader = person(role, "330600");
      assertThat(payouts.batch(reader, batch).batch().id()).isEqualTo(batch);
      refused(() -> payouts.makeBatch(reader, RequestKey.fresh(), ids(item)), "ROLE");
      refused(() -> payouts.approveBatch(reader, RequestKey.fresh(), batch), "ROLE");
      refused(() -> payouts.paymentList(reader, batch, List.of()), "ROLE");
    }
    for (Role role : List.of(Role.BENEFICIARY, Role.PROVIDER_FINANCE, Role.DISTRICT_HEAD)) {
      refused(() -> payouts.desk(person(role, district)), "ROLE");
    }
  }

  @Test
  void the_list_for_the_bank_is_there_once_sent_and_every_fetch_is_recorded() {
    PaymentItem item = world.cleared(district, SUM);
    UUID draft = payouts.makeBatch(clerk, RequestKey.fresh(), ids(item));
    refused(() -> payouts.paymentList(clerk, draft, List.of("a")), "NOT_SENT");
    payouts.cancelBatch(clerk, RequestKey.fresh(), draft);
    UUID batch = world.sent(clerk, item);
    String list = payouts.paymentList(clerk, batch, List.of("序号"));
    assertThat(list).startsWith("\uFEFF").contains(item.claimNumber(), "3000.00");
    assertThat(list).contains("'6222021234567890123");
    assertThat(payouts.batch(clerk, batch).history().getLast().event()).isEqualTo("EXPORT");
  }

  private boolean takes(Set<UUID> items) {
    try {
      payouts.makeBatch(person(Role.FINANCE_CLERK, district), RequestKey.fresh(), items);
      return true;
    } catch (Refused refused) {
      assertThat(refused).hasMessageContaining("NOT_CLEARED");
      return false;
    }
  }

  private PaymentBatch.State state(UUID batch) {
    return payouts.batch(clerk, batch).batch().state();
  }

  private static void refused(ThrowingCallable step, String reason) {
    assertThatThrownBy(step).isInstanceOf(Refused.class).hasMessageContaining(reason);
  }
}
