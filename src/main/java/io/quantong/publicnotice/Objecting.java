package io.quantong.publicnotice;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.policy.Deadline;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Objections: filed by anyone while the notice runs, decided by the head of the district. */
@Service
class Objecting {

  private static final int LONGEST = 4_000;
  private static final Role[] READERS = {
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.CITY_SCIENCE,
    Role.AUDITOR,
    Role.SYSTEM
  };

  private final NoticeRepository notices;
  private final ObjectionRepository objections;
  private final Publishing publishing;
  private final Terms terms;
  private final EventLog events;
  private final Idempotency idempotency;
  private final ApplicationEventPublisher publisher;

  Objecting(
      NoticeRepository notices,
      ObjectionRepository objections,
      Publishing publishing,
      Terms terms,
      EventLog events,
      Idempotency idempotency,
      ApplicationEventPublisher publisher) {
    this.notices = notices;
    this.objections = objections;
    this.publishing = publishing;
    this.terms = terms;
    this.events = events;
    this.idempotency = idempotency;
    this.publisher = publisher;
  }

  Objection file(Actor actor, RequestKey key, Objection.Filing filing) {
    Refused.ifAny(problems(filing));
    // Not the file: a form sent twice stores it twice, and it is still one objection.
    List<Object> body =
        List.of(filing.noticeId(), filing.objectorName(), filing.contact(), filing.evidence());
    String id =
        idempotency.once(
            actor, "publicnotice.object", key, body, () -> record(actor, filing).toString());
    return objections.find(UUID.fromString(id)).orElseThrow();
  }

  private static List<NoticeRefusal> problems(Objection.Filing filing) {
    List<NoticeRefusal> problems = new ArrayList<>();
    if (filing.objectorName().isBlank()) {
      problems.add(NoticeRefusal.NAME_MISSING);
    }
    if (filing.contact().isBlank()) {
      problems.add(NoticeRefusal.CONTACT_MISSING);
    }
    if (filing.evidence().isBlank()) {
      problems.add(NoticeRefusal.EVIDENCE_MISSING);
    }
    int longest = Math.max(filing.objectorName().length(), filing.contact().length());
    if (Math.max(longest, filing.evidence().length()) > LONGEST) {
      problems.add(NoticeRefusal.TOO_LONG);
    }
    return problems;
  }

  private UUID record(Actor actor, Objection.Filing filing) {
    Notice notice =
        notices.lock(filing.noticeId()).orElseThrow(() -> new Refused(NoticeRefusal.UNKNOWN));
    LocalDate today = terms.today();
    if (!takesObjections(notice)) {
      throw new Refused(NoticeRefusal.NOT_RUNNING);
    }
    Deadline answerBy = terms.answerBy(today, notices.policyVersion(notice.id()));
    Objection objection =
        new Objection(
            Ids.next(),
            notices.nextNumber("YY", today),
            notice.id(),
            notice.claimId(),
            notice.district(),
            filing.objectorName().strip(),
            filing.contact().strip(),
            filing.evidence().strip(),
            filing.fileId(),
            Objection.State.OPEN,
            terms.now(),
            answerBy.day(),
            answerBy.provisional(),
            null);
    objections.insert(objection, today);
    events.append(
        Transition.of(
            NoticeLifecycle.OBJECTION,
            objection.id(),
            NoticeLifecycle.Answer.FILE,
            null,
            objection.state()),
        actor,
        null,
        null,
        Map.of("notice", notice.number(), "answerBy", answerBy.day().toString()));
    publisher.publishEvent(new ObjectionFiled(notice.claimId(), objection.id()));
    return objection.id();
  }

  /** Until the last day is over, 24:00. */
  boolean takesObjections(Notice notice) {
    return notice.state() == Notice.State.RUNNING && !terms.today().isAfter(notice.lastDay());
  }

  void decide(Actor actor, RequestKey key, UUID objectionId, Objection.Ruling ruling) {
    actor.require(Role.DISTRICT_HEAD);
    Objection objection = known(objectionId);
    actor.requireDistrict(objection.district());
    Notice notice = notices.lock(objection.noticeId()).orElseThrow();
    Refused.ifAny(problems(ruling, notice.amount()));
    idempotency.once(
        actor,
        "publicnotice.decide",
        key,
        List.of(objectionId, ruling),
        () -> {
          rule(actor, notice, objectionId, ruling);
          return objectionId.toString();
        });
  }

