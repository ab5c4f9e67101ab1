package io.quantong.operation;

import io.quantong.kernel.DailyJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs every daily job once for every platform day, in order, catching up on days missed. A job
 * that fails is tried again at the next call and never keeps the others from running.
 */
@Component
class DailyJobs {

  private static final Logger log = LoggerFactory.getLogger(DailyJobs.class);
  private static final Duration STALE = Duration.ofMinutes(10);

  private final List<DailyJob> jobs;
  private final JobRepository runs;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  DailyJobs(List<DailyJob> jobs, JobRepository runs, Clock clock) {
    this.jobs =
        jobs.stream()
            .sorted(Comparator.comparingInt(DailyJob::order).thenComparing(DailyJob::name))
            .toList();
    this.runs = runs;
    this.clock = clock;
  }

  /** Does all daily work due up to today. */
  void catchUp() {
    oneAtATime.lock();
    try {
      LocalDate today = LocalDate.now(clock);
      for (LocalDate day = firstDayDue(today); !day.isAfter(today); day = day.plusDays(1)) {
        for (DailyJob job : jobs) {
          runOnce(job, day);
        }
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  /** How many jobs have not finished their work of the day, or of an earlier one. */
  long missing(LocalDate day) {
    List<String> names = jobs.stream().map(DailyJob::name).toList();
    return names.size() - runs.countDone(names, day) + runs.countUndone(names, day);
  }

  private LocalDate firstDayDue(LocalDate today) {
    return jobs.stream()
        .map(job -> runs.lastDone(job.name()).map(day -> day.plusDays(1)).orElse(today))
        .min(Comparator.naturalOrder())
        .orElse(today);
  }

  private void runOnce(DailyJob job, LocalDate day) {
    Instant now = clock.instant();
    if (!runs.claim(job.name(), day, now, now.minus(STALE))) {
      return;
    }
    try {
      int moved = job.run(day);
      runs.done(job.name(), day, moved, clock.instant());
    } catch (RuntimeException e) {
      // A fault: recorded, retried at the next call, visible on the self-check page meanwhile.
      log.error("Daily job {} failed for {}", job.name(), day, e);
      runs.failed(job.name(), day, e.toString(), clock.instant());
    }
  }
}
