package io.quantong.portal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Production does not start with anything of the demo, and says all that is wrong at once. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class ProductionGuard {

  private static final String DATABASE = "spring.datasource.url";

  /** Runs before the first bean is made, so that nothing was touched when it refuses. */
  @Bean
  static BeanFactoryPostProcessor refuseDemo(Environment environment) {
    return beans -> {
      List<String> wrong = wrong(environment);
      if (!wrong.isEmpty()) {
        throw new IllegalStateException(
            "profile 'production' refuses to start: " + String.join("; ", wrong));
      }
    };
  }

  /** All that keeps the settings from being those of a production. */
  static List<String> wrong(Environment environment) {
    List<String> wrong = new ArrayList<>();
    if (environment.acceptsProfiles(Profiles.of("demo"))
        || on(environment, "quantong.demo.login")) {
      wrong.add("demo identities are on (profile demo, quantong.demo.login)");
    }
    if (on(environment, "quantong.time-machine")) {
      wrong.add("the time machine is on (quantong.time-machine)");
    }
    String database = environment.getProperty(DATABASE, "");
    if (database.isBlank() || database.equals("embedded")) {
      wrong.add("the embedded database is no database of a production (" + DATABASE + ")");
    }
    String issuer = environment.getProperty("quantong.oidc.issuer-uri", "");
    if (!issuer.startsWith("https://")) {
      wrong.add("QUANTONG_OIDC_ISSUER_URI names no issuer with https");
    }
    if (environment.getProperty("quantong.oidc.client-id", "").isBlank()) {
      wrong.add("QUANTONG_OIDC_CLIENT_ID is missing");
    }
    if (environment.getProperty("quantong.oidc.client-secret", "").isBlank()) {
      wrong.add("QUANTONG_OIDC_CLIENT_SECRET is missing");
    }
    if (!on(environment, "server.servlet.session.cookie.secure")) {
      wrong.add("the session cookie is not marked secure");
    }
    return wrong;
  }

  private static boolean on(Environment environment, String property) {
    return environment.getProperty(property, Boolean.class, false);
  }
}
