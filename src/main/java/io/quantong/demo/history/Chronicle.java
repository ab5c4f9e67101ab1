package io.quantong.demo.history;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers on the platform itself whether the history was begun and finished. */
@Component
@Profile("demo")
class Chronicle {

  private static final String SUBJECT = "demo";
  private static final String HISTORY = "history";
  private static final String BEGUN = "BEGUN";
  private static final String FINISHED = "FINISHED";

  private final EventLog log;
  private final TransactionTemplate transaction;

  Chronicle(EventLog log, PlatformTransactionManager transactions) {
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
  }

  boolean begun() {
    return !log.history(SUBJECT, HISTORY).isEmpty();
  }

  boolean finished() {
    return log.history(SUBJECT, HISTORY).stream().anyMatch(one -> one.to().equals(FINISHED));
  }

  void begin() {
    record("BEGIN", null, BEGUN, Map.of());
  }

  void finish(Map<String, String> facts) {
    record("FINISH", BEGUN, FINISHED, facts);
  }

  private void record(String event, @Nullable String from, String to, Map<String, String> facts) {
    Transition step = new Transition(SUBJECT, HISTORY, event, from, to);
    transaction.executeWithoutResult(status -> log.append(step, Actor.system(), null, null, facts));
  }
}
