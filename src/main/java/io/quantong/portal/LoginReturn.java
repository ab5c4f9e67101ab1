package io.quantong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
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

  private static final String PAGE = "quantong.return";
  private static final String FORM = "quantong.typed";
  private static final String HOME = "/workbench";

  /** One slash, then nothing that a browser reads as a host, a control or a backslash. */
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

  private static final Pattern OF_THE_LOGIN = Pattern.compile("/(login|logout)([/?].*)?");

  /** True for a path of this site and for nothing else. */
  static boolean local(@Nullable String target) {
    return target != null && LOCAL.matcher(target).matches();
  }

  /** Remembers a page, when it is one of ours and no part of the login itself. */
  public void remember(HttpServletRequest request, @Nullable String target) {
    if (target != null && local(target) && !OF_THE_LOGIN.matcher(target).matches()) {
      request.getSession().setAttribute(PAGE, target);
    }
  }

  /** The page to show after the login; forgotten once taken. */
  String take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object target = session == null ? null : session.getAttribute(PAGE);
    if (session != null) {
      session.removeAttribute(PAGE);
    }
    return target instanceof String path && local(path) ? path : HOME;
  }

  /** What was typed into the form whose session had ended; forgotten once taken. */
  Optional<HashMap<String, List<String>>> takeForm(HttpServletRequest request) {
    HttpSession session = request.getSession();
    Object typed = session.getAttribute(FORM);
    session.removeAttribute(FORM);
    return typed instanceof Form form ? Optional.of(form.typed()) : Optional.empty();
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
    if (!Answers.isRead(request)) {
      Form form = new Form(new HashMap<>(Answers.typed(request)));
      request.getSession().setAttribute(FORM, form);
    }
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
    return ownPage(request, request.getHeader(partial ? "HX-Current-URL" : "Referer"));
  }

  private static @Nullable String ownPage(HttpServletRequest request, @Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI page = new URI(address);
      String query = page.getRawQuery();
      return request.getServerName().equals(page.getHost())
          ? page.getRawPath() + (query == null ? "" : "?" + query)
          : null;
    } catch (URISyntaxException notAnAddress) {
      return null;
    }
  }

  private record Form(HashMap<String, List<String>> typed) implements Serializable {}
}
