package io.quantong.publicnotice;

import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.policy.DayBox;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Public notices of claims and the objections to them (M4). The only way anything is published. */
@Service
public class Notices {

  private final Publishing publishing;
  private final Objecting objecting;
  private final EvidenceFiles evidence;
  private final NoticeRepository notices;
  private final ObjectionRepository objections;

  Notices(
      Publishing publishing,
      Objecting objecting,
      EvidenceFiles evidence,
      NoticeRepository notices,
      ObjectionRepository objections) {
    this.publishing = publishing;
    this.objecting = objecting;
    this.evidence = evidence;
    this.notices = notices;
    this.objections = objections;
  }

  /** Publishes an immutable, masked notice today; runs the policy's calendar days (product 6). */
  @Transactional
  public Notice publish(Actor actor, Draft draft) {
    return publishing.publish(actor, draft);
  }

  /** Takes the running notice on a claim down, as nothing is left to be paid (platform). */
  @Transactional
  public void takeDown(Actor actor, UUID claimId) {
    actor.require(Role.SYSTEM);
    publishing.supersede(actor, claimId);
  }

  /**
   * Keeps objections and the end of the notice out until the caller's transaction ends. Whoever
   * changes a published claim from its order calls this first, so that all lock in one order:
   * order, notice, claim, payment.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keepStill(UUID claimId) {
    var _ = notices.latest(claimId).flatMap(notice -> notices.lock(notice.id()));
  }

  /** The latest notice on a claim. */
  @Transactional(readOnly = true)
  public Optional<Notice> latest(UUID claimId) {
    return notices.latest(claimId);
  }

  /** True while an objection to the claim waits for its decision. */
  @Transactional(readOnly = true)
  public boolean hasOpenObjection(UUID claimId) {
    return objections.anyOpen(claimId);
  }

  /** A published notice; anyone may read it. */
  @Transactional(readOnly = true)
  public Notice notice(UUID id) {
    return notices.find(id).orElseThrow(() -> new Refused(NoticeRefusal.UNKNOWN));
  }

  /** Published notices, newest first; anyone may read them. */
  @Transactional(readOnly = true)
  public Page list(Search search, int pageNumber, int pageSize) {
    int page = Math.max(pageNumber, 1);
    return new Page(
        notices.list(search, (page - 1L) * pageSize, pageSize),
        notices.count(search),
        page,
        pageSize);
  }

  /** The days of a notice, calendar days numbered so that anyone can recount them. */
  @Transactional(readOnly = true)
  public List<DayBox> strip(Notice notice) {
    return publishing.strip(notice);
  }

  /** True while anyone may object: the notice runs and its last day is not over (24:00). */
  @Transactional(readOnly = true)
  public boolean takesObjections(Notice notice) {
    return objecting.takesObjections(notice);
  }

  /**
   * Keeps a file that somebody wants to add to an objection; only while the notice takes
   * objections.
   *
   * @throws Refused when the notice does not, or the file is none of the allowed kinds
   */
  @Transactional
  public StoredDocument keepEvidence(UUID noticeId, String fileName, InputStream content) {
    if (!takesObjections(notice(noticeId))) {
      throw new Refused(NoticeRefusal.NOT_RUNNING);
    }
    return evidence.keep(fileName, content);
  }

  /** The file added to an objection, for the deciding bureau; to be closed by the caller. */
  @Transactional(readOnly = true)
  public Evidence evidence(Actor actor, UUID objectionId) {
    return evidence.of(objection(actor, objectionId));
  }

  /** What is known of the file of an objection; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<StoredDocument> evidenceName(Objection objection) {
    return evidence.describe(objection);
  }

  /**
   * What anyone who holds the number of an objection may know; masked. Empty for a number that none
   * has.
   */
  @Transactional(readOnly = true)
  public Optional<Objection.Receipt> receipt(String number) {
    return objecting.receipt(number);
  }

  /**
   * Files an objection while the notice runs; anyone with a name and a way to be reached may. The
   * claim's money stops in the same transaction.
   *
   * @return the objection, with the number the objector keeps
   * @throws Refused with {@link NoticeRefusal}, every reason at once
   */
  @Transactional
  public Objection object(Actor actor, RequestKey key, Objection.Filing filing) {
    return objecting.file(actor, key, filing);
  }

  /**
   * Decides an objection: the head of the district, and not a person who handled the claim.
   * Upholding decides every open objection to the claim alike.
   */
  @Transactional
  public void decide(Actor actor, RequestKey key, UUID objectionId, Objection.Ruling ruling) {
    objecting.decide(actor, key, objectionId, ruling);
  }

  /** Objections the actor may see, open ones first; refused for everyone outside the bureaus. */
  @Transactional(readOnly = true)
  public List<Objection> objections(Actor actor) {
    return objecting.visibleTo(actor);
  }

  /** One objection, with name and contact, for the deciding bureau. */
  @Transactional(readOnly = true)
  public Objection objection(Actor actor, UUID id) {
    return objecting.visible(actor, id);
  }

  /** What happened to an objection, oldest first, for the deciding bureau. */
  @Transactional(readOnly = true)
  public List<DomainEvent> history(Actor actor, UUID objectionId) {
    return objecting.history(actor, objectionId);
  }

  /** How many objections to a notice are open, dismissed and upheld; public. */
  @Transactional(readOnly = true)
  public List<Objection.State> objectionStates(UUID noticeId) {
    return objections.ofNotice(noticeId).stream().map(Objection::state).toList();
  }

  /**
   * What is to be published.
   *
   * @param claimId the claim
   * @param claimNumber its readable number
   * @param district handling district
   * @param providerName provider organisation
   * @param beneficiaryName beneficiary organisation; a person's name is masked by the publisher
   * @param beneficiaryIsPerson true for an entrepreneur
   * @param service name of the service
   * @param total full price
   * @param amount confirmed voucher amount
   * @param policyVersion frozen on the claim
   */
  public record Draft(
      UUID claimId,
      String claimNumber,
      String district,
      String providerName,
      String beneficiaryName,
      boolean beneficiaryIsPerson,
      String service,
      Money total,
      Money amount,
      long policyVersion) {}

  /**
   * A file added to an objection, and its bytes.
   *
   * @param document what is known of it
   * @param content to be closed by the caller
   */
  public record Evidence(StoredDocument document, InputStream content) {}

  /**
   * What to look for.
   *
   * @param district six digits, blank for all
   * @param words in numbers, names or service, blank for all
   * @param runningOnly true for notices that still run
   */
  public record Search(String district, String words, boolean runningOnly) {}

  /**
   * A page of notices.
   *
   * @param notices newest first
   * @param total how many match
   * @param number of the page, from 1
   * @param size of a page
   */
  public record Page(List<Notice> notices, int total, int number, int size) {
    public Page {
      notices = List.copyOf(notices);
    }
  }
}
