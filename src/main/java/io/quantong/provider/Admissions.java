package io.quantong.provider;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.WorkingCalendar;
import io.quantong.provider.EntryLifecycle.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the admitting district decides on an entry (M6, M8). Every method refuses actors of other
 * roles and districts, and steps the life cycle does not know.
 */
@Service
public class Admissions {

  private final EntryRepository entries;
  private final EntryMoves moves;
  private final Policies policies;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Admissions(
      EntryRepository entries,
      EntryMoves moves,
      Policies policies,
      WorkingCalendar calendar,
      Clock clock) {
    this.entries = entries;
    this.moves = moves;
    this.policies = policies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Asks for further papers within the working days of the policy. */
  @Transactional
  public Provider askPapers(Actor actor, UUID id, String reason) {
    Provider entry = inDistrict(actor, id, Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    LocalDate today = LocalDate.now(clock);
    int days = policies.at(entry.admittingDistrict(), today).count(Parameter.PAPERS_WORKING_DAYS);
    LocalDate due = calendar.afterWorkingDays(today, days).day();
    Provider now =
        moves.move(
            actor, id, Event.ASK_PAPERS, EntryMoves.reason(reason), Map.of("due", due.toString()));
    entries.setPapersDue(id, due);
    return now;
  }

  /** Admits after review (M6). */
  @Transactional
  public Provider admit(Actor actor, UUID id) {
    inDistrict(actor, id, Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    moves.insistNotOfEntry(actor, id);
    return moves.move(actor, id, Event.ADMIT, null);
  }

  /** Refuses an application, with the reason. */
  @Transactional
  public Provider refuse(Actor actor, UUID id, String reason) {
    inDistrict(actor, id, Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    return moves.move(actor, id, Event.REFUSE, EntryMoves.reason(reason));
  }

  /** Stops new orders for a while. */
  @Transactional
  public Provider suspend(Actor actor, UUID id, String reason) {
    inDistrict(actor, id, Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    return moves.move(actor, id, Event.SUSPEND, EntryMoves.reason(reason));
  }

  /** Lets new orders in again; refused while a certificate it depends on has ended. */
  @Transactional
  public Provider resume(Actor actor, UUID id, String reason) {
    inDistrict(actor, id, Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    moves.insistNotOfEntry(actor, id);
    LocalDate ends = entries.firstEnd(id);
    boolean reviewed = moves.locked(id).route() == Dossier.Route.REVIEWED;
    if (reviewed && ends != null && ends.isBefore(LocalDate.now(clock))) {
      throw new Refused(ProviderRefusal.CERTIFICATE_EXPIRED.about("", ends));
    }
    return moves.move(actor, id, Event.RESUME, EntryMoves.reason(reason));
  }

  /**
   * Takes the standing away until a day (M8, M15).
   *
   * @param until last day on which the organisation may not apply again; after today
   */
  @Transactional
  public Provider revoke(Actor actor, UUID id, LocalDate until, String reason) {
    inDistrict(actor, id, Role.DISTRICT_HEAD);
    if (!until.isAfter(LocalDate.now(clock))) {
      throw new Refused(ProviderRefusal.REVOKED_UNTIL);
    }
    return moves.move(
        actor, id, Event.REVOKE, EntryMoves.reason(reason), Map.of("until", until.toString()));
  }

  /** The platform stops new orders because a certificate ended; for the daily job only. */
  @Transactional
  void stopForCertificate(UUID id) {
    LocalDate ends = entries.firstEnd(id);
    moves.move(
        Actor.system(),
        id,
        Event.CERTIFICATE_EXPIRED,
        null,
        ends == null ? Map.of() : Map.of("validUntil", ends.toString()));
  }

  private Provider inDistrict(Actor actor, UUID id, Role... roles) {
    actor.require(roles);
    Provider entry = moves.locked(id).provider();
    actor.requireDistrict(entry.admittingDistrict());
    return entry;
  }
}
