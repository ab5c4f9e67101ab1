package io.quantong.portal;

import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refusal.Kind;
import io.quantong.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns an expected no into a page or a problem document, for all modules. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

  private final Fmt fmt;
  private final Failures failures;

  RefusalAdvice(Fmt fmt, Failures failures) {
    this.fmt = fmt;
    this.failures = failures;
  }

  @ExceptionHandler
  Object refused(Refused refused, HttpServletRequest request) {
    ArrayList<Reason> reasons = new ArrayList<>();
    for (Refusal refusal : refused.refusals()) {
      reasons.add(new Reason(refusal.code(), fmt.refusal(refusal), refusal.field()));
    }
    return failures.refused(status(refused.refusals()), reasons, request);
  }

  /** What weighs most decides: a stranger learns nothing of what else is wrong. */
  private static HttpStatus status(List<Refusal> refusals) {
    List<Kind> kinds = refusals.stream().map(Refusal::kind).toList();
    return List.of(Kind.FORBIDDEN, Kind.MISSING, Kind.BUSY, Kind.CONFLICT, Kind.INVALID).stream()
        .filter(kinds::contains)
        .findFirst()
        .map(RefusalAdvice::status)
        .orElseThrow();
  }

  private static HttpStatus status(Kind kind) {
    return switch (kind) {
      case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case MISSING -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
