package io.quantong.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The append-only record of every transition, written in the transaction that makes it. */
public interface EventLog {

  /**
   * Appends; must run inside a transaction. The time is the platform's clock.
   *
   * @param transition what happened to what
   * @param actor who did it
   * @param reason why, or null
   * @param policyVersion the policy applied, or null
   * @param facts further values, never personal data
   */
  void append(
      Transition transition,
      Actor actor,
      @Nullable String reason,
      @Nullable Long policyVersion,
      Map<String, String> facts);

  /** Appends an event that needs no reason, policy or facts. */
  default void append(Transition transition, Actor actor) {
    append(transition, actor, null, null, Map.of());
  }

  /** All events of a thing, oldest first. */
  List<DomainEvent> history(String subjectType, String subjectId);

  /**
   * A step of a life cycle.
   *
   * @param subjectType module noun
   * @param subjectId identifier
   * @param event name of the step
   * @param from state before, null at the beginning
   * @param to state after
   */
  record Transition(
      String subjectType, String subjectId, String event, @Nullable String from, String to) {

    /** A step between two states of an enumeration. */
    public static Transition of(
        String subjectType, Object id, Enum<?> event, @Nullable Enum<?> from, Enum<?> to) {
      return new Transition(
          subjectType, id.toString(), event.name(), from == null ? null : from.name(), to.name());
    }
  }
}