  private static List<NoticeRefusal> problems(Objection.Ruling ruling, Money published) {
    List<NoticeRefusal> problems = new ArrayList<>();
    if (ruling.reason().isBlank()) {
      problems.add(NoticeRefusal.REASON_MISSING);
    }
    if (ruling.reason().length() > LONGEST) {
      problems.add(NoticeRefusal.REASON_TOO_LONG);
    }
    Money sum = ruling.newAmount();
    boolean wantsSum = ruling.outcome() == ObjectionDecided.Outcome.UPHELD_NEW_SUM;
    boolean fits = sum != null && sum.isPositive() && sum.compareTo(published) < 0;
    if (wantsSum ? !fits : sum != null) {
      problems.add(NoticeRefusal.NEW_SUM_OUT_OF_RANGE);
    }
    return problems;
  }

  private void rule(Actor actor, Notice notice, UUID objectionId, Objection.Ruling ruling) {
    if (known(objectionId).state() != Objection.State.OPEN) {
      throw new Refused(NoticeRefusal.DECIDED);
    }
    switch (ruling.outcome()) {
      case DISMISSED -> close(actor, objectionId, NoticeLifecycle.Answer.DISMISS, ruling);
      case UPHELD_REFUSE -> {
        upholdAll(actor, notice.claimId(), ruling);
        publishing.supersede(actor, notice.claimId());
      }
      case UPHELD_NEW_SUM -> upholdAll(actor, notice.claimId(), ruling);
    }
    publisher.publishEvent(
        new ObjectionDecided(
            notice.claimId(),
            objectionId,
            ruling.outcome(),
            ruling.newAmount(),
            actor,
            ruling.reason()));
    publishing.endIfOver(actor, notice.id(), terms.today());
  }

  /** One decision on the claim answers everybody who objected to it. */
  private void upholdAll(Actor actor, UUID claimId, Objection.Ruling ruling) {
    for (Objection open : objections.open(claimId)) {
      close(actor, open.id(), NoticeLifecycle.Answer.UPHOLD, ruling);
    }
  }

  private void close(Actor actor, UUID id, NoticeLifecycle.Answer answer, Objection.Ruling ruling) {
    Objection.State to = NoticeLifecycle.OBJECTIONS.next(Objection.State.OPEN, answer);
    objections.decide(id, to, ruling, actor, terms.now());
    events.append(
        Transition.of(NoticeLifecycle.OBJECTION, id, answer, Objection.State.OPEN, to),
        actor,
        Masking.words(ruling.reason()),
        null,
        Map.of("outcome", ruling.outcome().name()));
  }

  List<Objection> visibleTo(Actor actor) {
    actor.require(READERS);
    return objections.list(
        actor.readsAllDistricts() ? null : actor.district() == null ? "" : actor.district());
  }

  Objection visible(Actor actor, UUID id) {
    actor.require(READERS);
    Objection objection = known(id);
    if (!actor.readsAllDistricts()) {
      actor.requireDistrict(objection.district());
    }
    return objection;
  }

  List<DomainEvent> history(Actor actor, UUID id) {
    return events.history(NoticeLifecycle.OBJECTION, visible(actor, id).id().toString());
  }

  /** What the number tells anyone who holds it; nothing of the objector, words masked. */
  Optional<Objection.Receipt> receipt(String number) {
    return objections.byNumber(number.strip().toUpperCase(Locale.ROOT)).map(this::receipt);
  }

  private Objection.Receipt receipt(Objection objection) {
    Notice notice = notices.find(objection.noticeId()).orElseThrow();
    Objection.Decision decision = objection.decision();
    return new Objection.Receipt(
        objection.number(),
        notice,
        objection.state(),
        objection.filedAt(),
        objection.answerBy(),
        objection.provisional(),
        decision == null ? null : Masking.words(decision.reason()),
        decision == null ? null : decision.decidedAt());
  }

  private Objection known(UUID id) {
    return objections.find(id).orElseThrow(() -> new Refused(NoticeRefusal.UNKNOWN));
  }

  /** The clock and the time limits of objections. */
  @Service
  static class Terms {
    private final Policies policies;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Terms(Policies policies, WorkingCalendar calendar, Clock clock) {
      this.policies = policies;
      this.calendar = calendar;
      this.clock = clock;
    }

    LocalDate today() {
      return LocalDate.now(clock);
    }

    Instant now() {
      return clock.instant();
    }

    Deadline answerBy(LocalDate filedOn, long policyVersion) {
      int days = policies.version(policyVersion).count(Parameter.OBJECTION_WORKING_DAYS);
      return calendar.afterWorkingDays(filedOn, days);
    }
  }
}
