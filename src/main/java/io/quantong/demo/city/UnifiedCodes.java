package io.quantong.demo.city;

/** Makes unified social credit codes with both check digits right (GB 32100, GB 11714). */
public final class UnifiedCodes {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private UnifiedCodes() {}

  /**
   * A code in a serial range no registrar has issued (MA00…, MB00…).
   *
   * @param type registering body and type: 11, 12, 91, 92
   * @param region six digits
   * @param serial 0 to 9999
   */
  public static String make(String type, String region, int serial) {
    if (serial < 0 || serial > 9999) {
      throw new IllegalArgumentException("serial out of range: " + serial);
    }
    String series = type.startsWith("9") ? "MA" : "MB";
    String organisation = "%s%06d".formatted(series, serial);
    String body = type + region + organisation + organisationCheck(organisation);
    return body + check(body);
  }

  /** The eighteenth character for the first seventeen. */
  static char check(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** The ninth character of the inner organisation code for its first eight. */
  static char organisationCheck(String first8) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : Character.forDigit(check % 11, 10);
  }
}
