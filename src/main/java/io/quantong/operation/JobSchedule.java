package io.quantong.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for daily work every minute; one node of many does it. */
@Configuration(proxyBeanMethods = false)
class JobSchedule {

  @Bean
  RecurringTask<Void> dailyWork(DailyJobs jobs) {
    return Tasks.recurring("daily-work", FixedDelay.of(Duration.ofMinutes(1)))
        .execute((instance, context) -> jobs.catchUp());
  }
}
