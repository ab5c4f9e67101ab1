package io.quantong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.kernel.Lifecycle;
import io.quantong.kernel.Refusal;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whatever the program can say is said in both languages. */
class WordsTest {

  @Test
  void a_missing_text_fails_tests_and_is_shown_as_its_key_elsewhere() throws IOException {
    assertThatThrownBy(() -> new Messages(true).getMessage("no.such", null, Locale.CHINA))
        .hasMessageContaining("no.such");
    assertThat(new Messages(false).getMessage("no.such", null, Locale.CHINA)).isEqualTo("no.such");
  }

  @Test
  void every_refusal_has_words() throws Exception {
    List<String> silent = new ArrayList<>();
    for (Class<?> type : types()) {
      if (type.isEnum() && Refusal.class.isAssignableFrom(type)) {
        for (Object constant : type.getEnumConstants()) {
          silent(((Refusal) constant).code(), silent);
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void every_state_and_event_of_a_life_cycle_has_words() throws Exception {
    List<String> silent = new ArrayList<>();
    for (Class<?> type : types()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getType() == Lifecycle.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          Lifecycle<?, ?> table = (Lifecycle<?, ?>) field.get(null);
          assertThat(table).as(field.toString()).isNotNull();
          words(table, silent);
        }
      }
    }
    assertThat(silent.stream().distinct()).isEmpty();
  }

  @Test
  void values_in_sentences_are_shown_as_people_write_them() throws IOException {
    Fmt fmt = new Fmt(new Messages(true));
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    try {
      assertThat(fmt.shown(2026)).isEqualTo("2026");
      assertThat(fmt.shown(java.time.LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-23 周一");
      assertThat(fmt.shown("gallery.state.DRAFT")).isEqualTo("草稿");
      assertThat(fmt.time(java.time.Instant.parse("2026-11-23T16:05:00Z")))
          .isEqualTo("2026-11-24 00:05");
      assertThat(fmt.money(null)).isEqualTo("–");
      assertThat(fmt.file(1_234_567L)).isEqualTo("1.2 MB");
      assertThat(fmt.percent(1, 3)).isEqualTo("33%");
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private static void words(Lifecycle<?, ?> table, List<String> silent) throws IOException {
    for (Lifecycle.Step<?, ?> step : table.steps()) {
      silent(table.subject() + ".state." + step.from(), silent);
      silent(table.subject() + ".state." + step.to(), silent);
      silent(table.subject() + ".event." + step.event(), silent);
    }
  }

  private static void silent(String key, List<String> silent) throws IOException {
    Messages texts = new Messages(false);
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      if (texts.getMessage(key, null, locale).equals(key)) {
        silent.add(key);
      }
    }
  }

  private static List<Class<?>> types() throws IOException, ClassNotFoundException {
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:io/quantong/**/*.class");
    List<Class<?>> types = new ArrayList<>();
    for (Resource file : files) {
      String path = file.getURI().toString();
      if (path.contains("/classes/") && !path.contains("/db/") && !path.contains("-info")) {
        String name = path.substring(path.indexOf("io/quantong/")).replace(".class", "");
        types.add(Class.forName(name.replace('/', '.'), false, WordsTest.class.getClassLoader()));
      }
    }
    return types;
  }
}
