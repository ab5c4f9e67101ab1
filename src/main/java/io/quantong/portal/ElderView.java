package io.quantong.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** 长者模式: larger letters and targets, chosen by {@code ?view=elder} and remembered. */
class ElderView implements HandlerInterceptor {

  static final String PARAMETER = "view";
  static final String ELDER = "elder";

  private static final String COOKIE = "QUANTONG_VIEW";
  private static final String CHOSEN = ElderView.class.getName();
  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String wanted = request.getParameter(PARAMETER);
    if (wanted != null && (wanted.equals(ELDER) || wanted.equals("normal"))) {
      request.setAttribute(CHOSEN, wanted);
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(COOKIE, wanted)
              .path("/")
              .maxAge(REMEMBERED)
              .httpOnly(true)
              .sameSite("Lax")
              .secure(request.isSecure())
              .build()
              .toString());
    }
    return true;
  }

  static boolean on(HttpServletRequest request) {
    Object chosen = request.getAttribute(CHOSEN);
    if (chosen != null) {
      return chosen.equals(ELDER);
    }
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie != null && cookie.getValue().equals(ELDER);
  }
}
