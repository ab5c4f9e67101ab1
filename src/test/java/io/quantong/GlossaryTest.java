package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.tidy.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One noun per Chinese term: what the code calls a thing stands in GLOSSARY.md. */
class GlossaryTest {

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:final|sealed|non-sealed|abstract) )*"
              + "(?:class|record|interface|enum|@interface) (\\w+)");
  private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");
  private static final int COLUMNS = 4;

  @Test
  void the_noun_of_every_public_type_is_in_the_glossary() throws IOException {
    Set<String> nouns = nouns(Files.readString(Path.of("GLOSSARY.md")));
    List<String> unknown = new ArrayList<>();
    for (SourceFile source : SourceFile.below("src/main/java", ".java")) {
      PUBLIC_TYPE
          .matcher(source.text())
          .results()
          .map(type -> type.group(1))
          .filter(name -> !isKnown(name, nouns))
          .forEach(name -> unknown.add(name + " in " + source.path()));
    }
    assertThat(unknown).as("add the noun, or use the one that is there").isEmpty();
  }

  @Test
  void a_type_is_known_by_its_noun_in_one_or_many_or_with_a_word_beside_it() {
    Set<String> nouns = Set.of("Voucher", "Policy", "WorkingCalendar");
    assertThat(List.of("Voucher", "Vouchers", "Policies", "VoucherRefusal", "FrozenVoucher"))
        .allMatch(name -> isKnown(name, nouns));
    assertThat(List.of("WorkingCalendar", "WorkingCalendarYear"))
        .allMatch(name -> isKnown(name, nouns));
    assertThat(List.of("Coupon", "Calendar", "Vouch", "MyVoucherThing"))
        .noneMatch(name -> isKnown(name, nouns));
  }

  @Test
  void every_row_of_the_glossary_is_whole_and_no_term_stands_twice() throws IOException {
    List<String> rows = rows(Files.readString(Path.of("GLOSSARY.md")));
    assertThat(rows)
        .allSatisfy(row -> assertThat(cells(row)).hasSize(COLUMNS).noneMatch(String::isBlank));
    assertThat(rows.stream().map(row -> cells(row).getFirst())).doesNotHaveDuplicates();
  }

  /** The nouns of the second column; several are parted by commas. */
  static Set<String> nouns(String glossary) {
    Set<String> nouns = new TreeSet<>();
    for (String row : rows(glossary)) {
      Arrays.stream(cells(row).get(1).split(",")).map(String::strip).forEach(nouns::add);
    }
    return nouns;
  }

  /** True when the name begins or ends with a noun, in the singular or plural. */
  static boolean isKnown(String type, Set<String> nouns) {
    List<String> words = WORD.matcher(type).results().map(word -> word.group()).toList();
    for (int length = 1; length <= words.size(); length++) {
      if (isNoun(String.join("", words.subList(0, length)), nouns)
          || isNoun(String.join("", words.subList(words.size() - length, words.size())), nouns)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoun(String words, Set<String> nouns) {
    return nouns.contains(words)
        || words.endsWith("ies") && nouns.contains(words.substring(0, words.length() - 3) + "y")
        || words.endsWith("es") && nouns.contains(words.substring(0, words.length() - 2))
        || words.endsWith("s") && nouns.contains(words.substring(0, words.length() - 1));
  }

  private static List<String> rows(String glossary) {
    return glossary.lines().filter(line -> line.startsWith("|")).skip(2).toList();
  }

  private static List<String> cells(String row) {
    String inner = row.substring(1, row.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }
}
