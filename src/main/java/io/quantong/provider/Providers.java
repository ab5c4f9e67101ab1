package io.quantong.provider;

import io.quantong.document.Documents;
import io.quantong.document.StoredDocument;
import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.EntryLifecycle.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The provider library (M5, M6, M8): what an organisation does, and what anyone may read. */
@Service
public class Providers {

  /** Entries on one page of a list. */
  public static final int PAGE_SIZE = 20;

  private final EntryRepository entries;
  private final EntryMoves moves;
  private final Identities identities;
  private final Documents documents;
  private final DraftRepository drafts;
  private final EventLog log;
  private final Clock clock;

  Providers(
      EntryRepository entries,
      EntryMoves moves,
      Identities identities,
      Documents documents,
      DraftRepository drafts,
      Clock clock) {
    this.entries = entries;
    this.moves = moves;
    this.identities = identities;
    this.documents = documents;
    this.drafts = drafts;
    this.log = moves.log();
    this.clock = clock;
  }

  /**
   * An entry and its days, its account number masked.
   *
   * @param provider the entry
   * @param appliedOn day of application
   * @param admittedOn day of admission; null before
   * @param papersDue last day for further papers; null when none are awaited
   */
  public record Card(
      Provider provider,
      LocalDate appliedOn,
      @Nullable LocalDate admittedOn,
      @Nullable LocalDate papersDue) {}

  /**
   * Which entries to list.
   *
   * @param district admitting district; null for all
   * @param kind null for all
   * @param states at least one
   * @param page from 1
   */
  public record Filter(
      @Nullable String district, @Nullable ProviderKind kind, Set<ProviderState> states, int page) {
    public Filter {
      states = Set.copyOf(states);
      page = Math.max(1, page);
    }
  }

  /**
   * One page of a list.
   *
   * @param cards those to be decided first, longest waiting before others; then by name
   * @param total on all pages
   */
  public record Listing(List<Card> cards, long total) {
    public Listing {
      cards = List.copyOf(cards);
    }
  }

  /** An entry; {@link java.util.NoSuchElementException} is a bug of the caller. */
  @Transactional(readOnly = true)
  public Provider provider(UUID id) {
    return entries.find(id).orElseThrow().provider();
  }

  /** The entry of an organisation, if it has one that is not refused or left. */
  @Transactional(readOnly = true)
  public Optional<Provider> byOrganisation(UUID organisationId) {
    return entries.byOrganisation(organisationId);
  }

  /** Why an entry and another organisation count as related parties; empty when they do not. */
  @Transactional(readOnly = true)
  public List<String> ties(UUID id, UUID otherOrganisation) {
    return identities.ties(provider(id).organisationId(), otherOrganisation);
  }

  /** An organisation as the other side of a paper; scope is the caller's business. */
  @Transactional(readOnly = true)
  public Party party(UUID organisationId) {
    Organisation found = identities.organisation(organisationId);
    return new Party(
        found.name(), found.unifiedCode(), found.kind() == OrganisationKind.ENTREPRENEUR);
  }

  /**
   * A side of a contract or an invoice.
   *
   * @param name registered name
   * @param unifiedCode unified social credit code; null for an entrepreneur
   * @param person true for an entrepreneur, whose name is personal data
   */
  public record Party(String name, @Nullable String unifiedCode, boolean person) {}

