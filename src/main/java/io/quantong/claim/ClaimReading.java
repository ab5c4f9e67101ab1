package io.quantong.claim;

import io.quantong.claim.ClaimView.After;
import io.quantong.claim.ClaimView.Clocks;
import io.quantong.claim.ClaimView.Paper;
import io.quantong.claim.ClaimView.PaperKind;
import io.quantong.document.Documents;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.order.OrderDetail;
import io.quantong.order.Orders;
import io.quantong.order.ServiceRecord;
import io.quantong.payout.Payouts;
import io.quantong.policy.Parameter;
import io.quantong.policy.Pause;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one claim, each reader within own scope. */
@Component
class ClaimReading {

  /** Steps inside the bureau, which the other sides only see the outcome of. */
  private static final Set<String> INTERNAL =
      Set.of(
          ClaimEvent.PROPOSE.name(),
          ClaimEvent.SEND_BACK.name(),
          ClaimEvent.REMIND.name(),
          ClaimEvent.ESCALATE.name());

  private final ClaimSteps steps;
  private final PaperRepository papers;
  private final PauseRepository pauses;
  private final ClaimClock clock;
  private final Sources sources;

  ClaimReading(
      ClaimSteps steps,
      PaperRepository papers,
      PauseRepository pauses,
      ClaimClock clock,
      Sources sources) {
    this.steps = steps;
    this.papers = papers;
    this.pauses = pauses;
    this.clock = clock;
    this.sources = sources;
  }

  /** The modules a view is drawn from. */
  @Component
  record Sources(Orders orders, Documents documents, Notices notices, Payouts payouts) {}

  ClaimView view(Actor actor, UUID id) {
    Claim claim = visible(actor, id);
    boolean inside = inside(actor);
    UUID orderId = claim.matter().orderId();
    OrderDetail order = sources.orders().dossier(orderId);
    ServiceRecord service = sources.orders().serviceRecord(orderId);
    Invoice invoice = papers.invoice(id);
    Notice notice = sources.notices().latest(id).orElse(null);
    return new ClaimView(
        inside ? claim : outside(claim),
        invoice,
        files(claim, invoice, order),
        order,
        service,
        Comparison.of(claim, invoice, order, service),
        inside ? papers.signals(id) : List.of(),
        clocks(claim, notice),
        new After(
            notice, sources.payouts().ofClaim(id).orElse(null), pauses.recovery(id).orElse(null)),
        ClaimGuide.next(inside ? claim : outside(claim)),
        ClaimGuide.may(actor, claim),
        desk(claim));
  }

  private ClaimView.Desk desk(Claim claim) {
    return new ClaimView.Desk(
        clock.needsSecond(claim),
        clock.policy(claim.policyVersion()).count(Parameter.PAPERS_TIMES),
        pauses.lastAskedFor(claim.id()).orElse(null));
  }

  private Clocks clocks(Claim claim, @Nullable Notice notice) {
    List<Pause> stood = pauses.pauses(claim.id());
    LocalDate received = claim.dates().receivedOn();
    LocalDate decided = claim.dates().decidedOn();
    LocalDate until = decided == null ? clock.today() : decided;
    return new Clocks(
        clock.strip(claim, stood),
        notice == null ? List.of() : sources.notices().strip(notice),
        received == null ? 0 : clock.workingDay(received, until, stood),
        clock.workingDays(claim.policyVersion()),
        clock.expectedOn(claim));
  }

  private List<Paper> files(Claim claim, Invoice invoice, OrderDetail order) {
    List<Paper> files = new ArrayList<>();
    if (invoice.documentId() != null) {
      add(files, PaperKind.INVOICE, List.of(invoice.documentId()));
    }
    add(files, PaperKind.REPORT, order.order().reportIds());
    add(files, PaperKind.OTHER, papers.otherPapers(claim.id()));
    return files;
  }

  private void add(List<Paper> files, PaperKind kind, List<UUID> ids) {
    sources.documents().describe(ids).forEach(file -> files.add(new Paper(kind, file)));
  }

  Claims.Content open(Actor actor, UUID claimId, UUID documentId) {
    Claim claim = visible(actor, claimId);
    boolean ofClaim =
        papers.hasPaper(claimId, documentId)
            || sources
                .orders()
                .dossier(claim.matter().orderId())
                .order()
                .reportIds()
                .contains(documentId);
    if (!ofClaim) {
      throw ClaimSteps.unknown();
    }
    return new Claims.Content(
        sources.documents().describe(List.of(documentId)).getFirst(),
        sources.documents().open(documentId));
  }

  List<DomainEvent> history(Actor actor, UUID id) {
    Claim claim = visible(actor, id);
    boolean inside = inside(actor);
    return steps.history(claim.id()).stream()
        .filter(event -> inside || !INTERNAL.contains(event.event()))
        .map(event -> inside ? event : withoutNames(event, actor))
        .toList();
  }

  /** The other sides learn which bureau acted, not which person. */
  private static DomainEvent withoutNames(DomainEvent event, Actor reader) {
    Actor by = event.actor();
    if (by.organisationId().equals(reader.organisationId())) {
      return event;
    }
    Actor bureau =
        new Actor(
            Actor.NOBODY,
            "",
            by.organisationId(),
            by.organisationName(),
            by.district(),
            by.roles());
    return new DomainEvent(
        event.subjectType(),
        event.subjectId(),
        event.event(),
        event.from(),
        event.to(),
        bureau,
        event.at(),
        event.reason(),
        event.policyVersion(),
        event.facts());
  }

  /** Whoever may not see a claim learns no more than whoever asks for one that is not there. */
  private Claim visible(Actor actor, UUID id) {
    Claim claim = steps.find(id);
    if (!sees(actor, claim)) {
      throw new Refused(ClaimRefusal.of(ClaimRefusal.Reason.UNKNOWN));
    }
    return claim;
  }

  private static boolean sees(Actor actor, Claim claim) {
    if (actor.readsAllDistricts()) {
      return true;
    }
    String district = actor.district();
    if (inside(actor)) {
      return district != null
          && (district.equals(claim.place().handling())
              || district.equals(claim.place().funding()));
    }
    UUID organisation = actor.organisationId();
    boolean provider =
        actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_FINANCE, Role.PROVIDER_TECHNICIAN)
            && organisation.equals(claim.parties().providerOrganisationId());
    return provider
        || (actor.is(Role.BENEFICIARY) && organisation.equals(claim.parties().beneficiaryId()));
  }

  /** Officials see the bureau's own work: signals, proposals, names. */
  static boolean inside(Actor actor) {
    return actor.readsAllDistricts()
        || actor.is(
            Role.DISTRICT_HANDLER,
            Role.DISTRICT_REVIEWER,
            Role.DISTRICT_HEAD,
            Role.FINANCE_CLERK,
            Role.FINANCE_APPROVER);
  }

  private static Claim outside(Claim claim) {
    return Edit.of(claim).proposal(null).risk(Signal.Level.PASS).to(claim.state());
  }
}
