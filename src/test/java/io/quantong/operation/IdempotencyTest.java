package io.quantong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.payout.FinanceWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** One intended write happens once, across retries, double clicks and crashes (product 4). */
@LedgerTest
@Clause("M14")
class IdempotencyTest {

  private final Actor actor = FinanceWorld.person(Role.FINANCE_CLERK, "330602");
  private final RequestKey key = RequestKey.fresh();
  private final AtomicInteger done = new AtomicInteger();

  @Autowired Idempotency idempotency;
  @Autowired TransactionTemplate transaction;

  @Test
  void the_same_request_again_gets_the_first_answer_and_does_nothing() {
    assertThat(once(actor, key, "body")).isEqualTo("answer 1");
    assertThat(once(actor, key, "body")).isEqualTo("answer 1");
    assertThat(done).hasValue(1);
  }

  @Test
  void another_body_or_another_step_under_the_key_is_refused() {
    once(actor, key, "body");
    assertThatThrownBy(() -> once(actor, key, "other"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("KEY_REUSED");
    assertThatThrownBy(
            () ->
                transaction.execute(
                    status -> idempotency.once(actor, "test.other", key, "body", () -> "x")))
        .hasMessageContaining("KEY_REUSED");
  }

  @Test
  void keys_of_one_person_never_meet_those_of_another() {
    once(actor, key, "body");
    assertThat(once(FinanceWorld.person(Role.FINANCE_CLERK, "330602"), key, "other"))
        .isEqualTo("answer 2");
  }

  @Test
  void a_crash_between_work_and_answer_leaves_neither() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      idempotency.once(actor, "test.step", key, "body", this::work);
                      throw new IllegalStateException("the power went off");
                    }))
        .hasMessageContaining("power");
    assertThat(once(actor, key, "body")).isEqualTo("answer 2");
  }

  @Test
  void work_that_is_refused_may_be_asked_again_under_the_key() {
    assertThatThrownBy(
            () ->
                transaction.execute(
                    status ->
                        idempotency.once(
                            actor,
                            "test.step",
                            key,
                            "body",
                            () -> {
                              throw new Refused(RequestKey.KeyRefusal.MISSING_KEY);
                            })))
        .isInstanceOf(Refused.class);
    assertThat(once(actor, key, "body")).isEqualTo("answer 1");
  }

  @Test
  void of_fifty_at_once_one_works_and_all_hear_its_answer() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(12)) {
      for (int i = 0; i < 50; i++) {
        answers.add(
            crowd.submit(
                () -> {
                  go.await();
                  return once(actor, key, "body");
                }));
      }
      go.countDown();
    }
    for (Future<String> answer : answers) {
      assertThat(answer.get()).isEqualTo("answer 1");
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void a_key_stands_and_falls_with_the_transaction_of_its_work() {
    assertThatThrownBy(() -> idempotency.once(actor, "test.step", key, "body", this::work))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThat(done).hasValue(0);
  }

  private String once(Actor who, RequestKey under, Object body) {
    return String.valueOf(
        transaction.<String>execute(
            status -> idempotency.once(who, "test.step", under, body, this::work)));
  }

  private String work() {
    return "answer " + done.incrementAndGet();
  }
}
