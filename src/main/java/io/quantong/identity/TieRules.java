package io.quantong.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What makes two organisations related parties (M15); every reason is given. */
final class TieRules {

  /** One reason. */
  enum Tie {
    SAME_ORGANISATION,
    SAME_LEGAL_REPRESENTATIVE,
    SAME_PHONE,
    SAME_ADDRESS,
    SAME_PERSON,
    DECLARED;

    String key() {
      return "identity.tie." + name();
    }
  }

  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final Pattern BLANKS = Pattern.compile("\\s|\\p{P}");

  private TieRules() {}

  /**
   * @param shared true when a person acts for both
   * @param declared true when either declared it
   */
  static List<Tie> between(Organisation one, Organisation other, boolean shared, boolean declared) {
    if (one.id().equals(other.id())) {
      return List.of(Tie.SAME_ORGANISATION);
    }
    List<Tie> found = new ArrayList<>();
    if (same(BLANKS, one.legalRepresentative(), other.legalRepresentative())) {
      found.add(Tie.SAME_LEGAL_REPRESENTATIVE);
    }
    if (same(NO_DIGIT, one.phone(), other.phone())) {
      found.add(Tie.SAME_PHONE);
    }
    if (same(BLANKS, one.address(), other.address())) {
      found.add(Tie.SAME_ADDRESS);
    }
    if (shared) {
      found.add(Tie.SAME_PERSON);
    }
    if (declared) {
      found.add(Tie.DECLARED);
    }
    return found;
  }

  /** Equal once what does not count is taken out; nothing is never the same as nothing. */
  private static boolean same(Pattern noise, String one, String other) {
    String bare = noise.matcher(one).replaceAll("");
    return !bare.isEmpty() && bare.equals(noise.matcher(other).replaceAll(""));
  }
}
