package io.quantong.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unified social credit code (GB 32100-2015): 18 characters without I, O, S, V and Z; the last one
 * checks the others.
 */
public final class UnifiedCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{18}");
  private static final int MODULUS = 31;

  private UnifiedCode() {}

  /** Upper case, without blanks around it. */
  public static String normal(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  /** True when alphabet, length and check character are right; upper or lower case. */
  public static boolean valid(String code) {
    String normal = normal(code);
    return SHAPE.matcher(normal).matches() && normal.charAt(17) == check(normal);
  }

  private static char check(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % MODULUS;
    }
    return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }
}
