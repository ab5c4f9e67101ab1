package io.quantong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Remembers the page someone asked for before the login, and gives it back after. Only paths of
 * this site are remembered, so nobody is sent elsewhere.
 */
@Component
public class LoginReturn {

  /** The page of the login. */
  public static final String LOGIN = "/login";

  private static final String ATTRIBUTE = "quantong.return";
  private static final String HOME = "/workbench";

  /** One slash, then nothing that a browser reads as a host, a control or a backslash. */
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

  /** True for a path of this site and for nothing else. */
  static boolean local(@Nullable String target) {
    return target != null && LOCAL.matcher(target).matches();
  }

  /** Remembers a page, when it is one of ours and no part of the login itself. */
  public void remember(HttpServletRequest request, @Nullable String target) {
    if (local(target) && !(LOGIN.equals(target) || "/logout".equals(target))) {
      request.getSession().setAttribute(ATTRIBUTE, target);
    }
  }

  /** The page to show after the login; forgotten once taken. */
  String take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object target = session == null ? null : session.getAttribute(ATTRIBUTE);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
    return target instanceof String path && local(path) ? path : HOME;
  }

  /** Sends a person to the login and a program away, with what is missing. */
  void askForLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getWriter().write("{\"title\":\"Unauthorized\",\"status\":401}");
      return;
    }
    remember(request, page(request));
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", LOGIN);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.sendRedirect(LOGIN);
  }

  /** The page on the screen: the one asked for, or the one whose form was sent. */
  private static @Nullable String page(HttpServletRequest request) {
    boolean partial = request.getHeader("HX-Request") != null;
    if ("GET".equals(request.getMethod()) && !partial) {
      String query = request.getQueryString();
      return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
    return ownPage(request, request.getHeader(partial ? "HX-Current-URL" : "Referer")).orElse(null);
  }

  private static Optional<String> ownPage(HttpServletRequest request, @Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    try {
      URI page = URI.create(address);
      boolean own = request.getServerName().equals(page.getHost());
      String query = page.getRawQuery();
      return own
          ? Optional.of(page.getRawPath() + (query == null ? "" : "?" + query))
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
