package io.quantong.kernel;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transition that happened: who, in which role, when, why, under which policy (product section
 * 5).
 *
 * @param subjectType module noun: {@code order}, {@code claim}, {@code lot} …
 * @param subjectId identifier of the thing
 * @param event name of the transition, upper case; the readable text is message {@code
 *     <subjectType>.event.<event>}
 * @param from state before, null when the thing began
 * @param to state after
 * @param actor who
 * @param at when, by the platform's clock
 * @param reason why, in the actor's words; null when the event says it all
 * @param policyVersion identifier of the policy version applied, null when none was
 * @param facts further values worth keeping (amount, deadline …), never personal data
 */
public record DomainEvent(
    String subjectType,
    String subjectId,
    String event,
    @Nullable String from,
    String to,
    Actor actor,
    Instant at,
    @Nullable String reason,
    @Nullable Long policyVersion,
    Map<String, String> facts) {

  public DomainEvent {
    facts = Map.copyOf(facts);
  }
}
