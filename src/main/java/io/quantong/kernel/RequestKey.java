package io.quantong.kernel;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one intended write, chosen by the one who asks: repeated with the same body it answers the
 * same, with another body it is refused (product section 4).
 *
 * @param value 8 to 80 letters, digits, dots, colons, dashes or underscores
 */
public record RequestKey(String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:-]{8,80}");

  public RequestKey {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a request key");
    }
  }

  /** A fresh key for a form about to be shown. */
  public static RequestKey fresh() {
    return new RequestKey(UUID.randomUUID().toString());
  }

  /**
   * Reads a key that came in a form field or the {@code Idempotency-Key} header.
   *
   * @throws Refused when it is missing or misshapen
   */
  public static RequestKey of(@Nullable String text) {
    if (text == null || !SHAPE.matcher(text).matches()) {
      throw new Refused(List.of(KeyRefusal.MISSING_KEY));
    }
    return new RequestKey(text);
  }

  /** The ways in which a key is refused. */
  public enum KeyRefusal implements Refusal {
    /** The request carries no usable key. */
    MISSING_KEY,
    /** The key was used before with another body. */
    KEY_REUSED;

    @Override
    public String code() {
      return "request.refusal." + name();
    }

    @Override
    public Kind kind() {
      return this == MISSING_KEY ? Kind.INVALID : Kind.CONFLICT;
    }
  }
}
