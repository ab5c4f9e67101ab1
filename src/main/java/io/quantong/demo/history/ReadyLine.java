package io.quantong.demo.history;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of a start: where to go. */
@Component
@Profile("demo")
class ReadyLine {

  private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);

  private final Environment environment;
  private final Clock clock;

  ReadyLine(Environment environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    String port = environment.getProperty("local.server.port", "8080");
    log.info(
        "Quantong is ready: http://127.0.0.1:{} (the platform's day is {})",
        port,
        LocalDate.now(clock));
  }
}
