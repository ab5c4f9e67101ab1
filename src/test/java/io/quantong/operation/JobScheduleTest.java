package io.quantong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.kernel.DailyJob;
import io.quantong.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The scheduler finds the daily work by itself; of two nodes one does it (M14). */
@LedgerTest
@Clause("M14")
class JobScheduleTest {

  @Autowired DataSource dataSource;
  @Autowired JobRepository runs;
  @Autowired Clock clock;
  @Autowired RecurringTask<Void> dailyWork;

  private final AtomicInteger worked = new AtomicInteger();
  private final CountDownLatch looked = new CountDownLatch(4);

  @Test
  void the_platform_looks_for_daily_work_every_minute() {
    assertThat(dailyWork.getName()).isEqualTo("daily-work");
    assertThat(dailyWork.getDefaultTaskInstance().getId()).isNotBlank();
  }

  @Test
  void two_nodes_do_the_work_of_a_day_once() throws Exception {
    String job = "test.scheduled-" + Ids.next();
    Scheduler one = node("one", job);
    Scheduler two = node("two", job);
    try {
      one.start();
      two.start();
      assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      one.stop();
      two.stop();
    }
    assertThat(worked).hasValue(1);
  }

  private Scheduler node(String name, String job) {
    DailyJobs jobs = new DailyJobs(List.of(counting(job)), runs, clock);
    RecurringTask<Void> task =
        Tasks.recurring("test-daily-work", FixedDelay.of(Duration.ofMillis(200)))
            .execute(
                (instance, context) -> {
                  jobs.catchUp();
                  looked.countDown();
                });
    return Scheduler.create(dataSource)
        .tableName("operation.scheduled_tasks")
        .schedulerName(() -> name)
        .pollingInterval(Duration.ofMillis(200))
        .shutdownMaxWait(Duration.ofSeconds(2))
        .threads(2)
        .startTasks(task)
        .build();
  }

  private DailyJob counting(String name) {
    return new DailyJob() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int run(LocalDate day) {
        return worked.incrementAndGet();
      }
    };
  }
}
