package io.quantong.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
  private final JobRepository runs;

  TimeMachine(MovableClock clock, ClockRepository stored, DailyJobs jobs, JobRepository runs) {
    this.clock = clock;
    this.stored = stored;
    this.jobs = jobs;
    this.runs = runs;
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

  /**
   * Moves forward to a moment, doing the daily work at the begin of every day passed.
   *
   * @param moment not before the platform's present
   */
  public void advanceTo(Instant moment) {
    LocalDate last = LocalDate.ofInstant(moment, clock.getZone());
    for (LocalDate day = LocalDate.now(clock).plusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      set(day.atStartOfDay(clock.getZone()).plusMinutes(1).toInstant());
      jobs.catchUp();
    }
    if (moment.isAfter(clock.instant())) {
      set(moment);
    }
  }

  /** What the daily work did after one day and up to another, busy jobs only, in order of days. */
  public List<Work> work(LocalDate after, LocalDate upTo) {
    return runs.between(after, upTo);
  }

  /**
   * What one job did on one day.
   *
   * @param day platform day
   * @param job its name; message {@code job.<name>} says what it does
   * @param moved documents it moved
   * @param failed true when it broke off and is tried again
   */
  public record Work(LocalDate day, String job, int moved, boolean failed) {}
}
