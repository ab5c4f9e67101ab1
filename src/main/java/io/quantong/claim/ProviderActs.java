package io.quantong.claim;

import io.quantong.claim.ClaimRefusal.Reason;
import io.quantong.claim.ClaimSteps.Step;
import io.quantong.claim.ClaimView.PaperKind;
import io.quantong.document.Documents;
import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the provider does with its claim (M3). Runs in the facade's transaction. */
@Component
class ProviderActs {

  private static final Set<String> INVOICE_TYPES =
      Set.of("application/pdf", "application/ofd", "application/xml");

  private final ClaimSteps steps;
  private final PaperRepository papers;
  private final PauseRepository pauses;
  private final Documents documents;
  private final ClaimInquiry inquiry;
  private final ClaimClock clock;
  private final ClaimMoney money;

  ProviderActs(
      ClaimSteps steps,
      PaperRepository papers,
      PauseRepository pauses,
      Documents documents,
      ClaimInquiry inquiry,
      ClaimClock clock,
      ClaimMoney money) {
    this.steps = steps;
    this.papers = papers;
    this.pauses = pauses;
    this.documents = documents;
    this.inquiry = inquiry;
    this.clock = clock;
    this.money = money;
  }

  void fill(Actor actor, UUID id, Invoice typed) {
    Claim claim = lockForPapers(actor, id);
    papers.put(claim.id(), merged(claim, typed));
  }

  void attach(Actor actor, UUID id, PaperKind kind, UUID documentId) {
    Claim claim = lockForPapers(actor, id);
    StoredDocument file = documents.describe(List.of(documentId)).getFirst();
    if (kind == PaperKind.REPORT || !file.uploadedBy().equals(actor.personId())) {
      throw new Refused(ClaimRefusal.of(Reason.NOT_YOUR_FILE));
    }
    if (kind == PaperKind.INVOICE && !mayBeInvoice(file.mediaType())) {
      throw new Refused(ClaimRefusal.of(Reason.INVOICE_TYPE, file.fileName()));
    }
    papers.addPaper(claim.id(), documentId, kind, clock.now());
    if (kind == PaperKind.INVOICE) {
      Invoice stated = papers.invoice(claim.id()).withFile(documentId);
      papers.put(claim.id(), inquiry.read(documentId).map(stated::asIn).orElse(stated));
    }
    steps.move(
        actor,
        claim,
        Edit.of(claim),
        Step.of(ClaimEvent.FILL).with(Map.of("sha256", file.sha256())));
  }

  /** Invoices are issued as such files; a letter or a table proves nothing. */
  private static boolean mayBeInvoice(String mediaType) {
    return INVOICE_TYPES.contains(mediaType) || mediaType.startsWith("image/");
  }

  private Claim lockForPapers(Actor actor, UUID id) {
    Claim claim = steps.lockAsProvider(actor, id);
    if (!ClaimLifecycle.TABLE.allows(claim.state(), ClaimEvent.FILL)) {
      throw new Refused(ClaimRefusal.of(Reason.NOT_OPEN_FOR_PAPERS));
    }
    return claim;
  }

  /** Typed values replace those before; the file is uploaded apart and stays. */
  private Invoice merged(Claim claim, Invoice typed) {
    return typed.withFile(papers.invoice(claim.id()).documentId());
  }

  void submit(Actor actor, UUID id, Invoice typed, boolean declared) {
    Claim draft = steps.lockAsProvider(actor, id);
    ClaimSteps.next(draft, ClaimEvent.SUBMIT);
    ClaimFacts facts = checked(draft, typed, declared);
    LocalDate today = clock.today();
    Claim submitted =
        steps.move(
            actor,
            draft,
            Edit.of(draft)
                .received(today, actor.personId())
                .due(clock.confirmBy(draft.policyVersion(), today, List.of())),
            Step.of(ClaimEvent.SUBMIT).with(invoiceFacts(facts)));
    Signal.Level risk = inquiry.check(facts);
    steps.move(
        Actor.system(),
        submitted,
        Edit.of(submitted).risk(risk),
        Step.of(ClaimEvent.PASS_CHECKS)
            .with(Map.of("due", String.valueOf(submitted.dates().dueOn()))));
  }

  void supply(Actor actor, UUID id, Invoice typed, String note) {
    Claim claim = steps.lockAsProvider(actor, id);
    ClaimSteps.next(claim, ClaimEvent.SUPPLY);
    String words = ClaimSteps.reason(note);
    ClaimFacts facts = checked(claim, typed, true);
    Signal.Level risk = inquiry.check(facts);
    pauses.resume(id, clock.today(), words);
    steps.move(
        actor,
        claim,
        Edit.of(claim)
            .risk(risk)
            .due(
                clock.confirmBy(
                    claim.policyVersion(),
                    Objects.requireNonNull(claim.dates().receivedOn()),
                    pauses.pauses(id))),
        Step.of(ClaimEvent.SUPPLY).because(words).with(invoiceFacts(facts)));
  }

  /** Refuses with every fault; else the invoice is stored and its number taken. */
  private ClaimFacts checked(Claim claim, Invoice typed, boolean declared) {
    Invoice invoice = merged(claim, typed);
    ClaimFacts facts = inquiry.facts(claim, invoice);
    List<ClaimRefusal> faults = new ArrayList<>(ClaimFaults.all(facts));
    if (!declared) {
      faults.add(ClaimRefusal.of(Reason.NOT_DECLARED));
    }
    Refused.ifAny(faults);
    papers.put(claim.id(), invoice);
    return facts;
  }

  private static Map<String, String> invoiceFacts(ClaimFacts facts) {
    return Map.of(
        "invoice", String.valueOf(facts.invoice().number()),
        "gross", Objects.requireNonNull(facts.invoice().gross()).plain(),
        "amount", facts.claim().sums().claimed().plain());
  }

  void withdraw(Actor actor, UUID id, String reason) {
    Claim claim = steps.lockAsProvider(actor, id);
    ClaimSteps.next(claim, ClaimEvent.WITHDRAW);
    end(actor, claim, Step.of(ClaimEvent.WITHDRAW).because(ClaimSteps.reason(reason)));
  }

  /** Not handed in within the window: the money goes back to the budget. */
  void lapse(Claim claim) {
    end(
        Actor.system(),
        claim,
        Step.of(ClaimEvent.LAPSE).with(Map.of("due", String.valueOf(claim.dates().dueOn()))));
  }

  private void end(Actor actor, Claim claim, Step step) {
    steps.move(actor, claim, Edit.of(claim).proposal(null).noDue(), step);
    if (claim.state() == ClaimState.AWAITING_PAPERS) {
      pauses.resume(claim.id(), clock.today(), step.event().name());
    }
    money.giveBack(Actor.system(), claim);
  }
}
