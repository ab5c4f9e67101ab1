package io.quantong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** A production names its issuer and learns the rest from it; here the bundled one plays it. */
@SecurityWorld
@Clause("M1")
class LoginProviderTest {

  @LocalServerPort int port;

  @Test
  void the_issuer_tells_its_addresses_at_the_first_login() {
    ClientRegistration known =
        Objects.requireNonNull(
            provider("http://localhost:" + port).findByRegistrationId("quantong"));
    assertThat(known.getClientId()).isEqualTo("city");
    assertThat(known.getScopes()).contains("openid");
    assertThat(known.getProviderDetails().getAuthorizationUri()).endsWith("/demo/id/authorize");
    assertThat(known.getProviderDetails().getTokenUri()).endsWith("/demo/id/token");
    assertThat(known.getProviderDetails().getJwkSetUri()).endsWith("/demo/id/keys");
  }

  @Test
  void an_issuer_that_is_away_stops_a_login_and_not_the_start() {
    ClientRegistrationRepository away = provider("http://localhost:1");
    assertThatThrownBy(() -> away.findByRegistrationId("quantong"))
        .isInstanceOf(RuntimeException.class);
  }

  private static ClientRegistrationRepository provider(String issuer) {
    return new LoginProvider()
        .issuer(
            new MockEnvironment()
                .withProperty("quantong.oidc.issuer-uri", issuer)
                .withProperty("quantong.oidc.client-id", "city")
                .withProperty("quantong.oidc.client-secret", "s"));
  }
}
