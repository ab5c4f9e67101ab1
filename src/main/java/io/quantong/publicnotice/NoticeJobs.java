package io.quantong.publicnotice;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DailyJob;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends notices whose last day is over; counts provisional last days again. */
@Component
class NoticeJobs implements DailyJob {

  private static final Logger log = LoggerFactory.getLogger(NoticeJobs.class);

  private final NoticeRepository notices;
  private final Publishing publishing;
  private final TransactionTemplate transaction;

  NoticeJobs(NoticeRepository notices, Publishing publishing, TransactionTemplate transaction) {
    this.notices = notices;
    this.publishing = publishing;
    this.transaction = transaction;
  }

  @Override
  public String name() {
    return "publicnotice.end";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public int run(LocalDate day) {
    List<RuntimeException> failed = new ArrayList<>();
    int moved =
        each(notices.provisional(), id -> publishing.recount(Actor.system(), id), failed)
            + each(notices.over(day), id -> publishing.endIfOver(Actor.system(), id, day), failed);
    if (!failed.isEmpty()) {
      throw failed.getLast();
    }
    return moved;
  }

  /** Each notice in its own transaction, so that one that fails does not stop the others. */
  private int each(List<UUID> ids, Predicate<UUID> work, List<RuntimeException> failed) {
    int moved = 0;
    for (UUID id : ids) {
      try {
        if (Boolean.TRUE.equals(transaction.execute(status -> work.test(id)))) {
          moved++;
        }
      } catch (RuntimeException e) {
        log.error("Notice {} could not be moved", id, e);
        failed.add(e);
      }
    }
    return moved;
  }
}
