package io.quantong.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/**
 * Moves the platform's day in the demo and in tests. The bean does not exist elsewhere: production
 * refuses to start with {@code quantong.time-machine}.
 */
@Service
@ConditionalOnProperty(name = "quantong.time-machine", havingValue = "true")
public class TimeMachine {

  private final MovableClock clock;
  private final ClockRepository stored;
  private final DailyJobs jobs;

  TimeMachine(MovableClock clock, ClockRepository stored, DailyJobs jobs) {
    this.clock = clock;
    this.stored = stored;
    this.jobs = jobs;
  }

  /**
   * Sets the platform's time; it goes on from there. Time never runs back once documents exist, so
   * only the builder of the demo's history may go into the past, before it writes anything.
   */
  public void set(Instant instant) {
    Duration offset = Duration.between(Instant.now(), instant);
    stored.storeOffset(offset.toSeconds());
    clock.offset(Duration.ofSeconds(offset.toSeconds()));
  }

  /**
   * Moves forward by whole days, doing the daily work of every day passed.
   *
   * @param days from 1 to 400
   * @return the platform's new day
   */
  public LocalDate forward(int days) {
    if (days < 1 || days > 400) {
      throw new IllegalArgumentException("1 to 400 days, not " + days);
    }
    for (int i = 0; i < days; i++) {
      set(clock.instant().plus(Duration.ofDays(1)));
      jobs.catchUp();
    }
    return LocalDate.now(clock);
  }
}
