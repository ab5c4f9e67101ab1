package io.quantong.demo.city;

/** Makes citizen ID numbers that can belong to nobody: the region 999999 is unassigned. */
final class IdNumbers {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private IdNumbers() {}

  /**
   * An ID number.
   *
   * @param birthday eight digits
   * @param serial 0 to 999
   */
  static String make(String birthday, int serial) {
    String body = "999999%s%03d".formatted(birthday, serial);
    return body + check(body);
  }

  /** The eighteenth character (ISO 7064 MOD 11-2). */
  static char check(String body) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += Character.digit(body.charAt(i), 10) * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }
}
