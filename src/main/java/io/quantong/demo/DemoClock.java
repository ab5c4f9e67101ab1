package io.quantong.demo;

import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.operation.TimeMachine;
import io.quantong.portal.PlatformDay;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** The platform's day as visitors of the demo move it: forward only, with the work of every day. */
@Service
@Profile("demo")
public class DemoClock implements PlatformDay {

  /** The most days of one move. */
  public static final int MOST_DAYS = 92;

  private static final int NOTICES_LOOKED_AT = 500;

  private final TimeMachine machine;
  private final Notices notices;
  private final Clock clock;

  DemoClock(TimeMachine machine, Notices notices, Clock clock) {
    this.machine = machine;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  @Override
  public String href() {
    return "/demo/clock";
  }

  /** The day after the first running notice ends; empty when none runs. */
  public Optional<LocalDate> afterNextNotice() {
    Notices.Search running = new Notices.Search("", "", true);
    return notices.list(running, 1, NOTICES_LOOKED_AT).notices().stream()
        .map(Notice::lastDay)
        .filter(last -> !last.isBefore(today()))
        .min(LocalDate::compareTo)
        .map(last -> last.plusDays(1));
  }

  /**
   * Moves forward, doing the daily work of every day passed.
   *
   * @param from the day on the screen at the click; when it has moved since, nothing happens
   * @param days from 1 to {@link #MOST_DAYS}
   * @throws Refused when the number of days is not allowed
   */
  public synchronized void forward(LocalDate from, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new Refused(new DaysRefused());
    }
    if (from.equals(today())) {
      machine.forward(days);
    }
  }

  /** What the daily work did after one day and up to today. */
  public List<TimeMachine.Work> workSince(LocalDate after) {
    return machine.work(after, today());
  }

  private record DaysRefused() implements Refusal {
    @Override
    public String code() {
      return "demo.refusal.DAYS";
    }

    @Override
    public List<Object> arguments() {
      return List.of(MOST_DAYS);
    }

    @Override
    public String field() {
      return "days";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
