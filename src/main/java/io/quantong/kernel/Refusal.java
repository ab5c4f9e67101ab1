package io.quantong.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected "no", with the data that explains it. Each module has its own sealed or enumerated
 * refusals; {@link #code()} is the message key that holds cause and next step.
 */
public interface Refusal {

  /** What a refusal means to the one who asked; decides the HTTP status in one place. */
  enum Kind {
    /** What was typed does not do: 422. */
    INVALID,
    /** Not this actor: 403. */
    FORBIDDEN,
    /** No such thing, or none this actor may know of: 404. */
    MISSING,
    /** The thing has moved on, or rules and money do not allow it now: 409. */
    CONFLICT,
    /** Try again shortly: 503. */
    BUSY
  }

  /** Message key and machine-readable code: {@code claim.refusal.DEADLINE_PASSED}. */
  String code();

  /** Values for the message, in the order of its placeholders. */
  default List<Object> arguments() {
    return List.of();
  }

  /** The form field at fault, or null when none is. */
  default @Nullable String field() {
    return null;
  }

  /** How the refusal is answered. */
  default Kind kind() {
    return Kind.CONFLICT;
  }
}
