package io.quantong.demo;

import io.quantong.portal.PlatformDay;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows the demo's day on every page, with the way to the time machine. */
@Component
@Profile("demo")
class DemoDay implements PlatformDay {

  private final Clock clock;

  DemoDay(Clock clock) {
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
}
