package io.quantong.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quantong.Logins;
import io.quantong.kernel.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Lets a test's browser come as any actor, without the way through the identity provider. */
@Component
@Order(0)
public class BrowserLogin extends OncePerRequestFilter {

  private static final String COOKIE = "TEST_ACTOR";
  private static final Map<String, Actor> KNOWN = new ConcurrentHashMap<>();

  /** From now on the pages of this browser context are asked for by the actor. */
  public static void as(Page page, Actor actor, String site) {
    String name = UUID.randomUUID().toString();
    KNOWN.put(name, actor);
    page.context().addCookies(List.of(new Cookie(COOKIE, name).setUrl(site)));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    jakarta.servlet.http.Cookie cookie = WebUtils.getCookie(request, COOKIE);
    Actor actor = cookie == null ? null : KNOWN.get(cookie.getValue());
    if (actor != null && !actor.isVisitor()) {
      request.setAttribute(Logins.ACTOR, actor);
      SecurityContextHolder.getContext().setAuthentication(token(actor));
    }
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static OAuth2AuthenticationToken token(Actor actor) {
    OidcIdToken id =
        new OidcIdToken(
            "test",
            Instant.now(),
            Instant.now().plusSeconds(3600),
            Map.of("sub", actor.personId().toString()));
    return new OAuth2AuthenticationToken(
        new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, id),
        AuthorityUtils.NO_AUTHORITIES,
        "quantong");
  }
}
