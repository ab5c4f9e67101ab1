package io.quantong.portal;

import io.quantong.demo.Persona;
import io.quantong.demo.Personas;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Handlers that say nothing, something and everything about who may call. */
@TestConfiguration(proxyBeanMethods = false)
class SecurityHandlers {

  /** Accounts by persona, filled by tests. */
  static final Map<String, String> ACCOUNTS = new ConcurrentHashMap<>();

  @Bean
  Personas personas() {
    return () ->
        ACCOUNTS.entrySet().stream().map(one -> new Persona(one.getKey(), one.getValue())).toList();
  }

  @Bean
  AllowTest.Handlers handlers() {
    return new AllowTest.Handlers();
  }

  @Bean
  AllowTest.ClosedUnlessSaid closedUnlessSaid() {
    return new AllowTest.ClosedUnlessSaid();
  }
}
