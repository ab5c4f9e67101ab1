package io.quantong.portal.web;

import io.quantong.kernel.Allow;
import io.quantong.operation.SelfChecks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The self-check for programs. */
@RestController
@Tag(name = "Self-check")
class SelfCheckApi {

  private final SelfChecks checks;
  private final MessageSource texts;

  SelfCheckApi(SelfChecks checks, MessageSource texts) {
    this.checks = checks;
    this.texts = texts;
  }

  @Allow(everyone = true)
  @GetMapping("/api/v1/selfcheck")
  @Operation(summary = "Statements about the whole platform that must always hold")
  Report selfcheck(Locale locale) {
    SelfChecks.Report report = checks.latest();
    List<Statement> statements =
        report.rows().stream()
            .map(
                row ->
                    new Statement(
                        row.statement(),
                        texts.getMessage(row.statement(), null, locale),
                        row.finding().holds(),
                        row.finding().expected(),
                        row.finding().actual()))
            .toList();
    return new Report(report.at(), report.green(), statements);
  }

  /**
   * What was found.
   *
   * @param at when
   * @param green true when every statement holds
   * @param statements in the order of their names
   */
  record Report(Instant at, boolean green, List<Statement> statements) {}

  /**
   * One statement.
   *
   * @param code its name
   * @param text its sentence
   * @param holds true when it is true
   * @param expected one side of the comparison
   * @param actual the other side
   */
  record Statement(String code, String text, boolean holds, String expected, String actual) {}
}
