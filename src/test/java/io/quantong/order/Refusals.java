package io.quantong.order;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads what was refused. */
final class Refusals {

  private Refusals() {}

  /** The codes of everything refused; fails when the call goes through. */
  static List<String> codesOf(ThrowingCallable call) {
    Refused refused = catchThrowableOfType(Refused.class, call);
    if (refused == null) {
      throw new AssertionError("was not refused");
    }
    return refused.refusals().stream().map(Refusal::code).toList();
  }
}
