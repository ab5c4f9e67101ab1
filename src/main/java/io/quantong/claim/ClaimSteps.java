package io.quantong.claim;

import io.quantong.claim.ClaimRefusal.Reason;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way in which a claim is locked, moved and recorded. Runs in the caller's transaction. */
@Component
class ClaimSteps {

  /** Characters of anything a person types. */
  static final int LONGEST_TEXT = 2_000;

  private static final Set<String> FOR_PROVIDER =
      Set.of(ClaimEvent.FILL.name(), ClaimEvent.SUBMIT.name(), ClaimEvent.SUPPLY.name());

  private final ClaimRepository claims;
  private final EventLog events;

  ClaimSteps(ClaimRepository claims, EventLog events) {
    this.claims = claims;
    this.events = events;
  }

  /**
   * A step to be recorded.
   *
   * @param event what happens
   * @param reason in the actor's words
   * @param facts amounts and dates, never personal data
   */
  record Step(ClaimEvent event, @Nullable String reason, Map<String, String> facts) {

    static Step of(ClaimEvent event) {
      return new Step(event, null, Map.of());
    }

    Step because(@Nullable String words) {
      return new Step(event, words == null || words.isBlank() ? null : words.strip(), facts);
    }

    Step with(Map<String, String> values) {
      return new Step(event, reason, values);
    }
  }

  Claim lock(UUID id) {
    return claims.lock(id).orElseThrow(ClaimSteps::unknown);
  }

  Claim find(UUID id) {
    return claims.find(id).orElseThrow(ClaimSteps::unknown);
  }

  /** Locks for those who handle the money of the provider. */
  Claim lockAsProvider(Actor actor, UUID id) {
    actor.require(Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER);
    Claim claim = lock(id);
    actor.requireOrganisation(claim.parties().providerOrganisationId());
    return claim;
  }

  /** Locks for the bureau that handles the claim. */
  Claim lockAsBureau(Actor actor, UUID id, Role... roles) {
    actor.require(roles);
    Claim claim = lock(id);
    actor.requireDistrict(claim.place().handling());
    return claim;
  }

  /** Refuses what the life cycle does not know. */
  static ClaimState next(Claim claim, ClaimEvent event) {
    return ClaimLifecycle.TABLE.next(claim.state(), event);
  }

  /** Moves a locked claim along the table, writes it and records the step. */
  Claim move(Actor actor, Claim before, Edit edit, Step step) {
    Claim after = edit.to(next(before, step.event()));
    claims.update(after);
    record(actor, before.state(), after, step);
    return after;
  }

  /** Records the first step of a claim just inserted. */
  void begin(Actor actor, Claim claim, Map<String, String> facts) {
    record(actor, null, claim, Step.of(ClaimEvent.OPEN).with(facts));
  }

  private void record(Actor actor, @Nullable ClaimState from, Claim after, Step step) {
    events.append(
        Transition.of(ClaimLifecycle.SUBJECT, after.id(), step.event(), from, after.state()),
        actor,
        step.reason(),
        after.policyVersion(),
        step.facts());
  }

  List<DomainEvent> history(UUID claimId) {
    return events.history(ClaimLifecycle.SUBJECT, claimId.toString());
  }

  /** Insists on words. */
  static String reason(@Nullable String typed) {
    String reason = typed == null ? "" : typed.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_TEXT) {
      throw new Refused(ClaimRefusal.of(Reason.REASON_MISSING, LONGEST_TEXT));
    }
    return reason;
  }

  /** Whoever had a hand in a claim so far, by person; the platform itself is nobody. */
  Set<UUID> everybody(UUID claimId) {
    return persons(claimId, Set.of());
  }

  /**
   * A person in two organisations is still one person: who acted for the provider does not act for
   * the bureau.
   *
   * @throws Refused when this person handed in, supplied or added papers
   */
  void insistNotOfProvider(Actor actor, UUID claimId) {
    if (persons(claimId, FOR_PROVIDER).contains(actor.personId())) {
      throw new Refused(ClaimRefusal.of(Reason.SAME_PERSON));
    }
  }

  private Set<UUID> persons(UUID claimId, Set<String> named) {
    return history(claimId).stream()
        .filter(event -> named.isEmpty() || named.contains(event.event()))
        .map(event -> event.actor().personId())
        .filter(person -> !person.equals(Actor.NOBODY))
        .collect(Collectors.toSet());
  }

  static Refused unknown() {
    return new Refused(ClaimRefusal.of(Reason.UNKNOWN));
  }
}
