package io.quantong.operation;

import io.quantong.kernel.SelfCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The statements about the whole platform that must always hold (公开自检). */
@Service
public class SelfChecks {

  private static final Duration FRESH = Duration.ofSeconds(15);

  private final List<SelfCheck> checks;
  private final Clock clock;
  private @Nullable Report latest;

  SelfChecks(List<SelfCheck> checks, Clock clock) {
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
    List<Row> rows = checks.stream().map(c -> new Row(c.statement(), c.check())).toList();
    Report report = new Report(clock.instant(), rows);
    latest = report;
    return report;
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
