package io.quantong.kernel;

import java.time.LocalDate;

/**
 * Work due once each platform day. Runs for every day passed, in order; may run twice without harm.
 * Must be idempotent and must not let one failing document stop the others.
 */
public interface DailyJob {

  /** A stable name: {@code voucher.expire}. */
  String name();

  /** Lower runs first within a day. */
  default int order() {
    return 100;
  }

  /**
   * Does the work of a day, which has begun (00:00 Asia/Shanghai has passed).
   *
   * @param day the platform day
   * @return how many documents were moved
   */
  int run(LocalDate day);
}
