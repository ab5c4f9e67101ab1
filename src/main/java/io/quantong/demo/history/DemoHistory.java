package io.quantong.demo.history;

import io.quantong.operation.FirstFilling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * At the first start of the demo, before the first page is served, lives through the history of the
 * invented city. All or nothing: a start that was broken off is begun anew.
 */
@Component
@Profile("demo")
class DemoHistory implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DemoHistory.class);

  /** Well before the web server, which starts almost last. */
  private static final int BEFORE_THE_DOORS_OPEN = 0;

  private final Platform platform;
  private final Chronicle chronicle;
  private final FirstFilling filling;
  private final Size size;
  private volatile boolean running;

  DemoHistory(
      Platform platform,
      Chronicle chronicle,
      FirstFilling filling,
      @Value("${quantong.demo.size:full}") String size) {
    this.platform = platform;
    this.chronicle = chronicle;
    this.filling = filling;
    this.size = Size.of(size);
  }

  @Override
  public void start() {
    running = true;
    liveOnce();
  }

  /** Lives through the history unless that was done before. */
  void liveOnce() {
    if (size == Size.NONE || chronicle.finished()) {
      return;
    }
    if (chronicle.begun()) {
      throw new IllegalStateException(
          "The demo's history was broken off in a database of your own; empty it and start again");
    }
    log.info("First start: inventing a city and living through {} days of it.", size.days());
    filling.run(
        () -> {
          chronicle.begin();
          chronicle.finish(new Life(platform, size).live());
        });
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_THE_DOORS_OPEN;
  }
}
