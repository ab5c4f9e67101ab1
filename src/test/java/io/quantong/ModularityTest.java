package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between modules: declared, without a circle, few (architecture 2). */
class ModularityTest {

  private static final int ALL_ARROWS = 45;
  private static final int ARROWS_OUT_OF_ONE = 6;
  private static final Set<String> SEES_ALL = Set.of("portal", "demo");
  private static final Path DRAWN = Path.of("docs", "generated", "modules.md");

  private final ApplicationModules modules = ApplicationModules.of(Application.class);

  @Test
  void modules_call_only_what_they_declare() {
    modules.verify();
  }

  @Test
  void every_module_declares_its_name_and_its_arrows() throws ClassNotFoundException {
    List<String> wrong = new ArrayList<>();
    for (ApplicationModule module : modules) {
      Class<?> info = Class.forName(module.getBasePackage().getName() + ".package-info");
      var declared = info.getAnnotation(org.springframework.modulith.ApplicationModule.class);
      if (declared == null || declared.displayName().isEmpty()) {
        wrong.add(module.getIdentifier() + " has no display name");
      } else if (List.of(declared.allowedDependencies())
          .contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)) {
        wrong.add(module.getIdentifier() + " may call anything");
      }
      if (!info.isAnnotationPresent(NullMarked.class)) {
        wrong.add(module.getIdentifier() + " is not @NullMarked");
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void arrows_stay_few() {
    Map<String, Set<String>> arrows = arrows();
    SEES_ALL.forEach(arrows::remove);
    assertThat(arrows.values().stream().mapToInt(Set::size).sum()).isLessThanOrEqualTo(ALL_ARROWS);
    assertThat(arrows)
        .allSatisfy((module, out) -> assertThat(out).hasSizeLessThanOrEqualTo(ARROWS_OUT_OF_ONE));
  }

  @Test
  void the_diagram_is_up_to_date() throws IOException {
    String drawing = drawing();
    if (Boolean.getBoolean("generate")) {
      Files.createDirectories(DRAWN.getParent());
      Files.writeString(DRAWN, drawing);
    }
    String checkedIn = Files.exists(DRAWN) ? Files.readString(DRAWN) : "";
    assertThat(checkedIn)
        .as("%s; draw it again by: mvn test -Dtest=ModularityTest -Dgenerate=true", DRAWN)
        .isEqualTo(drawing);
  }

  /** Who calls whom; kernel is called by all and left out. */
  private Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (ApplicationModule module : modules) {
      Set<String> out =
          module
              .getDirectDependencies(modules)
              .uniqueModules()
              .map(target -> target.getIdentifier().toString())
              .filter(name -> !name.equals("kernel"))
              .collect(Collectors.toCollection(TreeSet::new));
      arrows.put(module.getIdentifier().toString(), out);
    }
    return arrows;
  }

  private String drawing() {
    StringBuilder text = new StringBuilder("# Modules\n\n```mermaid\nflowchart TD\n");
    modules.stream()
        .sorted(java.util.Comparator.comparing(module -> module.getIdentifier().toString()))
        .forEach(
            module ->
                text.append(
                    "  %s[\"%s %s\"]\n"
                        .formatted(
                            node(module.getIdentifier().toString()),
                            module.getIdentifier(),
                            module.getDisplayName())));
    arrows()
        .forEach(
            (from, out) ->
                out.forEach(to -> text.append("  %s --> %s\n".formatted(node(from), node(to)))));
    return text.append("```\n").toString();
  }

  /** Some names mean something to Mermaid. */
  private static String node(String module) {
    return "m_" + module;
  }
}
