package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.tidy.SourceFile;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From each clause of the plan to the code that keeps it and the tests that prove it. */
class PolicyMatrixTest {

  private static final int CLAUSES = 17;
  private static final Pattern NAMED = Pattern.compile("\\bM(1[0-7]|[1-9])\\b");
  private static final String MAIN = "src/main/java/io/quantong/";

  @Test
  void the_matrix_is_up_to_date() throws Exception {
    Drawn.assertUpToDate("policy-matrix.md", drawing(), PolicyMatrixTest.class);
  }

  @Test
  void the_plan_has_seventeen_clauses_in_order() throws IOException {
    assertThat(clauses().keySet()).hasSize(CLAUSES).startsWith("M1", "M2").endsWith("M17");
  }

  @Test
  void no_test_names_a_clause_that_the_plan_does_not_have() throws Exception {
    assertThat(clauses().keySet()).containsAll(tests().keySet());
  }

  @Test
  void what_the_closed_loop_rests_on_is_tested() throws Exception {
    Map<String, Set<String>> tests = tests();
    for (String clause : List.of("M1", "M2", "M3", "M4", "M5", "M6", "M7", "M13", "M14", "M15")) {
      assertThat(tests).as(clause).containsKey(clause);
    }
  }

  private static String drawing() throws Exception {
    Map<String, Set<String>> tests = tests();
    Map<String, Set<String>> modules = modules();
    StringBuilder text =
        new StringBuilder(
            """
            # Clause matrix

            Which modules name a clause of the plan (see `docs/policy/clauses.md`), and which tests are
            tagged with it.

            | # | The plan asks | Modules | Tests |
            |---|---|---|---|
            """);
    clauses()
        .forEach(
            (clause, asks) ->
                text.append(
                    "| %s | %s | %s | %s |\n"
                        .formatted(
                            clause,
                            asks,
                            String.join(", ", modules.getOrDefault(clause, Set.of("–"))),
                            shown(tests.getOrDefault(clause, Set.of())))));
    return text.toString();
  }

  private static String shown(Set<String> tests) {
    return tests.isEmpty() ? "**not yet built**" : String.join(", ", tests);
  }

  /** Clause and what it asks, as the plan words it. */
  private static Map<String, String> clauses() throws IOException {
    Map<String, String> clauses = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("docs", "policy", "clauses.md"))) {
      if (line.startsWith("| M")) {
        String[] cells = line.split("\\|");
        clauses.put(cells[1].strip(), cells[2].strip());
      }
    }
    return clauses;
  }

  /** Modules whose code names a clause. */
  private static Map<String, Set<String>> modules() throws IOException {
    Map<String, Set<String>> modules = new TreeMap<>();
    for (SourceFile source : SourceFile.below(MAIN, ".java")) {
      String below = source.path().substring(MAIN.length());
      int end = below.indexOf('/');
      if (end > 0) {
        NAMED
            .matcher(source.text())
            .results()
            .forEach(
                hit ->
                    modules
                        .computeIfAbsent(hit.group(), clause -> new TreeSet<>())
                        .add(below.substring(0, end)));
      }
    }
    return modules;
  }

  /** Clause → test classes with a method that proves it. */
  private static Map<String, Set<String>> tests() throws Exception {
    Map<String, Set<String>> tests = new TreeMap<>();
    for (SourceFile source : SourceFile.below("src/test/java", ".java")) {
      if (source.text().contains("@Clause(")) {
        String name =
            source.path().replace("src/test/java/", "").replace(".java", "").replace('/', '.');
        Class<?> test = Class.forName(name, false, PolicyMatrixTest.class.getClassLoader());
        for (Method method : test.getDeclaredMethods()) {
          if (isTest(method)) {
            clausesOf(test, method)
                .forEach(
                    clause ->
                        tests
                            .computeIfAbsent(clause, key -> new TreeSet<>())
                            .add(test.getSimpleName()));
          }
        }
      }
    }
    return tests;
  }

  private static Set<String> clausesOf(Class<?> test, Method method) {
    List<String> clauses = new ArrayList<>();
    for (Clause clause :
        new Clause[] {test.getAnnotation(Clause.class), method.getAnnotation(Clause.class)}) {
      if (clause != null) {
        clauses.addAll(Arrays.asList(clause.value()));
      }
    }
    return new TreeSet<>(clauses);
  }

  private static boolean isTest(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(
            one ->
                one.annotationType()
                    .getSimpleName()
                    .matches("Test|ParameterizedTest|RepeatedTest"));
  }
}
