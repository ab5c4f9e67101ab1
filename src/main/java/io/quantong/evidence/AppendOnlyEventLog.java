package io.quantong.evidence;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes each transition in the transaction that makes it, so that no transition is without a
 * record and no record without its transition. Receipts and anchoring are derived from these rows
 * later, never inside the business transaction.
 */
@Component
class AppendOnlyEventLog implements EventLog {

  private final EventRepository events;
  private final Clock clock;

  AppendOnlyEventLog(EventRepository events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(
      Transition step,
      Actor actor,
      @Nullable String reason,
      @Nullable Long policyVersion,
      Map<String, String> facts) {
    events.insert(
        new DomainEvent(
            step.subjectType(),
            step.subjectId(),
            step.event(),
            step.from(),
            step.to(),
            actor,
            clock.instant(),
            reason,
            policyVersion,
            facts));
  }

  /**
   * Stated here again, because what an interface does by default is called past the guard above.
   */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(Transition step, Actor actor) {
    append(step, actor, null, null, Map.of());
  }

  @Override
  @Transactional(readOnly = true)
  public List<DomainEvent> history(String subjectType, String subjectId) {
    return events.bySubject(subjectType, subjectId);
  }
}
