package io.quantong.publicnotice;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Role;
import io.quantong.policy.DayBox;
import io.quantong.policy.Deadline;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Publishes notices and ends them. */
@Service
class Publishing {

  private final NoticeRepository notices;
  private final ObjectionRepository objections;
  private final Policies policies;
  private final WorkingCalendar calendar;
  private final EventLog events;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Publishing(
      NoticeRepository notices,
      ObjectionRepository objections,
      Policies policies,
      WorkingCalendar calendar,
      EventLog events,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.notices = notices;
    this.objections = objections;
    this.policies = policies;
    this.calendar = calendar;
    this.events = events;
    this.publisher = publisher;
    this.clock = clock;
  }

  Notice publish(Actor actor, Notices.Draft draft) {
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD, Role.SYSTEM);
    actor.requireDistrict(draft.district());
    supersede(actor, draft.claimId());
    LocalDate today = LocalDate.now(clock);
    Deadline lastDay = calendar.afterCalendarDays(today, noticeDays(draft.policyVersion()));
    Notice notice =
        new Notice(
            Ids.next(),
            notices.nextNumber("GS", today),
            draft.claimId(),
            draft.claimNumber(),
            draft.district(),
            Masking.firm(draft.providerName()),
            draft.beneficiaryIsPerson()
                ? Masking.person(draft.beneficiaryName())
                : Masking.firm(draft.beneficiaryName()),
            Masking.words(draft.service()),
            draft.total(),
            draft.amount(),
            today,
            lastDay.day(),
            lastDay.provisional(),
            Notice.State.RUNNING);
    notices.insert(notice, draft.policyVersion());
    events.append(
        Transition.of(
            NoticeLifecycle.NOTICE,
            notice.id(),
            NoticeLifecycle.Step.PUBLISH,
            null,
            notice.state()),
        actor,
        null,
        draft.policyVersion(),
        Map.of("claim", notice.claimNumber(), "lastDay", notice.lastDay().toString()));
    return notice;
  }

  /** Takes down the running notice on a claim, if one runs. */
  void supersede(Actor actor, UUID claimId) {
    notices
        .running(claimId)
        .ifPresent(notice -> step(actor, notice, NoticeLifecycle.Step.SUPERSEDE));
  }

  /**
   * Ends a notice whose last day is over and to which no objection is open; else does nothing.
   *
   * @return true when it ended
   */
  boolean endIfOver(Actor actor, UUID noticeId, LocalDate day) {
    Notice notice = notices.lock(noticeId).orElseThrow();
    if (notice.state() != Notice.State.RUNNING
        || !notice.lastDay().isBefore(day)
        || objections.anyOpen(notice.claimId())) {
      return false;
    }
    step(actor, notice, NoticeLifecycle.Step.END);
    publisher.publishEvent(new NoticeEnded(notice.claimId(), day));
    return true;
  }

  /**
   * Counts a provisional last day again; the day of a year since announced becomes final.
   *
   * @return true when something changed
   */
  boolean recount(Actor actor, UUID noticeId) {
    Notice notice = notices.lock(noticeId).orElseThrow();
    Deadline again =
        calendar.afterCalendarDays(
            notice.publishedOn(), noticeDays(notices.policyVersion(noticeId)));
    if (notice.state() != Notice.State.RUNNING
        || !notice.provisional()
        || again.equals(new Deadline(notice.lastDay(), true))) {
      return false;
    }
    notices.moveLastDay(noticeId, again);
    events.append(
        Transition.of(
            NoticeLifecycle.NOTICE,
            noticeId,
            NoticeLifecycle.Step.MOVE_LAST_DAY,
            notice.state(),
            notice.state()),
        actor,
        null,
        null,
        Map.of("before", notice.lastDay().toString(), "after", again.day().toString()));
    return true;
  }

  List<DayBox> strip(Notice notice) {
    int days = noticeDays(notices.policyVersion(notice.id()));
    List<DayBox> numbered = new ArrayList<>();
    for (DayBox box : calendar.strip(notice.publishedOn(), notice.lastDay(), List.of())) {
      int running = numbered.size() + 1;
      numbered.add(new DayBox(box.day(), box.kind(), box.name(), running <= days ? running : 0));
    }
    return numbered;
  }

  private int noticeDays(long policyVersion) {
    return policies.version(policyVersion).count(Parameter.NOTICE_DAYS);
  }

  private void step(Actor actor, Notice notice, NoticeLifecycle.Step step) {
    Notice.State to = NoticeLifecycle.NOTICES.next(notice.state(), step);
    notices.move(notice.id(), to);
    events.append(
        Transition.of(NoticeLifecycle.NOTICE, notice.id(), step, notice.state(), to), actor);
  }
}
