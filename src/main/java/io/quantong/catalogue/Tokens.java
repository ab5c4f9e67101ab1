package io.quantong.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is indexed of a text and what is looked for, so that any word of one or more characters is
 * found: single characters and pairs of neighbours of Chinese, beginnings of words and numbers of
 * everything else. {@code GB/T 10125} is found by {@code gbt10125}, {@code 10125} and {@code GB/T}.
 */
final class Tokens {

  private static final Pattern PIECE = Pattern.compile("\\p{IsHan}+|[a-z]+|[0-9]+");
  private static final Pattern JOINED = Pattern.compile("[a-z]+(?:[/-][a-z]+)+");
  private static final int LONGEST = 12;
  private static final int LONGEST_WHOLE = 60;

  /** Marks of tokens about names; no text yields them. */
  private static final String NAMED = "@";

  private static final String BEGINNING = "^";
  private static final String WHOLE = "=";

  private Tokens() {}

  /** Everything under which a thing with these texts is found. */
  static String[] index(Collection<String> texts) {
    Set<String> found = new LinkedHashSet<>();
    for (String text : texts) {
      String plain = plain(text);
      pieces(plain).forEach(piece -> addIndexed(found, piece));
      JOINED
          .matcher(plain)
          .results()
          .map(hit -> hit.group().replaceAll("[/-]", ""))
          .forEach(word -> addBeginnings(found, "", word));
    }
    return found.toArray(String[]::new);
  }

  /**
   * As above for a thing whose names weigh more: they are indexed once more by themselves, by their
   * beginnings and as a whole, so that the best come first without comparing every text.
   */
  static String[] index(Collection<String> names, Collection<String> others) {
    List<String> all = new ArrayList<>(names);
    all.addAll(others);
    Set<String> found = new LinkedHashSet<>(List.of(index(all)));
    Stream.of(index(names)).map(token -> NAMED + token).forEach(found::add);
    for (String name : names) {
      String bare = bare(name);
      if (!bare.isEmpty()) {
        found.add(WHOLE + shortened(bare, LONGEST_WHOLE));
        addBeginnings(found, BEGINNING, bare);
      }
    }
    return found.toArray(String[]::new);
  }

  /** As {@link #wanted}, but within the names. */
  static String[] wantedInName(String query) {
    return Stream.of(wanted(query)).map(token -> NAMED + token).toArray(String[]::new);
  }

  /** Under which a thing stands whose name begins with what was typed. */
  static String[] wantedAtBeginning(String query) {
    return new String[] {BEGINNING + shortened(bare(query), LONGEST)};
  }

  /** Under which a thing stands whose name is what was typed. */
  static String[] wantedAsName(String query) {
    return new String[] {WHOLE + shortened(bare(query), LONGEST_WHOLE)};
  }

  /** What a thing must be indexed under to fit a search; empty when nothing was asked. */
  static String[] wanted(String query) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String piece : pieces(plain(query)).toList()) {
      if (isHan(piece)) {
        addPairs(wanted, piece);
      } else {
        wanted.add(shortened(piece, LONGEST));
      }
    }
    return wanted.toArray(String[]::new);
  }

  /** A text without everything between its words. */
  private static String bare(String text) {
    return pieces(plain(text)).collect(Collectors.joining());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static Stream<String> pieces(String plain) {
    return PIECE.matcher(plain).results().map(MatchResult::group);
  }

  private static boolean isHan(String piece) {
    return Character.UnicodeScript.of(piece.codePointAt(0)) == Character.UnicodeScript.HAN;
  }

  private static void addIndexed(Set<String> found, String piece) {
    if (isHan(piece)) {
      characters(piece).forEach(found::add);
      addPairs(found, piece);
    } else {
      addBeginnings(found, "", piece);
    }
  }

  private static void addPairs(Set<String> found, String han) {
    List<String> characters = characters(han);
    if (characters.size() == 1) {
      found.add(han);
    }
    for (int i = 0; i + 1 < characters.size(); i++) {
      found.add(characters.get(i) + characters.get(i + 1));
    }
  }

  private static void addBeginnings(Set<String> found, String mark, String word) {
    for (int length = 1; length <= Math.min(LONGEST, word.length()); length++) {
      found.add(mark + word.substring(0, length));
    }
  }

  private static String shortened(String word, int longest) {
    return word.substring(0, Math.min(longest, word.length()));
  }

  private static List<String> characters(String han) {
    List<String> characters = new ArrayList<>();
    han.codePoints().forEach(point -> characters.add(Character.toString(point)));
    return characters;
  }
}
