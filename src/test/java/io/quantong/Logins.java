package io.quantong;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import io.quantong.kernel.Actor;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Logs people in for {@code MockMvc}; every request carries a good CSRF token. */
public final class Logins {

  /** Request attribute under which the platform keeps the actor. */
  public static final String ACTOR = "io.quantong.portal.ActorReader";

  private Logins() {}

  /** The request comes from this actor, whatever the database says; a visitor is not logged in. */
  public static RequestPostProcessor as(Actor actor) {
    return request -> {
      csrf().postProcessRequest(request);
      if (actor.isVisitor()) {
        return request;
      }
      request.setAttribute(ACTOR, actor);
      return subject(actor.personId().toString()).postProcessRequest(request);
    };
  }

  /** The request comes from the owner of an account; roles are read from the database. */
  public static RequestPostProcessor subject(String subject) {
    return request -> {
      csrf().postProcessRequest(request);
      return oidcLogin().idToken(token -> token.subject(subject)).postProcessRequest(request);
    };
  }
}
