package io.quantong.portal;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * The identity provider named by {@code QUANTONG_OIDC_ISSUER_URI}, {@code …_CLIENT_ID} and {@code
 * …_CLIENT_SECRET}. It is asked for its addresses at the first login, not at the start: the public
 * pages do not wait for it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("quantong.oidc.issuer-uri")
class LoginProvider {

  @Bean
  ClientRegistrationRepository issuer(Environment settings) {
    return new SupplierClientRegistrationRepository(
        () ->
            new InMemoryClientRegistrationRepository(
                Map.of(SecurityConfiguration.PROVIDER, discover(settings))));
  }

  private static ClientRegistration discover(Environment settings) {
    return ClientRegistrations.fromIssuerLocation(
            settings.getRequiredProperty("quantong.oidc.issuer-uri"))
        .registrationId(SecurityConfiguration.PROVIDER)
        .clientId(settings.getRequiredProperty("quantong.oidc.client-id"))
        .clientSecret(settings.getRequiredProperty("quantong.oidc.client-secret"))
        .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
        .build();
  }
}
