package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.tidy.JavaRules;
import io.quantong.tidy.SourceFile;
import io.quantong.tidy.TemplateRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The style is a test (architecture 4.12). */
class TidyTest {

  @Test
  void java_keeps_the_style() throws IOException {
    List<SourceFile> sources = new ArrayList<>(SourceFile.below("src/main/java", ".java"));
    sources.addAll(SourceFile.below("src/test/java", ".java"));
    assertThat(sources).isNotEmpty();
    assertThat(JavaRules.broken(sources)).isEmpty();
  }

  @Test
  void templates_keep_the_style() throws IOException {
    List<SourceFile> templates = SourceFile.below("src/main/resources/templates", ".html");
    assertThat(templates.stream().flatMap(file -> TemplateRules.broken(file).stream())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plantedInJava")
  void every_rule_for_java_bites(String rule, String member) throws IOException {
    SourceFile planted =
        new SourceFile("src/main/java/io/quantong/claim/X.java", "class X {" + member + "}");
    assertThat(JavaRules.broken(List.of(planted))).hasSize(1).first().asString().startsWith(rule);
  }

  static Stream<Arguments> plantedInJava() {
    return Stream.of(
        Arguments.of("time without a clock", "Object a = LocalDate.now();"),
        Arguments.of("time without a clock", "Object a = java.time.Instant.now();"),
        Arguments.of("time without a clock", "Object a = LocalDateTime.now();"),
        Arguments.of("decimal outside Money", "BigDecimal a;"),
        Arguments.of("disabled test", "@Disabled void a() {}"),
        Arguments.of("leftover", "// TO" + "DO later\n"),
        Arguments.of("leftover", "// FIX" + "ME later\n"),
        Arguments.of("plain SQL", "Object a = dsl.fetch(\"select 1\");"),
        Arguments.of("plain SQL", "Object a = dsl.execute(\"update x set y = %s\".formatted(1));"),
        Arguments.of("plain SQL", "Object a = dsl.query(\"delete from x\");"),
        Arguments.of("file too long", "\n".repeat(401)),
        Arguments.of("method too long", "void a() {" + "\n".repeat(50) + "}"),
        Arguments.of("too many parameters", "void a(int b, int c, int d, int e, int f, int g) {}"),
        Arguments.of("text outside the messages", "String a = \"申兑\";"),
        Arguments.of("text outside the messages", "char a = '券';"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plantedInTemplates")
  void every_rule_for_templates_bites(String rule, String html) {
    SourceFile planted = new SourceFile("templates/x.html", html);
    assertThat(TemplateRules.broken(planted)).hasSize(1).first().asString().startsWith(rule);
  }

  static Stream<Arguments> plantedInTemplates() {
    return Stream.of(
        Arguments.of("text outside the messages", "<p>申兑</p>"),
        Arguments.of("inline script", "<script>alert(1)</script>"),
        Arguments.of("inline style", "<p style=\"color:red\">x</p>"),
        Arguments.of("inline style", "<p th:style=\"${x}\">x</p>"),
        Arguments.of("inline style", "<style>p {}</style>"),
        Arguments.of("inline handler", "<p onclick=\"x()\">x</p>"),
        Arguments.of("inline handler", "<p hx-on:click=\"x()\">x</p>"),
        Arguments.of(
            "condition that a replacement ignores",
            "<div th:if=\"${a > 0}\"\n th:replace=\"~{x :: y}\"></div>"),
        Arguments.of(
            "bean where Thymeleaf forbids it", "<a th:href=\"@{/x(a=${@fmt.date(b)})}\"></a>"));
  }

  @Test
  void what_is_allowed_passes() throws IOException {
    String body = "class X { Object a = LocalDate.now(clock); void b() { dsl.fetch(TABLE); } }";
    SourceFile java = new SourceFile("src/main/java/io/quantong/claim/X.java", body);
    SourceFile demo =
        new SourceFile("src/main/java/io/quantong/demo/Y.java", "class Y { String a = \"券\"; }");
    SourceFile html = new SourceFile("templates/x.html", "<script src=\"/x.js\" defer></script>");
    assertThat(JavaRules.broken(List.of(java, demo))).isEmpty();
    assertThat(TemplateRules.broken(html)).isEmpty();
  }
}
