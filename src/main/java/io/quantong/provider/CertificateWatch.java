package io.quantong.provider;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DailyJob;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends of certificates: warnings 90, 30 and 7 days before, a stop of new orders the day after. */
@Component
class CertificateWatch implements DailyJob, WorkList {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  private static final List<Integer> WARNINGS = List.of(7, 30, 90);

  private final EntryRepository entries;
  private final Admissions admissions;
  private final Clock clock;

  CertificateWatch(EntryRepository entries, Admissions admissions, Clock clock) {
    this.entries = entries;
    this.admissions = admissions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "provider.certificates";
  }

  @Override
  public int run(LocalDate day) {
    int stopped = 0;
    for (UUID id : entries.withExpiredCertificate(day)) {
      try {
        admissions.stopForCertificate(id);
        stopped++;
      } catch (RuntimeException failure) {
        LOG.error("entry {} was not stopped for its certificate", id, failure);
      }
    }
    return stopped;
  }

  @Override
  public List<Item> waitingFor(Actor actor) {
    List<Item> items = new ArrayList<>();
    String district = actor.district();
    if (district != null && actor.is(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD)) {
      long waiting = entries.toDecide(district);
      if (waiting > 0) {
        items.add(
            new Item(
                "provider.work.to_decide", List.of(waiting), "/provider/admission", null, waiting));
      }
    }
    if (actor.is(Role.PROVIDER_MANAGER)) {
      entries
          .lastOf(actor.organisationId())
          .flatMap(entries::find)
          .ifPresent(found -> own(found, items));
    }
    return items;
  }

  private void own(Dossier found, List<Item> items) {
    if (found.provider().state() == ProviderState.AWAITING_PAPERS) {
      items.add(
          new Item("provider.work.papers", List.of(), "/provider/mine", found.papersDue(), 1));
    }
    LocalDate ends = entries.firstEnd(found.provider().id());
    boolean counts =
        found.provider().state() == ProviderState.ADMITTED
            || found.provider().state() == ProviderState.SUSPENDED;
    if (ends == null || !counts) {
      return;
    }
    long left = ChronoUnit.DAYS.between(LocalDate.now(clock), ends);
    WARNINGS.stream()
        .filter(days -> left <= days)
        .findFirst()
        .ifPresent(
            days ->
                items.add(
                    new Item(
                        left < 0
                            ? "provider.work.certificate_ended"
                            : "provider.work.certificate_" + days,
                        List.of(ends),
                        "/provider/mine",
                        ends,
                        1)));
  }
}
