package io.quantong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.kernel.SelfCheck;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The statements that must always hold, for anyone to see (M14). */
@LedgerTest
@Clause("M14")
class SelfChecksTest {

  @Autowired List<SelfCheck> all;
  @Autowired MessageSource texts;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Clock clock;
  @Autowired MockMvc web;

  @Test
  void every_statement_is_said_in_both_languages_and_made_once() {
    assertThat(all).extracting(SelfCheck::statement).doesNotHaveDuplicates().isNotEmpty();
    for (SelfCheck check : all) {
      for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
        assertThat(texts.getMessage(check.statement(), null, locale))
            .isNotBlank()
            .isNotEqualTo(check.statement());
      }
    }
  }

  @Test
  void a_check_that_breaks_is_red_and_keeps_the_others_from_nothing() {
    SelfChecks checks =
        checks(
            check(
                "a.broken",
                () -> {
                  throw new IllegalStateException("planted");
                }),
            check("b.holds", () -> SelfCheck.Finding.none(0)),
            check("c.fails", () -> SelfCheck.Finding.none(3)));
    SelfChecks.Report report = checks.now();
    assertThat(report.green()).isFalse();
    assertThat(report.rows())
        .extracting(row -> row.statement() + " " + row.finding().holds())
        .containsExactly("a.broken false", "b.holds true", "c.fails false");
  }

  @Test
  void every_check_looks_at_one_snapshot_and_changes_nothing() {
    checks(
            check(
                "a.snapshot",
                () -> {
                  assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                      .isTrue();
                  assertThat(TransactionSynchronizationManager.isCurrentTransactionReadOnly())
                      .isTrue();
                  return SelfCheck.Finding.none(0);
                }))
        .now()
        .rows()
        .forEach(row -> assertThat(row.finding().holds()).isTrue());
  }

  @Test
  void a_visitor_sees_that_the_platform_is_healthy_and_nothing_else() throws Exception {
    web.perform(get("/actuator/health"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("UP"))
        .andExpect(jsonPath("$.components").doesNotExist());
    web.perform(get("/actuator/env")).andExpect(status().is3xxRedirection());
  }

  private SelfChecks checks(SelfCheck... checks) {
    return new SelfChecks(List.of(checks), transactions, clock);
  }

  private static SelfCheck check(String statement, Supplier<SelfCheck.Finding> find) {
    return new SelfCheck() {
      @Override
      public String statement() {
        return statement;
      }

      @Override
      public Finding check() {
        return find.get();
      }
    };
  }
}
