package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.kernel.Lifecycle;
import io.quantong.tidy.SourceFile;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every life cycle is one table, and its picture is drawn from it (architecture 4.1). */
class LifecycleDiagramTest {

  private static final int FEWEST = 8;

  @Test
  void the_diagrams_are_up_to_date() throws Exception {
    Drawn.assertUpToDate("lifecycles.md", drawing(), LifecycleDiagramTest.class);
  }

  @Test
  void every_table_is_found_under_a_subject_of_its_own() throws Exception {
    List<Lifecycle<?, ?>> tables = tables();
    assertThat(tables).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(tables).extracting(Lifecycle::subject).doesNotHaveDuplicates();
  }

  @Test
  void every_state_and_step_of_a_life_cycle_has_its_words() throws Exception {
    Properties words = words();
    List<String> silent = new ArrayList<>();
    for (Lifecycle<?, ?> table : tables()) {
      for (String key : keys(table)) {
        if (!words.containsKey(key)) {
          silent.add(key);
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private static String drawing() throws Exception {
    Properties words = words();
    StringBuilder text =
        new StringBuilder(
            "# Life cycles\n\n"
                + "Drawn from the tables in the code; whatever is not drawn is refused.\n");
    for (Lifecycle<?, ?> table : tables()) {
      text.append("\n## ").append(table.subject()).append("\n\n```mermaid\nstateDiagram-v2\n");
      for (String state : states(table)) {
        String word = words.getProperty(table.subject() + ".state." + state, state);
        text.append("  state \"%s %s\" as %s\n".formatted(state, word, state));
      }
      table
          .steps()
          .forEach(
              step ->
                  text.append(
                      "  %s --> %s: %s\n"
                          .formatted(name(step.from()), name(step.to()), name(step.event()))));
      text.append("```\n");
    }
    return text.toString();
  }

  private static Set<String> keys(Lifecycle<?, ?> table) {
    Set<String> keys = new LinkedHashSet<>();
    states(table).forEach(state -> keys.add(table.subject() + ".state." + state));
    table.steps().forEach(step -> keys.add(table.subject() + ".event." + name(step.event())));
    return keys;
  }

  private static Set<String> states(Lifecycle<?, ?> table) {
    Set<String> states = new LinkedHashSet<>();
    table
        .steps()
        .forEach(
            step -> {
              states.add(name(step.from()));
              states.add(name(step.to()));
            });
    return states;
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name();
  }

  /** All static tables below the main packages, by subject. */
  private static List<Lifecycle<?, ?>> tables() throws Exception {
    List<Lifecycle<?, ?>> tables = new ArrayList<>();
    for (SourceFile source : SourceFile.below("src/main/java", "Lifecycle.java")) {
      String name =
          source.path().replace("src/main/java/", "").replace(".java", "").replace('/', '.');
      for (Field field : Class.forName(name).getDeclaredFields()) {
        if (field.getType() == Lifecycle.class) {
          field.setAccessible(true);
          tables.add((Lifecycle<?, ?>) field.get(null));
        }
      }
    }
    tables.sort(Comparator.comparing(Lifecycle::subject));
    return tables;
  }

  private static Properties words() throws IOException {
    Properties words = new Properties();
    for (SourceFile file : SourceFile.below("src/main/resources/messages", ".properties")) {
      if (!file.path().contains("_en.")) {
        try (Reader reader =
            Files.newBufferedReader(Path.of(file.path()), StandardCharsets.UTF_8)) {
          words.load(reader);
        }
      }
    }
    return words;
  }
}
