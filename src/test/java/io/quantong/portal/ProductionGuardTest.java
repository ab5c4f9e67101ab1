package io.quantong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Application;
import io.quantong.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;

/** Nothing of the demo reaches a production. */
@Clause("M13")
class ProductionGuardTest {

  @Test
  void a_complete_setting_starts() {
    assertThat(ProductionGuard.wrong(complete())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "quantong.demo.login, true, demo identities",
    "quantong.time-machine, true, time machine",
    "spring.datasource.url, embedded, embedded database",
    "spring.datasource.url, '', embedded database",
    "quantong.oidc.issuer-uri, '', ISSUER",
    "quantong.oidc.issuer-uri, http://sso.example, https",
    "quantong.oidc.client-id, '', CLIENT_ID",
    "quantong.oidc.client-secret, '', CLIENT_SECRET",
    "server.servlet.session.cookie.secure, false, cookie"
  })
  void each_thing_wrong_is_named(String property, String value, String named) {
    MockEnvironment environment = complete().withProperty(property, value);
    assertThat(ProductionGuard.wrong(environment)).hasSize(1).first().asString().contains(named);
  }

  @Test
  void the_profile_of_the_demo_is_refused() {
    MockEnvironment environment = complete();
    environment.addActiveProfile("demo");
    assertThat(ProductionGuard.wrong(environment)).hasSize(1);
  }

  @Test
  void the_platform_itself_refuses_and_says_all_that_is_wrong() {
    SpringApplicationBuilder platform =
        new SpringApplicationBuilder(Application.class).profiles("production", "demo");
    assertThatThrownBy(() -> platform.run("--server.port=0", "--quantong.data=target/never"))
        .hasStackTraceContaining("refuses to start")
        .hasStackTraceContaining("demo identities")
        .hasStackTraceContaining("time machine")
        .hasStackTraceContaining("embedded database")
        .hasStackTraceContaining("QUANTONG_OIDC_ISSUER_URI");
    assertThat(java.nio.file.Path.of("target/never")).doesNotExist();
  }

  private static MockEnvironment complete() {
    return new MockEnvironment()
        .withProperty("spring.datasource.url", "jdbc:postgresql://db/quantong")
        .withProperty("quantong.oidc.issuer-uri", "https://sso.example")
        .withProperty("quantong.oidc.client-id", "quantong")
        .withProperty("quantong.oidc.client-secret", "s")
        .withProperty("server.servlet.session.cookie.secure", "true");
  }
}
