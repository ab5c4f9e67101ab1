package io.quantong.catalogue.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists as people write them: an item a line. */
final class Lines {

  private static final Pattern NUMBER = Pattern.compile("^\\s*\\d{1,2}\\s*[.\\u3001\\uFF0E)]\\s*");
  private static final Pattern WORDS = Pattern.compile("[\\n,;\\uFF0C\\uFF1B\\u3001]+");

  private Lines() {}

  /** The lines that say something. */
  static List<String> of(@Nullable String text) {
    return text == null ? List.of() : trimmed(text.lines());
  }

  /** Words separated by lines, commas or semicolons of either script. */
  static List<String> words(@Nullable String text) {
    return text == null ? List.of() : trimmed(WORDS.splitAsStream(text));
  }

  /** The steps of a process without the numbers written before them. */
  static List<String> steps(String process) {
    return trimmed(process.lines().map(line -> NUMBER.matcher(line).replaceFirst("")));
  }

  private static List<String> trimmed(Stream<String> items) {
    return items.map(String::strip).filter(item -> !item.isEmpty()).distinct().toList();
  }
}
