package io.quantong.provider;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Refused;
import io.quantong.provider.EntryLifecycle.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one place in which an entry changes its state: table, row, record and announcement. */
@Component
class EntryMoves {

  private final EntryRepository entries;
  private final EventLog log;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  EntryMoves(
      EntryRepository entries, EventLog log, ApplicationEventPublisher publisher, Clock clock) {
    this.entries = entries;
    this.log = log;
    this.publisher = publisher;
    this.clock = clock;
  }

  EventLog log() {
    return log;
  }

  /** The entry, its row locked until the transaction ends. */
  Dossier locked(UUID id) {
    return entries.lock(id).orElseThrow(() -> new Refused(ProviderRefusal.NOT_FOUND));
  }

  /** Records the beginning of an entry. */
  void began(Actor actor, Provider entry) {
    log.append(
        Transition.of(EntryLifecycle.TABLE.subject(), entry.id(), Event.APPLY, null, entry.state()),
        actor,
        null,
        null,
        Map.of("kind", entry.kind().name(), "district", entry.admittingDistrict()));
  }

  Provider move(Actor actor, UUID id, Event event, @Nullable String reason) {
    return move(actor, id, event, reason, Map.of());
  }

  /** Moves an entry by the table and returns it as it then is. */
  Provider move(
      Actor actor, UUID id, Event event, @Nullable String reason, Map<String, String> facts) {
    ProviderState from = locked(id).provider().state();
    ProviderState to = EntryLifecycle.TABLE.next(from, event);
    switch (event) {
      case ADMIT, ADMIT_EXEMPT -> entries.setAdmitted(id, LocalDate.now(clock));
      case REVOKE -> entries.setRevoked(id, LocalDate.parse(facts.get("until")));
      case APPLY,
          RECEIVE,
          ASK_PAPERS,
          SUPPLY_PAPERS,
          REFUSE,
          SUSPEND,
          CERTIFICATE_EXPIRED,
          RESUME,
          LEAVE,
          CHANGE_ACCOUNT,
          ADD_CERTIFICATE ->
          entries.setState(id, to);
    }
    log.append(
        Transition.of(EntryLifecycle.TABLE.subject(), id, event, from, to),
        actor,
        reason,
        null,
        facts);
    Provider now = entries.find(id).orElseThrow().provider();
    publisher.publishEvent(new ProviderChanged(now));
    return now;
  }

  /**
   * A person in two organisations is still one person: nobody lets itself in.
   *
   * @throws Refused when this person ever acted for the entry's own organisation
   */
  void insistNotOfEntry(Actor actor, UUID id) {
    UUID own = locked(id).provider().organisationId();
    boolean acted =
        log.history(EntryLifecycle.TABLE.subject(), id.toString()).stream()
            .map(DomainEvent::actor)
            .filter(by -> by.organisationId().equals(own))
            .anyMatch(by -> by.personId().equals(actor.personId()));
    if (acted) {
      throw new Refused(ProviderRefusal.SAME_PERSON);
    }
  }

  /** A reason that says something. */
  static String reason(@Nullable String words) {
    if (words == null || words.isBlank()) {
      throw new Refused(ProviderRefusal.REASON_MISSING);
    }
    return words.strip();
  }
}
