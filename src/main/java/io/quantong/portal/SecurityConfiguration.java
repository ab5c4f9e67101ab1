package io.quantong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The chain in front of everything. It knows who is there; who may do what is said by each handler
 * and enforced by {@link AllowInterceptor}, so the chain itself lets every address through.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** Name of the one identity provider in addresses and settings. */
  static final String PROVIDER = "quantong";

  @Bean
  SecurityFilterChain site(
      HttpSecurity http,
      SecurityHeaders headers,
      LoginReturn returns,
      LoginSuccess success,
      ObjectProvider<ClientRegistrationRepository> providers) {
    http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .headers(headers)
        // The page to come back to is kept by LoginReturn, for forms as well as for links.
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint(
                        (request, response, denied) -> returns.askForLogin(request, response))
                    .accessDeniedHandler(
                        (request, response, _) -> denied(request, response, returns)));
    ClientRegistrationRepository known = providers.getIfAvailable();
    if (known != null) {
      login(http, known, success);
    }
    return http.build();
  }

  private static void login(
      HttpSecurity http, ClientRegistrationRepository known, LoginSuccess success) {
    OidcClientInitiatedLogoutSuccessHandler farewell =
        new OidcClientInitiatedLogoutSuccessHandler(known);
    farewell.setPostLogoutRedirectUri("{baseUrl}/");
    http.oauth2Login(
            login ->
                login
                    .loginPage(LoginReturn.LOGIN)
                    .failureUrl(LoginReturn.LOGIN + "?failed")
                    .successHandler(success))
        .logout(logout -> logout.logoutSuccessHandler(farewell));
  }

  /** Tokens are not needed after the login; what little is kept lives and dies with the session. */
  @Bean
  OAuth2AuthorizedClientRepository authorizedClients() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  /** A form of a session that has ended leads to the login and back, not to an error. */
  private static void denied(
      HttpServletRequest request, HttpServletResponse response, LoginReturn returns)
      throws IOException {
    if (ActorReader.loggedIn()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      returns.askForLogin(request, response);
    }
  }
}
