package io.quantong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refused;
import io.quantong.operation.SelfChecks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;

/** Files are judged by what they hold and never run anything in a browser (M3). */
@IntegrationTest
@Clause("M3")
class DocumentsTest {

  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1
  };

  private final Actor actor = Actor.system();

  @Autowired Documents documents;
  @Autowired SelfChecks checks;

  static Stream<Arguments> allowed() throws IOException {
    return Stream.of(
        Arguments.of("application/pdf", text("%PDF-1.7\n%âãÏÓ")),
        Arguments.of("image/png", PNG),
        Arguments.of("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2}),
        Arguments.of("application/xml", text("<?xml version=\"1.0\"?><发票/>")),
        Arguments.of("application/xml", text("\uFEFF<?xml version=\"1.0\"?><a/>")),
        Arguments.of("text/plain", text("检测报告\n结果：合格")),
        Arguments.of("application/ofd", zip("OFD.xml")),
        Arguments.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            zip("[Content_Types].xml", "xl/workbook.xml")),
        Arguments.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            zip("[Content_Types].xml", "word/document.xml")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("allowed")
  void the_content_says_what_a_file_is_whatever_its_name(String type, byte[] content)
      throws IOException {
    StoredDocument stored = store("发票.exe", content);
    assertThat(stored.mediaType()).isEqualTo(type);
    assertThat(stored.bytes()).isEqualTo(content.length);
    try (InputStream back = documents.open(stored.id())) {
      assertThat(back.readAllBytes()).isEqualTo(content);
    }
  }

  static Stream<Arguments> refused() throws IOException {
    return Stream.of(
        Arguments.of("EMPTY", new byte[0]),
        Arguments.of("TYPE_NOT_ALLOWED", text("<html><script>alert(1)</script>")),
        Arguments.of("TYPE_NOT_ALLOWED", text("  \n<svg onload=alert(1)>")),
        Arguments.of("TYPE_NOT_ALLOWED", text("\uFEFF<!DOCTYPE html>")),
        Arguments.of("TYPE_NOT_ALLOWED", new byte[] {'M', 'Z', 0, 1, 2, 3}),
        Arguments.of("TYPE_NOT_ALLOWED", new byte[] {0x7f, 'E', 'L', 'F', 0}),
        Arguments.of("TYPE_NOT_ALLOWED", "中文".getBytes(Charset.forName("GB18030"))),
        Arguments.of("TYPE_NOT_ALLOWED", zip("readme.txt")),
        Arguments.of(
            "TYPE_NOT_ALLOWED", zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")),
        Arguments.of("TYPE_NOT_ALLOWED", new byte[] {'P', 'K', 3, 4, 9, 9}),
        Arguments.of("TOO_LARGE", new byte[20 * 1024 * 1024 + 1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void what_is_no_paper_is_not_stored_and_the_file_is_named(String reason, byte[] content) {
    assertThatThrownBy(() -> store("材料.pdf", content))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused).hasMessageContaining(reason);
              assertThat(refused.refusals().getFirst().arguments()).contains("材料.pdf");
            });
  }

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("../../etc/passwd", "passwd"),
        Arguments.of("C:\\Users\\张三\\发票.pdf", "发票.pdf"),
        Arguments.of("a\u202Efdp.exe", "a_fdp.exe"),
        Arguments.of("..hidden", "hidden"),
        Arguments.of("a\"b;c\r\nd.pdf", "a_b_c__d.pdf"),
        Arguments.of("", "file"),
        Arguments.of("/", "file"),
        Arguments.of("长".repeat(300) + ".pdf", "长".repeat(116) + ".pdf"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("names")
  void names_are_made_harmless_and_stay_recognisable(String sent, String kept) {
    assertThat(store(sent, text("x")).fileName()).isEqualTo(kept);
  }

  @Test
  void equal_content_is_kept_once_and_described_in_the_order_asked() {
    StoredDocument one = store("一.txt", text("same"));
    StoredDocument two = store("二.txt", text("same"));
    assertThat(one.sha256()).isEqualTo(two.sha256());
    assertThat(documents.describe(List.of(two.id(), one.id())))
        .extracting(StoredDocument::fileName)
        .containsExactly("二.txt", "一.txt");
    assertThatThrownBy(() -> documents.describe(List.of(Ids.next())))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_visitor_stores_nothing_by_himself() {
    assertThatThrownBy(
            () -> documents.store(Actor.visitor(), "x.txt", new ByteArrayInputStream(text("x"))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_file_is_answered_so_that_nothing_in_it_runs() {
    StoredDocument report = store("报告\r\nX: y.txt", text("x"));
    ResponseEntity<Resource> answer = DocumentResponses.inline(report, documents.open(report.id()));
    assertThat(answer.getHeaders().getFirst("Content-Disposition"))
        .startsWith("attachment")
        .doesNotContain("\r", "\n");
    assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
    StoredDocument picture = store("图.png", PNG);
    assertThat(
            DocumentResponses.inline(picture, documents.open(picture.id()))
                .getHeaders()
                .getFirst("Content-Disposition"))
        .startsWith("inline");
    assertThat(
            DocumentResponses.download(picture, documents.open(picture.id()))
                .getHeaders()
                .getFirst("Content-Disposition"))
        .startsWith("attachment");
  }

  @Test
  void the_self_check_finds_every_file() {
    store("在.txt", text("在"));
    assertThat(checks.now().rows())
        .filteredOn(row -> row.statement().equals("selfcheck.document.content_present"))
        .hasSize(1)
        .allMatch(row -> row.finding().holds());
  }

  private StoredDocument store(String name, byte[] content) {
    return documents.store(actor, name, new ByteArrayInputStream(content));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(text("<x/>"));
      }
    }
    return bytes.toByteArray();
  }
}
