package io.quantong.portal;

import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What form fields show; templates use it as {@code @form}. After a refusal every field carries
 * what was typed and its own reasons.
 */
@Component("form")
class Forms {

  static final String REFUSALS = "refusals";
  static final String TYPED = "typed";

  private static final String IDS = Forms.class.getName() + ".ids";

  /** A fresh key, so that a double click does the thing once. */
  public String key() {
    return RequestKey.fresh().value();
  }

  /** What was typed, else the value given, in the form an input takes. */
  public String value(String name, @Nullable Object given) {
    List<String> typed = typed().get(name);
    if (typed != null && !typed.isEmpty()) {
      return typed.getFirst();
    }
    return switch (given) {
      case null -> "";
      case Money amount -> amount.plain();
      case Instant moment -> String.valueOf(Fmt.local(moment)).substring(0, 16);
      default -> given.toString();
    };
  }

  /** Whether a box is ticked: as left by the person, else as given. */
  public boolean checked(String name, @Nullable Object given) {
    Map<String, List<String>> typed = typed();
    return typed.isEmpty() ? Boolean.TRUE.equals(given) : typed.containsKey(name);
  }

  /** The reasons that concern a field. */
  public List<Reason> reasons(String name) {
    return reasons().stream().filter(reason -> name.equals(reason.field())).toList();
  }

  /** All reasons why the last step was refused. */
  @SuppressWarnings("unchecked")
  public List<Reason> reasons() {
    return flash().get(REFUSALS) instanceof List<?> list ? (List<Reason>) list : List.of();
  }

  /** Whether what was typed came back with the reasons. */
  public boolean kept() {
    return !typed().isEmpty();
  }

  /** Key of the message that says what was done, or null. */
  public @Nullable Object done() {
    return flash().get("done");
  }

  /** An identifier for a field, unique on the page even when two forms ask for the same. */
  @SuppressWarnings("unchecked")
  public String id(String name) {
    HttpServletRequest request = request();
    Map<String, Integer> ids = (Map<String, Integer>) request.getAttribute(IDS);
    if (ids == null) {
      ids = new HashMap<>();
      request.setAttribute(IDS, ids);
    }
    int count = ids.merge(name, 1, Integer::sum);
    return link(name) + (count == 1 ? "" : "-" + count);
  }

  /** Where the first field of a name is. */
  public String link(String name) {
    return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> typed() {
    return flash().get(TYPED) instanceof Map<?, ?> map ? (Map<String, List<String>>) map : Map.of();
  }

  private static Map<String, ?> flash() {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request());
    return flash == null ? Map.of() : flash;
  }

  private static HttpServletRequest request() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }
}
