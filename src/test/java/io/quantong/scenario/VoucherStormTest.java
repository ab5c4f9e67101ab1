package io.quantong.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.IntegrationTest;
import io.quantong.budget.Budgets;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.SelfCheck;
import io.quantong.operation.TimeMachine;
import io.quantong.voucher.Hold;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Vouchers;
import io.quantong.voucher.Vouchers.Cause;
import io.quantong.voucher.Vouchers.Decision;
import io.quantong.voucher.Vouchers.Earlier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Many threads do everything to the same few lots and orders at once, while days pass. Whatever the
 * interleaving: nothing fails but by refusal, what the calls reported adds up to what is stored,
 * and the books balance.
 */
@IntegrationTest
@TestPropertySource(properties = "quantong.test.world=model")
class VoucherStormTest {

  private static final int THREADS = 8;
  private static final int STEPS = 60;
  private static final int ORDERS = 40;

  @Autowired private Vouchers vouchers;
  @Autowired private Budgets budgets;
  @Autowired private Identities identities;
  @Autowired private TimeMachine timeMachine;
  @Autowired private Clock clock;
  @Autowired private List<SelfCheck> checks;

  private final List<UUID> orders = IntStream.range(0, ORDERS).mapToObj(i -> uuid()).toList();
  private final Map<UUID, Long> held = new ConcurrentHashMap<>();
  private final Map<UUID, Long> released = new ConcurrentHashMap<>();
  private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
  private List<Actor> firms = List.of();

  @Test
  void what_the_calls_reported_adds_up_to_what_is_stored() throws InterruptedException {
    People people = People.of(identities);
    firms = List.of(people.firm(People.YUECHENG), people.firm(People.YUECHENG));
    Actor head = people.head(People.YUECHENG);
    budgets.appropriate(
        people.clerk(People.YUECHENG),
        new Budgets.Appropriation(
            People.YUECHENG, LocalDate.now(clock).getYear(), Money.yuan(500_000), "T-2"),
        RequestKey.fresh());
    storm(head);
    assertThat(faults).isEmpty();
    assertThat(held).isNotEmpty();
    for (UUID order : orders) {
      List<Hold> stored =
          firms.stream()
              .flatMap(firm -> vouchers.holds(firm).stream())
              .filter(hold -> hold.orderId().equals(order))
              .toList();
      assertThat(stored.stream().mapToLong(hold -> hold.amount().fen()).sum())
          .as("held for %s", order)
          .isEqualTo(held.getOrDefault(order, 0L));
      assertThat(stored.stream().mapToLong(hold -> hold.released().fen()).sum())
          .as("released of %s", order)
          .isEqualTo(released.getOrDefault(order, 0L));
      assertThat(vouchers.captured(order).stream().mapToLong(share -> share.amount().fen()).sum())
          .as("owed for %s", order)
          .isEqualTo(stored.stream().mapToLong(hold -> hold.kept().fen()).sum());
    }
    checks.stream()
        .filter(check -> check.statement().matches("selfcheck\\.(voucher|budget)\\..*"))
        .forEach(check -> assertThat(check.check().holds()).as(check.statement()).isTrue());
  }

  private void storm(Actor head) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(THREADS);
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(i);
        boolean keeper = i == 0;
        var _ =
            pool.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  for (int step = 0; step < STEPS; step++) {
                    int now = step;
                    attempt(
                        () -> {
                          if (keeper && now % 12 == 11) {
                            timeMachine.forward(35);
                          } else {
                            act(random, head);
                          }
                        });
                  }
                  return null;
                });
      }
      pool.shutdown();
      assertThat(pool.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
    }
  }

  private void act(Random random, Actor head) {
    Actor firm = firms.get(random.nextInt(firms.size()));
    UUID order = orders.get(random.nextInt(ORDERS));
    switch (random.nextInt(8)) {
      case 0, 1 ->
          vouchers.apply(
              firm,
              new Vouchers.ApplicationRequest(Money.ofFen(1 + random.nextInt(1_000_000)), ""),
              RequestKey.fresh());
      case 2, 3, 4 -> hold(firm, order, Money.ofFen(1 + random.nextInt(300_000)));
      case 5 -> vouchers.capture(Actor.system(), order);
      case 6 -> {
        Money back = vouchers.release(Actor.system(), order, Cause.values()[random.nextInt(3)]);
        released.merge(order, back.fen(), Long::sum);
      }
      default -> decide(random, head, firm, order);
    }
  }

  private void hold(Actor firm, UUID order, Money price) {
    UUID owner = firm.organisationId();
    Money expected = vouchers.quote(owner, price, Earlier.NOTHING).deduction();
    vouchers.hold(
        firm, new Vouchers.HoldRequest(order, "storm", owner, price, Earlier.NOTHING, expected));
    held.merge(order, expected.fen(), Long::sum);
  }

  private void decide(Random random, Actor head, Actor firm, UUID order) {
    List<Lot> lots = vouchers.lots(firm, firm.organisationId());
    if (lots.isEmpty()) {
      return;
    }
    Decision decision = new Decision(lots.get(random.nextInt(lots.size())).id(), "随机测试");
    switch (random.nextInt(5)) {
      case 0 -> vouchers.freeze(head, decision, RequestKey.fresh());
      case 1 -> vouchers.unfreeze(head, decision, RequestKey.fresh());
      case 2 -> vouchers.revoke(head, decision, RequestKey.fresh());
      default -> vouchers.reverse(Actor.system(), order, Money.ofFen(random.nextInt(50_000)));
    }
  }

  private void attempt(Runnable act) {
    try {
      act.run();
    } catch (Refused expected) {
      // A clear no is an answer.
    } catch (RuntimeException fault) {
      faults.add(fault);
    }
  }

  private static UUID uuid() {
    return UUID.randomUUID();
  }
}