  /**
   * Entries for the bureaus: of their own district, or of every district for the city and auditors.
   *
   * @throws Refused when the actor is no official
   */
  @Transactional(readOnly = true)
  public Listing review(Actor actor, Filter filter) {
    if (actor.readsAllDistricts()) {
      return list(filter);
    }
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD);
    String own = Objects.requireNonNullElse(actor.district(), "");
    return list(new Filter(own, filter.kind(), filter.states(), filter.page()));
  }

  /**
   * All about an entry for those concerned: its own people, its district, the city, auditors and
   * finance. The account number is masked unless the actor pays or is paid.
   *
   * @throws Refused when the actor is none of these
   */
  @Transactional(readOnly = true)
  public Dossier dossier(Actor actor, UUID id) {
    Dossier found = entries.find(id).orElseThrow(() -> new Refused(ProviderRefusal.NOT_FOUND));
    boolean own = actor.organisationId().equals(found.provider().organisationId());
    boolean finance = actor.is(Role.FINANCE_CLERK, Role.FINANCE_APPROVER);
    if (!own && !finance && !actor.readsAllDistricts()) {
      actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD);
      actor.requireDistrict(found.provider().admittingDistrict());
    }
    boolean paid = own && actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_FINANCE);
    return finance || paid ? found : found.withMaskedAccount();
  }

  /** The last entry of the actor's organisation, whatever became of it. */
  @Transactional(readOnly = true)
  public Optional<Dossier> own(Actor actor) {
    return entries.lastOf(actor.organisationId()).map(id -> dossier(actor, id));
  }

  /** What happened to an entry, for the readers of its dossier. */
  @Transactional(readOnly = true)
  public List<DomainEvent> history(Actor actor, UUID id) {
    dossier(actor, id);
    return log.history(EntryLifecycle.TABLE.subject(), id.toString());
  }

  /**
   * Applies for the actor's organisation (M6, M7): an exempt kind is admitted at once and checked
   * afterwards, any other goes to its district for review.
   *
   * @throws Refused with every reason against it
   */
  @Transactional
  public Provider apply(Actor actor, Application application) {
    actor.require(Role.PROVIDER_MANAGER);
    Organisation organisation = identities.organisation(actor.organisationId());
    Refused.ifAny(ApplicationRules.check(facts(actor, application, organisation)));
    boolean exempt = application.kind().exempt();
    Provider entry =
        new Provider(
            Ids.next(),
            organisation.id(),
            organisation.name(),
            organisation.nameEn(),
            application.kind(),
            ProviderState.APPLIED,
            ownDistrict(organisation),
            application.admittingDistrict(),
            application.place().strip(),
            application.account());
    Dossier dossier =
        new Dossier(
            entry,
            exempt ? Dossier.Route.EXEMPT : Dossier.Route.REVIEWED,
            application.contact(),
            today(),
            null,
            null,
            null,
            List.of());
    if (!entries.insert(dossier)) {
      throw new Refused(ProviderRefusal.ALREADY_LISTED);
    }
    entries.addCertificates(entry.id(), application.certificates(), today());
    drafts.clear(organisation.id());
    moves.began(actor, entry);
    return moves.move(actor, entry.id(), exempt ? Event.ADMIT_EXEMPT : Event.RECEIVE, null);
  }

  /** The own manager answers a call for papers: back to review. */
  @Transactional
  public Provider supplyPapers(
      Actor actor, UUID id, Collection<Certificate> certificates, String note) {
    requireOwn(actor, moves.locked(id));
    checkCertificates(actor, certificates);
    entries.addCertificates(id, certificates, today());
    drafts.clear(actor.organisationId());
    return moves.move(actor, id, Event.SUPPLY_PAPERS, note);
  }

  /** The own manager adds a new or renewed certificate (M6). */
  @Transactional
  public Provider addCertificate(Actor actor, UUID id, Certificate certificate) {
    requireOwn(actor, moves.locked(id));
    checkCertificates(actor, List.of(certificate));
    entries.addCertificates(id, List.of(certificate), today());
    return moves.move(
        actor,
        id,
        Event.ADD_CERTIFICATE,
        null,
        Map.of(
            "kind", certificate.kind().name(),
            "number", certificate.number(),
            "validUntil", certificate.validUntil().toString()));
  }

  /** The own manager changes the payee account; old and new are recorded masked. */
  @Transactional
  public Provider changeAccount(Actor actor, UUID id, Provider.BankAccount account) {
    Provider entry = moves.locked(id).provider();
    requireOwn(actor, moves.locked(id));
    Refused.ifAny(ApplicationRules.account(account, entry.name()));
    entries.setAccount(id, account);
    return moves.move(
        actor,
        id,
        Event.CHANGE_ACCOUNT,
        null,
        Map.of("old", entry.account().maskedNumber(), "new", account.maskedNumber()));
  }

  /** The own manager takes the organisation out of the library. */
  @Transactional
  public Provider leave(Actor actor, UUID id, String reason) {
    requireOwn(actor, moves.locked(id));
    return moves.move(actor, id, Event.LEAVE, EntryMoves.reason(reason));
  }

  /** The districts of the city, for those who choose one. */
  public List<District> districts() {
    return identities.districts().stream().filter(one -> one.parent() != null).toList();
  }

  private Listing list(Filter filter) {
    return new Listing(entries.cards(filter), entries.count(filter));
  }

  private ApplicationRules.Facts facts(
      Actor actor, Application application, Organisation organisation) {
    UUID id = organisation.id();
    return new ApplicationRules.Facts(
        application,
        organisation,
        identities.hasSignedCommitment(id),
        entries
            .byOrganisation(id)
            .filter(found -> found.state() != ProviderState.REVOKED)
            .isPresent(),
        entries.barredUntil(id),
        districts().stream().map(District::code).collect(Collectors.toSet()),
        filesOf(actor, application.certificates()),
        today());
  }

  private @Nullable String ownDistrict(Organisation organisation) {
    String code = organisation.district();
    return districts().stream().anyMatch(one -> one.code().equals(code)) ? code : null;
  }

  private void checkCertificates(Actor actor, Collection<Certificate> certificates) {
    Set<UUID> files = filesOf(actor, certificates);
    Refused.ifAny(
        certificates.stream()
            .flatMap(one -> ApplicationRules.certificate(one, files, today()).stream())
            .toList());
  }

  /** Only files of the actor's own count: naming a file must not open somebody else's. */
  private Set<UUID> filesOf(Actor actor, Collection<Certificate> certificates) {
    List<UUID> named =
        certificates.stream().map(Certificate::documentId).filter(Objects::nonNull).toList();
    Set<UUID> kept = drafts.documentsOf(actor.organisationId());
    return documents.existing(named).stream()
        .filter(file -> kept.contains(file.id()) || file.uploadedBy().equals(actor.personId()))
        .map(StoredDocument::id)
        .collect(Collectors.toSet());
  }

  private static void requireOwn(Actor actor, Dossier dossier) {
    actor.require(Role.PROVIDER_MANAGER);
    actor.requireOrganisation(dossier.provider().organisationId());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
