package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.tidy.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word the platform says is there in both languages (quality: no text in code). */
class MessagesTest {

  private static final Pattern USED = Pattern.compile("#\\{([a-z0-9][A-Za-z0-9_.-]*)[}(]");

  @Test
  void both_languages_say_the_same_things() throws IOException {
    Map<String, Properties> files = messages();
    List<String> missing = new ArrayList<>();
    for (String name : files.keySet()) {
      String other =
          name.contains("_en.") ? name.replace("_en.", ".") : name.replace(".prop", "_en.prop");
      Properties there = files.getOrDefault(other, new Properties());
      for (String key : files.get(name).stringPropertyNames()) {
        if (!there.containsKey(key)) {
          missing.add(other + " lacks " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void no_message_is_empty_or_said_twice() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (SourceFile file : SourceFile.below("src/main/resources/messages", ".properties")) {
      Set<String> seen = new HashSet<>();
      load(file.text())
          .forEach(
              (key, text) -> {
                if (text.toString().isBlank()) {
                  wrong.add(file.path() + " is silent on " + key);
                }
              });
      file.text()
          .lines()
          .filter(line -> line.contains("=") && !line.startsWith("#") && !line.startsWith(" "))
          .map(line -> line.substring(0, line.indexOf('=')).strip())
          .filter(key -> !seen.add(key))
          .forEach(key -> wrong.add(file.path() + " repeats " + key));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_message_a_template_asks_for_exists() throws IOException {
    Set<String> known = new HashSet<>();
    messages().values().forEach(file -> known.addAll(file.stringPropertyNames()));
    List<String> unknown = new ArrayList<>();
    for (SourceFile template : SourceFile.below("src/main/resources/templates", ".html")) {
      keys(template.text()).stream()
          .filter(key -> !known.contains(key))
          .forEach(key -> unknown.add(template.path() + " asks for " + key));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void keys_are_found_in_templates() {
    String html = "<p th:text=\"#{claim.title}\">x</p> #{a.b(${c})} #{${d}} #{__${e}__}";
    assertThat(keys(html)).containsExactly("claim.title", "a.b");
  }

  private static List<String> keys(String template) {
    return USED.matcher(template).results().map((MatchResult hit) -> hit.group(1)).toList();
  }

  private static Map<String, Properties> messages() throws IOException {
    Map<String, Properties> files = new TreeMap<>();
    for (SourceFile file : SourceFile.below("src/main/resources/messages", ".properties")) {
      files.put(file.path(), load(file.text()));
    }
    return files;
  }

  private static Properties load(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }
}
