package io.quantong.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/** What of a failed request is kept and where the person came from. */
final class Answers {

  private static final Set<String> NEVER_KEPT = Set.of("_csrf", "key", "password");
  private static final int LONGEST = 60_000;

  private Answers() {}

  /** True for callers that read JSON. */
  static boolean isApi(HttpServletRequest request) {
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = failed == null ? request.getRequestURI() : failed.toString();
    return path.startsWith("/api/");
  }

  /** Path and query of the page of ours that the browser came from; null when it does not say. */
  static @Nullable String back(HttpServletRequest request) {
    return isRead(request) ? null : referrer(request);
  }

  /** The page of ours that the browser came from, whatever it asked for. */
  static @Nullable String referrer(HttpServletRequest request) {
    String referer = request.getHeader(HttpHeaders.REFERER);
    if (referer == null) {
      return null;
    }
    try {
      URI page = URI.create(referer);
      String host =
          UriComponentsBuilder.fromUriString(request.getRequestURL().toString()).build().getHost();
      if (page.getHost() == null || !page.getHost().equalsIgnoreCase(host)) {
        return null;
      }
      String path = page.getRawPath().replaceFirst("^/+", "/");
      return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** True when nothing was to be changed. */
  static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  /** Everything typed but secrets and files, as long as it is of human size. */
  static Map<String, List<String>> typed(HttpServletRequest request) {
    HashMap<String, List<String>> typed = new HashMap<>();
    int length = 0;
    for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
      if (!NEVER_KEPT.contains(field.getKey())) {
        ArrayList<String> values = new ArrayList<>(List.of(field.getValue()));
        length += values.stream().mapToInt(String::length).sum();
        typed.put(field.getKey(), values);
      }
    }
    return length > LONGEST ? new HashMap<>() : typed;
  }
}
