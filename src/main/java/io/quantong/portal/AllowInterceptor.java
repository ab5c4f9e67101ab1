package io.quantong.portal;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Actor.AccessRefusal;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Denies by default: a handler is open to those its {@link Allow} names and to nobody else. Files
 * of the front end, the error page and the description of the interface are open.
 */
@Component
class AllowInterceptor implements HandlerInterceptor {

  private static final String INTERFACE_DESCRIPTION = "org.springdoc.";

  private final ActorReader reader;
  private final LoginReturn returns;

  AllowInterceptor(ActorReader reader, LoginReturn returns) {
    this.reader = reader;
    this.returns = returns;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method) || open(method)) {
      return true;
    }
    Allow allow = allow(method);
    if (allow != null && allow.everyone()) {
      return true;
    }
    Actor actor = reader.actor(request);
    if (actor.isVisitor() && !ActorReader.loggedIn()) {
      returns.askForLogin(request, response);
      return false;
    }
    if (allow == null || actor.isVisitor() || !allowed(actor, allow)) {
      throw new Refused(AccessRefusal.ROLE);
    }
    return true;
  }

  private static boolean allowed(Actor actor, Allow allow) {
    return allow.value().length == 0 || actor.is(allow.value());
  }

  private static @Nullable Allow allow(HandlerMethod method) {
    Allow own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allow.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class);
  }

  private static boolean open(HandlerMethod method) {
    Class<?> type = method.getBeanType();
    return ErrorController.class.isAssignableFrom(type)
        || type.getName().startsWith(INTERFACE_DESCRIPTION);
  }
}
