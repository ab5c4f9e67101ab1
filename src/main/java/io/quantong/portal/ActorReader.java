package io.quantong.portal;

import io.quantong.identity.Identities;
import io.quantong.identity.Member;
import io.quantong.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Who asks: the account from the login, the organisation from the session, the roles from the
 * database – once in every request, so that a role taken away counts at once (M13).
 */
@Component
public class ActorReader {

  /** Request attribute that holds the actor once it was read. */
  static final String ATTRIBUTE = ActorReader.class.getName();

  /** Request attribute that holds all memberships of the person, for the switch in the head. */
  static final String MEMBERSHIPS = ActorReader.class.getName() + ".memberships";

  private final Identities identities;

  ActorReader(Identities identities) {
    this.identities = identities;
  }

  /**
   * The actor of this request; a visitor when nobody is logged in or the account may do nothing.
   */
  public Actor actor(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Actor known) {
      return known;
    }
    Actor actor = read(request);
    request.setAttribute(ATTRIBUTE, actor);
    return actor;
  }

  /** True when somebody is logged in with an account that may do nothing here. */
  public boolean unknown(HttpServletRequest request) {
    return loggedIn() && actor(request).isVisitor();
  }

  /** True when somebody is logged in, whatever the account may do. */
  static boolean loggedIn() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return login != null && login.getPrincipal() instanceof OidcUser;
  }

  private Actor read(HttpServletRequest request) {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null || !(login.getPrincipal() instanceof OidcUser user)) {
      return Actor.visitor();
    }
    List<Member> memberships =
        identities.memberships(Objects.requireNonNull(user.getSubject(), "sub"));
    request.setAttribute(MEMBERSHIPS, memberships);
    HttpSession session = request.getSession(false);
    Object chosen = session == null ? null : session.getAttribute(Identities.CHOSEN_ORGANISATION);
    return memberships.stream()
        .filter(one -> one.organisation().id().equals(chosen))
        .findFirst()
        .or(() -> memberships.stream().findFirst())
        .map(Identities::actor)
        .orElseGet(Actor::visitor);
  }
}
