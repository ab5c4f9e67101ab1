package io.quantong.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown by facades so that the transaction rolls back; carries every reason found, never only the
 * first. Turned into a page or a problem document in one place.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  /** Refuses for one reason. */
  public Refused(Refusal refusal) {
    this(List.of(refusal));
  }

  /** Refuses for all the reasons given; at least one. */
  public Refused(List<? extends Refusal> refusals) {
    super(
        refusals.stream().map(Refusal::code).collect(Collectors.joining(", ")), null, false, false);
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs a reason");
    }
    this.refusals = List.copyOf(refusals);
  }

  /** Every reason, at least one. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** Throws when there is any reason, else does nothing. */
  public static void ifAny(List<? extends Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new Refused(refusals);
    }
  }
}
