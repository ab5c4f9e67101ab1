package io.quantong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.kernel.DailyJob;
import io.quantong.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The work of every platform day is done once, in order, whatever fails or crashes (M14). */
@LedgerTest
@Clause("M14")
class DailyJobsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired JobRepository runs;
  @Autowired ClockRepository stored;

  private final Recorder recorder = new Recorder("test.job-" + Ids.next());

  @AfterEach
  void the_platform_goes_on_in_the_present() {
    stored.storeOffset(0);
  }

  @Test
  void a_day_is_done_once_however_often_it_is_looked_for() {
    DailyJobs jobs = on(MONDAY, recorder);
    jobs.catchUp();
    jobs.catchUp();
    on(MONDAY, recorder).catchUp();
    assertThat(recorder.days).containsExactly(MONDAY);
    assertThat(jobs.missing(MONDAY)).isZero();
  }

  @Test
  void days_missed_are_caught_up_in_order() {
    on(MONDAY, recorder).catchUp();
    assertThat(on(MONDAY.plusDays(3), recorder).missing(MONDAY.plusDays(3))).isEqualTo(1);
    on(MONDAY.plusDays(3), recorder).catchUp();
    assertThat(recorder.days)
        .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3));
  }

  @Test
  void a_job_that_fails_stops_no_other_and_is_tried_again_even_on_a_later_day() {
    Recorder other = new Recorder("test.other-" + Ids.next());
    recorder.failing.add(MONDAY);
    on(MONDAY, recorder, other).catchUp();
    assertThat(other.days).containsExactly(MONDAY);
    DailyJobs tuesday = on(MONDAY.plusDays(1), recorder, other);
    tuesday.catchUp();
    assertThat(recorder.days).containsExactly(MONDAY.plusDays(1));
    assertThat(tuesday.missing(MONDAY.plusDays(1))).as("Monday is owed").isEqualTo(1);
    recorder.failing.clear();
    on(MONDAY.plusDays(2), recorder, other).catchUp();
    assertThat(recorder.days).containsExactly(MONDAY.plusDays(1), MONDAY, MONDAY.plusDays(2));
    assertThat(other.days).containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
    assertThat(on(MONDAY.plusDays(2), recorder, other).missing(MONDAY.plusDays(2))).isZero();
  }

  @Test
  void a_run_that_crashed_is_taken_over_after_a_while_and_not_before() {
    Instant noon = noon(MONDAY);
    assertThat(runs.claim(recorder.name(), MONDAY, noon, noon.minus(Duration.ofMinutes(10))))
        .isTrue();
    at(noon.plus(Duration.ofMinutes(9)), recorder).catchUp();
    assertThat(recorder.days).isEmpty();
    at(noon.plus(Duration.ofMinutes(11)), recorder).catchUp();
    assertThat(recorder.days).containsExactly(MONDAY);
  }

  @Test
  void of_nodes_that_look_at_once_one_does_the_work() throws Exception {
    int nodes = 6;
    CountDownLatch go = new CountDownLatch(1);
    List<Future<LocalDate>> looks = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < nodes; i++) {
        DailyJobs node = on(MONDAY, recorder);
        looks.add(
            crowd.submit(
                () -> {
                  go.await();
                  node.catchUp();
                  return MONDAY;
                }));
      }
      go.countDown();
    }
    for (Future<LocalDate> look : looks) {
      assertThat(look.get()).isEqualTo(MONDAY);
    }
    assertThat(recorder.days).containsExactly(MONDAY);
  }

  @Test
  void jobs_of_a_day_run_in_their_order() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    String tag = Ids.next().toString();
    on(
            MONDAY,
            new Ordered("b" + tag, 50, order),
            new Ordered("a" + tag, 50, order),
            new Ordered("z" + tag, 10, order))
        .catchUp();
    assertThat(order).containsExactly("z" + tag, "a" + tag, "b" + tag);
  }

  @Test
  void the_time_machine_works_through_every_day_it_passes() {
    MovableClock clock = new MovableClock(Duration.ZERO);
    LocalDate today = LocalDate.now(clock);
    DailyJobs jobs = new DailyJobs(List.of(recorder), runs, clock);
    TimeMachine machine = new TimeMachine(clock, stored, jobs, runs);
    jobs.catchUp();
    assertThat(machine.forward(5)).isEqualTo(today.plusDays(5));
    assertThat(recorder.days).hasSize(6).startsWith(today).isSorted().endsWith(today.plusDays(5));
    assertThat(Duration.ofSeconds(stored.offsetSeconds()))
        .isCloseTo(Duration.ofDays(5), Duration.ofSeconds(5));
  }

  private DailyJobs on(LocalDate day, DailyJob... jobs) {
    return at(noon(day), jobs);
  }

  private DailyJobs at(Instant now, DailyJob... jobs) {
    return new DailyJobs(List.of(jobs), runs, Clock.fixed(now, MovableClock.ZONE));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(MovableClock.ZONE).toInstant();
  }

  private record Ordered(String name, int order, List<String> ran) implements DailyJob {
    @Override
    public int run(LocalDate day) {
      ran.add(name);
      return 1;
    }
  }

  private static final class Recorder implements DailyJob {
    private final String name;
    private final List<LocalDate> days = Collections.synchronizedList(new ArrayList<>());
    private final Set<LocalDate> failing = new HashSet<>();

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int run(LocalDate day) {
      if (failing.contains(day)) {
        throw new IllegalStateException("planted");
      }
      days.add(day);
      return 1;
    }
  }
}
