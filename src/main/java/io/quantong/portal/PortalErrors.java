package io.quantong.portal;

import io.quantong.kernel.Allow;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside the handlers: the security chain and the drawing of pages. */
@Controller
class PortalErrors implements ErrorController {

  private final Failures failures;

  PortalErrors(Failures failures) {
    this.failures = failures;
  }

  @Allow(everyone = true)
  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    HttpStatus status = known == null ? HttpStatus.NOT_FOUND : known;
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    String incident =
        status.is5xxServerError() && cause instanceof Throwable bug
            ? FaultAdvice.report(bug, request)
            : null;
    return failures.failed(status, incident, request);
  }
}
