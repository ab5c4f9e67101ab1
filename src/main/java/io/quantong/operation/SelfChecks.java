package io.quantong.operation;

import io.quantong.kernel.SelfCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The statements about the whole platform that must always hold (公开自检). */
@Service
public class SelfChecks {

  private static final Duration FRESH = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(SelfChecks.class);

  private final List<SelfCheck> checks;
  private final TransactionTemplate snapshot;
  private final Clock clock;
  private @Nullable Report latest;

  SelfChecks(List<SelfCheck> checks, PlatformTransactionManager transactions, Clock clock) {
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
    this.checks = checks.stream().sorted(Comparator.comparing(SelfCheck::statement)).toList();
    this.clock = clock;
  }

  /**
   * The findings, at most fifteen seconds old, so that the public page costs the database little.
   */
  public synchronized Report latest() {
    Report known = latest;
    Instant now = clock.instant();
    if (known == null || Duration.between(known.at(), now).abs().compareTo(FRESH) > 0) {
      known = now();
    }
    return known;
  }

  /** Evaluates every statement now. */
  public synchronized Report now() {
    List<Row> rows = checks.stream().map(c -> new Row(c.statement(), evaluate(c))).toList();
    Report report = new Report(clock.instant(), rows);
    latest = report;
    return report;
  }

  /** On one snapshot, so that work going on meanwhile never makes two sums differ. */
  private SelfCheck.Finding evaluate(SelfCheck check) {
    try {
      return Objects.requireNonNull(snapshot.execute(status -> check.check()));
    } catch (RuntimeException fault) {
      log.error("Self-check {} could not be evaluated", check.statement(), fault);
      return new SelfCheck.Finding(false, "0", fault.getClass().getSimpleName());
    }
  }

  /**
   * All findings of one moment.
   *
   * @param at when
   * @param rows one per statement
   */
  public record Report(Instant at, List<Row> rows) {
    /** True when every statement holds. */
    public boolean green() {
      return rows.stream().allMatch(row -> row.finding().holds());
    }
  }

  /**
   * One statement and what was found.
   *
   * @param statement message key
   * @param finding result
   */
  public record Row(String statement, SelfCheck.Finding finding) {}
}
