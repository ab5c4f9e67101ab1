package io.quantong.operation;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for everything that asks the time; days are days of Asia/Shanghai (product 6). */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  @ConditionalOnProperty(
      name = "quantong.time-machine",
      havingValue = "false",
      matchIfMissing = true)
  Clock clock() {
    return Clock.system(MovableClock.ZONE);
  }

  @Bean
  @ConditionalOnProperty(name = "quantong.time-machine", havingValue = "true")
  MovableClock movableClock(ClockRepository stored) {
    return new MovableClock(Duration.ofSeconds(stored.offsetSeconds()));
  }
}
