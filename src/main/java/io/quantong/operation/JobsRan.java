package io.quantong.operation;

import io.quantong.kernel.SelfCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** States that the daily work is done; a quarter of an hour into a day it must have been. */
@Component
class JobsRan implements SelfCheck {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final DailyJobs jobs;
  private final Clock clock;

  JobsRan(DailyJobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public String statement() {
    return "selfcheck.operation.jobs_ran";
  }

  @Override
  public Finding check() {
    LocalDate due = LocalDate.ofInstant(clock.instant().minus(PATIENCE), clock.getZone());
    return Finding.none(jobs.missing(due));
  }
}
