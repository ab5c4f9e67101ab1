package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Many callers who start at the same moment. A refusal is an answer; anything else thrown is a
 * fault and fails the test.
 *
 * @param won how many got what they asked for
 * @param refusals the first code of each refusal
 */
public record Rush(int won, List<String> refusals) {

  private static final int PATIENCE = 120;

  /** Lets so many callers do the same at once, each with its number from zero. */
  public static Rush of(int callers, IntConsumer act) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(callers);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        int number = caller;
        answers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  go.await();
                  return answer(act, number);
                }));
      }
      assertThat(ready.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
      go.countDown();
      return collected(answers);
    }
  }

  private static String answer(IntConsumer act, int number) {
    try {
      act.accept(number);
      return "";
    } catch (Refused refused) {
      return refused.refusals().stream().map(Refusal::code).findFirst().orElseThrow();
    }
  }

  private static Rush collected(List<Future<String>> answers) throws InterruptedException {
    List<String> refusals = new ArrayList<>();
    int won = 0;
    for (Future<String> answer : answers) {
      try {
        String code = answer.get();
        if (code.isEmpty()) {
          won++;
        } else {
          refusals.add(code);
        }
      } catch (ExecutionException fault) {
        throw new AssertionError("a fault where an answer was due", fault.getCause());
      }
    }
    return new Rush(won, refusals);
  }
}
