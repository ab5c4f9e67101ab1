package io.quantong.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;

/** Answers everything that is no refusal: wrong input, too busy, and bugs. */
@ControllerAdvice
@Order(0)
class FaultAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(FaultAdvice.class);
  private static final int INCIDENT_LETTERS = 8;

  /** Class of the states of SQL in which what was given cannot be held or read. */
  private static final String DATA_EXCEPTION = "22";

  private final Failures failures;
  private final MessageSource texts;

  FaultAdvice(Failures failures, MessageSource texts) {
    this.failures = failures;
    this.texts = texts;
  }

  /** The security chain answers these itself. */
  @ExceptionHandler
  void access(AccessDeniedException denied) {
    throw denied;
  }

  /** The security chain answers these itself. */
  @ExceptionHandler
  void login(AuthenticationException missing) {
    throw missing;
  }

  /** The browser went away: nobody is there to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone) {
    LOG.debug("the browser went away", gone);
  }

  @ExceptionHandler
  Object invalid(BindException invalid, HttpServletRequest request) {
    ArrayList<Reason> reasons = new ArrayList<>();
    for (FieldError error : invalid.getFieldErrors()) {
      String message =
          error.isBindingFailure()
              ? text("portal.refusal.UNREADABLE", error.getField())
              : String.valueOf(error.getDefaultMessage());
      reasons.add(new Reason("portal.refusal.INVALID", message, error.getField()));
    }
    return failures.refused(HttpStatus.UNPROCESSABLE_CONTENT, reasons, request);
  }

  @ExceptionHandler
  Object mismatch(TypeMismatchException wrong, HttpServletRequest request) {
    String name = String.valueOf(wrong.getPropertyName());
    if (wrong instanceof MethodArgumentTypeMismatchException argument
        && variables(request).containsKey(argument.getName())) {
      return failures.failed(HttpStatus.NOT_FOUND, null, request);
    }
    return unusable("portal.refusal.UNREADABLE", name, request);
  }

  @ExceptionHandler
  Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
    return unusable("portal.refusal.MISSING", missing.getParameterName(), request);
  }

  @ExceptionHandler
  Object missing(MissingServletRequestPartException missing, HttpServletRequest request) {
    return unusable("portal.refusal.MISSING", missing.getRequestPartName(), request);
  }

  @ExceptionHandler
  Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
    return failures.failed(HttpStatus.BAD_REQUEST, null, request);
  }

  @ExceptionHandler
  Object tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
    return failures.tooLarge(request);
  }

  /** The security chain reads a form first and meets the large file before any handler does. */
  @ExceptionHandler
  Object unread(InvalidParameterException unread, HttpServletRequest request) {
    return unread.getCause() instanceof SizeException
        ? failures.tooLarge(request)
        : failures.failed(HttpStatus.BAD_REQUEST, null, request);
  }

  /** A value no column can hold, such as a NUL character or a day of the year 999999. */
  @ExceptionHandler
  Object unstorable(DataIntegrityViolationException wrong, HttpServletRequest request) {
    if (wrong.getMostSpecificCause() instanceof SQLException sql
        && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION)) {
      LOG.warn("unstorable: {} {}", request.getMethod(), request.getRequestURI(), sql);
      return failures.failed(HttpStatus.BAD_REQUEST, null, request);
    }
    return other(wrong, request);
  }

  /** A day so far away that no day comes after it. */
  @ExceptionHandler
  Object noDay(DateTimeException wrong, HttpServletRequest request) {
    if (Answers.isRead(request)) {
      LOG.warn("no day: {} {}", request.getMethod(), request.getRequestURI(), wrong);
      return failures.failed(HttpStatus.BAD_REQUEST, null, request);
    }
    return other(wrong, request);
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    TransactionTimedOutException.class,
    TransientDataAccessException.class,
    DataAccessResourceFailureException.class
  })
  Object busy(Exception busy, HttpServletRequest request) {
    LOG.warn("busy: {} {}", request.getMethod(), request.getRequestURI(), busy);
    return failures.failed(HttpStatus.SERVICE_UNAVAILABLE, null, request);
  }

  /** An address with the identifier of nothing. */
  @ExceptionHandler
  Object unknown(NoSuchElementException unknown, HttpServletRequest request) {
    if (Answers.isRead(request) && !variables(request).isEmpty()) {
      LOG.info("no such thing: {}", request.getRequestURI(), unknown);
      return failures.failed(HttpStatus.NOT_FOUND, null, request);
    }
    return other(unknown, request);
  }

  @ExceptionHandler
  Object other(Exception failure, HttpServletRequest request) {
    if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
      return failures.failed(status, null, request);
    }
    return failures.failed(HttpStatus.INTERNAL_SERVER_ERROR, report(failure, request), request);
  }

  /** Writes a bug down under a number that the person can name. */
  static String report(Throwable bug, HttpServletRequest request) {
    String incident =
        UUID.randomUUID().toString().substring(0, INCIDENT_LETTERS).toUpperCase(Locale.ROOT);
    LOG.error("incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), bug);
    return incident;
  }

  private Object unusable(String code, String field, HttpServletRequest request) {
    ArrayList<Reason> reasons = new ArrayList<>();
    reasons.add(new Reason(code, text(code, field), field));
    return failures.refused(HttpStatus.UNPROCESSABLE_CONTENT, reasons, request);
  }

  private static Map<?, ?> variables(HttpServletRequest request) {
    Object found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return found instanceof Map<?, ?> map ? map : Map.of();
  }

  private String text(String key, Object... values) {
    return texts.getMessage(key, values, LocaleContextHolder.getLocale());
  }
}
