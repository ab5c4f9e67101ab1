package io.quantong.portal;

import io.quantong.kernel.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The actor of the request that is being answered. */
final class Whoever {

  private Whoever() {}

  static Actor asks() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return login != null && login.getPrincipal() instanceof Actor actor ? actor : Actor.visitor();
  }
}
