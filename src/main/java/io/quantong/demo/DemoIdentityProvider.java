package io.quantong.demo;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * A complete OpenID Connect provider in the same process, so that the demo logs in exactly as a
 * production does. Keys and secret are new at every start; production refuses to start with it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "quantong.demo.login", havingValue = "true")
class DemoIdentityProvider {

  private static final String CLIENT = "quantong";
  private static final String BASE = "/demo/id/";
  private static final String AUTHORIZE = BASE + "authorize";
  private static final String TOKEN = BASE + "token";
  private static final String KEYS = BASE + "keys";
  private static final String RETURN = "/login/oauth2/code/" + CLIENT;

  /** Known to the two ends in this process only. */
  private final String secret = UUID.randomUUID().toString();

  /** Its own place in the session, so that its login and that of the platform do not mix. */
  @Bean
  SecurityContextRepository demoLogins() {
    HttpSessionSecurityContextRepository logins = new HttpSessionSecurityContextRepository();
    logins.setSpringSecurityContextKey("DEMO_ID_CONTEXT");
    return logins;
  }

  @Bean
  @Order(1)
  SecurityFilterChain demoIdentityProviderChain(
      HttpSecurity http, SecurityContextRepository demoLogins) {
    http.oauth2AuthorizationServer(
        server -> {
          http.securityMatcher(server.getEndpointsMatcher());
          server.oidc(Customizer.withDefaults());
          server.authorizationEndpoint(
              endpoint ->
                  endpoint.authenticationProviders(
                      providers -> providers.forEach(DemoIdentityProvider::returnHere)));
        });
    return http.securityContext(context -> context.securityContextRepository(demoLogins))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(
                    (request, response, missing) -> response.sendRedirect("/login")))
        .build();
  }

  @Bean
  AuthorizationServerSettings demoIdentityProviderAddresses() {
    return AuthorizationServerSettings.builder()
        .authorizationEndpoint(AUTHORIZE)
        .tokenEndpoint(TOKEN)
        .jwkSetEndpoint(KEYS)
        .build();
  }

  @Bean
  RegisteredClientRepository demoIdentityProviderClients() {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId(CLIENT)
            .clientId(CLIENT)
            .clientSecret("{noop}" + secret)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://localhost" + RETURN)
            .scope(OidcScopes.OPENID)
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .build());
  }

  @Bean
  JWKSource<SecurityContext> demoIdentityProviderKeys() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    return new ImmutableJWKSet<>(
        new JWKSet(
            new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID(UUID.randomUUID().toString())
                .build()));
  }

  @Bean
  JwtDecoder demoIdentityProviderDecoder(JWKSource<SecurityContext> keys) {
    return NimbusJwtDecoder.withJwkSource(keys).build();
  }

  /** The platform's side; addresses behind the scenes need the port, which is known after start. */
  @Bean
  ClientRegistrationRepository demoIdentityProviderRegistration(Environment environment) {
    return id -> id.equals(CLIENT) ? registration(environment) : null;
  }

  private ClientRegistration registration(Environment environment) {
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    String self = "http://localhost:" + port;
    return ClientRegistration.withRegistrationId(CLIENT)
        .clientId(CLIENT)
        .clientSecret(secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("{baseUrl}" + RETURN)
        .scope(OidcScopes.OPENID)
        .authorizationUri(AUTHORIZE)
        .tokenUri(self + TOKEN)
        .jwkSetUri(self + KEYS)
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  private static void returnHere(Object provider) {
    if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
      codes.setAuthenticationValidator(DemoIdentityProvider::checkReturn);
    }
  }

  /** The demo runs under any host name, so the address to return to is that of the request. */
  private static void checkReturn(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
    String here = AuthorizationServerContextHolder.getContext().getIssuer();
    if (!(here + RETURN).equals(asked.getRedirectUri())) {
      throw new OAuth2AuthorizationCodeRequestAuthenticationException(
          new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST), null);
    }
  }
}
