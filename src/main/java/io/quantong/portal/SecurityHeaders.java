package io.quantong.portal;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** What browsers are told: nothing inline, nothing from elsewhere, no frames, no devices. */
@Component
class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'self'; "
          + "frame-src 'self'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'";

  private static final String DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  private final String policy;

  SecurityHeaders(@Value("${quantong.oidc.issuer-uri:}") String issuer) {
    this.policy = POLICY + origin(issuer);
  }

  @Override
  public void customize(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(devices -> devices.policy(DEVICES))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }

  /** The log-out form ends at the identity provider, which browsers count as a form's target. */
  private static String origin(String issuer) {
    try {
      URI address = new URI(issuer);
      return address.getHost() == null
          ? ""
          : " " + address.getScheme() + "://" + address.getAuthority();
    } catch (URISyntaxException notAnAddress) {
      return "";
    }
  }
}
