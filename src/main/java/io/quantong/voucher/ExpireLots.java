package io.quantong.voucher;

import io.quantong.kernel.DailyJob;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes lots back the day after their last day (product section 4). Each lot in its own
 * transaction: one that fails stays for the next run and stops no other.
 */
@Component
class ExpireLots implements DailyJob {

  private static final Logger LOG = LoggerFactory.getLogger(ExpireLots.class);

  private final LotRepository lots;
  private final Decisions decisions;

  ExpireLots(LotRepository lots, Decisions decisions) {
    this.lots = lots;
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "voucher.expire";
  }

  @Override
  public int run(LocalDate day) {
    int moved = 0;
    for (UUID lot : lots.overdue(day)) {
      try {
        if (decisions.expire(lot, day)) {
          moved++;
        }
      } catch (RuntimeException failure) {
        LOG.error("lot {} did not expire and is tried again by the next run", lot, failure);
      }
    }
    return moved;
  }
}
