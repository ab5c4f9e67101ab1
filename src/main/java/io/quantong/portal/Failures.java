package io.quantong.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/**
 * How a failure is answered: a problem document to programs; to people the page they came from with
 * all they typed, or a page that says the cause, what was kept and the next step.
 */
@Component
class Failures {

  private static final String RETRY_SECONDS = "5";

  private final MessageSource texts;

  Failures(MessageSource texts) {
    this.texts = texts;
  }

  /** Refused for reasons: back to the form when there is one. */
  Object refused(HttpStatus status, ArrayList<Reason> reasons, HttpServletRequest request) {
    if (Answers.isApi(request)) {
      return problem(status, reasons, null);
    }
    String back = Answers.back(request);
    boolean hidden = status == HttpStatus.FORBIDDEN || status == HttpStatus.NOT_FOUND;
    if (hidden || back == null) {
      return page(status, reasons, null);
    }
    FlashMap kept = RequestContextUtils.getOutputFlashMap(request);
    kept.put(Forms.REFUSALS, reasons);
    kept.put(Forms.TYPED, Answers.typed(request));
    return request.getHeader("HX-Request") == null ? seeOther(back) : leaveTo(back);
  }

  /** A file above the limit: the form comes back; what was typed is still in the browser. */
  Object tooLarge(HttpServletRequest request) {
    ArrayList<Reason> reasons = new ArrayList<>();
    reasons.add(new Reason("portal.refusal.TOO_LARGE", text("portal.failure.large.cause"), null));
    String back = Answers.referrer(request);
    if (Answers.isApi(request) || back == null) {
      return refused(HttpStatus.CONTENT_TOO_LARGE, reasons, request);
    }
    RequestContextUtils.getOutputFlashMap(request).put(Forms.REFUSALS, reasons);
    return request.getHeader("HX-Request") == null ? seeOther(back) : leaveTo(back);
  }

  /** Failed for one cause that has no field. */
  Object failed(HttpStatus status, @Nullable String incident, HttpServletRequest request) {
    return Answers.isApi(request)
        ? problem(status, List.of(), incident)
        : page(status, List.of(), incident);
  }

  /** A page of the given status. */
  ModelAndView page(HttpStatus status, List<Reason> reasons, @Nullable String incident) {
    ModelAndView page = new ModelAndView("portal/failure", status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE
        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        && now.getResponse() != null) {
      now.getResponse().setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    page.addObject("status", status.value());
    page.addObject("kind", kind(status));
    page.addObject("reasons", reasons);
    page.addObject("incident", incident);
    return page;
  }

  /** A problem document (RFC 9457) of the given status. */
  ResponseEntity<ProblemDetail> problem(
      HttpStatus status, List<Reason> reasons, @Nullable String incident) {
    String detail =
        reasons.isEmpty() ? text(kind(status) + ".cause") : reasons.getFirst().message();
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(text(kind(status) + ".title"));
    problem.setProperty("errors", reasons);
    if (incident != null) {
      problem.setProperty("incident", incident);
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.body(problem);
  }

  private static View seeOther(String page) {
    RedirectView redirect = new RedirectView(page);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    redirect.setExpandUriTemplateVariables(false);
    redirect.setExposeModelAttributes(false);
    return redirect;
  }

  /** A part of a page cannot show the whole page's reasons: htmx loads the page anew. */
  private static View leaveTo(String page) {
    return (model, request, response) -> {
      RequestContextUtils.saveOutputFlashMap(page, request, response);
      response.setHeader("HX-Redirect", page);
    };
  }

  /** Message prefix of a status: the page says title, cause, what was kept and next step. */
  private static String kind(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "portal.failure.login";
      case FORBIDDEN -> "portal.failure.forbidden";
      case NOT_FOUND, METHOD_NOT_ALLOWED -> "portal.failure.missing";
      case CONTENT_TOO_LARGE -> "portal.failure.large";
      case CONFLICT -> "portal.failure.conflict";
      case SERVICE_UNAVAILABLE -> "portal.failure.busy";
      default -> status.is4xxClientError() ? "portal.failure.invalid" : "portal.failure.bug";
    };
  }

  private String text(String key) {
    return texts.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
