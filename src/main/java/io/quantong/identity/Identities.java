package io.quantong.identity;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Districts, organisations, people, what they may do, and commitments (M1, M13, M15). */
@Service
public class Identities {

  /** The session attribute that holds the identifier of the organisation a person acts for. */
  public static final String CHOSEN_ORGANISATION = "quantong.organisation";

  /** Version of the credit commitment in force: its text is message {@code identity.commitment}. */
  public static final int COMMITMENT_VERSION = 1;

  private final OrganisationRepository organisations;
  private final PersonRepository people;
  private final EventLog log;
  private final Clock clock;

  Identities(
      OrganisationRepository organisations, PersonRepository people, EventLog log, Clock clock) {
    this.organisations = organisations;
    this.people = people;
    this.log = log;
    this.clock = clock;
  }

  /** The city and its districts, in the order of their codes, city first. */
  @Transactional(readOnly = true)
  public List<District> districts() {
    return organisations.districts();
  }

  /** An organisation; {@link java.util.NoSuchElementException} is a bug of the caller. */
  @Transactional(readOnly = true)
  public Organisation organisation(UUID id) {
    return organisations.find(id).orElseThrow();
  }

  /** The organisations that exist of those asked for, by identifier. */
  @Transactional(readOnly = true)
  public Map<UUID, Organisation> organisations(Collection<UUID> ids) {
    return organisations.find(ids);
  }

  /** By unified social credit code, upper or lower case. */
  @Transactional(readOnly = true)
  public Optional<Organisation> byUnifiedCode(String code) {
    return organisations.byUnifiedCode(UnifiedCode.normal(code));
  }

  /** The bureaus of a district or of the city, by kind and name. */
  @Transactional(readOnly = true)
  public List<Organisation> bureaus(String district) {
    return organisations.bureaus(district);
  }

  /**
   * Takes an organisation in from the registers; for the platform only.
   *
   * @throws Refused with every reason against it
   */
  @Transactional
  public Organisation register(Actor actor, Registration registration) {
    return registerAll(actor, List.of(registration)).getFirst();
  }

  /**
   * Takes organisations in from the registers, all or none; for the platform only.
   *
   * @return in the order given
   * @throws Refused with every reason against any of them
   */
  @Transactional
  public List<Organisation> registerAll(Actor actor, List<Registration> registrations) {
    actor.require(Role.SYSTEM);
    Refused.ifAny(RegistrationRules.check(registrations, organisations));
    return registrations.stream()
        .map(
            one -> {
              Organisation organisation = organisations.insert(one, clock.instant());
              record(actor, organisation.id(), "REGISTER", Map.of("kind", one.kind().name()));
              return organisation;
            })
        .toList();
  }

  /**
   * Lets a person act for an organisation; for the platform only. Roles are added to those held.
   *
   * @throws Refused when a role does not fit the kind of the organisation
   */
  @Transactional
  public Person enrol(Actor actor, Enrolment enrolment) {
    return enrolAll(actor, List.of(enrolment)).getFirst();
  }

  /** As {@link #enrol}, for many; the answer is in the order given. */
  @Transactional
  public List<Person> enrolAll(Actor actor, List<Enrolment> enrolments) {
    actor.require(Role.SYSTEM);
    Map<UUID, Organisation> known =
        organisations.find(enrolments.stream().map(Enrolment::organisationId).toList());
    Refused.ifAny(
        enrolments.stream()
            .flatMap(one -> RoleRules.check(one, known.get(one.organisationId())).stream())
            .toList());
    return enrolments.stream().map(one -> enrolOne(actor, one)).toList();
  }

  private Person enrolOne(Actor actor, Enrolment enrolment) {
    Person person = people.insertOrFind(enrolment, clock.instant());
    for (Role role : enrolment.roles()) {
      if (people.grant(person.id(), enrolment.organisationId(), role, clock.instant())) {
        record(actor, enrolment.organisationId(), "GRANT_ROLE", role(person.id(), role));
      }
    }
    return person;
  }

  /** Takes a role away; it counts for nothing from the next request on (M13). */
  @Transactional
  public void removeRole(Actor actor, UUID personId, UUID organisationId, Role role) {
    actor.require(Role.SYSTEM);
    if (people.end(personId, organisationId, role, clock.instant())) {
      record(actor, organisationId, "REMOVE_ROLE", role(personId, role));
    }
  }

  /** The account's owner, if known here. */
  @Transactional(readOnly = true)
  public Optional<Person> personBySubject(String subject) {
    return people.bySubject(subject);
  }

  /**
   * Who a person is when acting for an organisation; empty when the person may do nothing there.
   */
  @Transactional(readOnly = true)
  public Optional<Actor> actor(UUID personId, UUID organisationId) {
    return memberships(personId).stream()
        .filter(one -> one.organisation().id().equals(organisationId))
        .findFirst()
        .map(Identities::actor);
  }

  /**
   * The same person, acting for another of their organisations from now on.
   *
   * @throws Refused when the person may do nothing there
   */
  @Transactional(readOnly = true)
  public Actor actingFor(Actor actor, UUID organisationId) {
    return actor(actor.personId(), organisationId)
        .orElseThrow(() -> new Refused(IdentityRefusal.NOT_A_MEMBER));
  }

  /** The actor of a membership. */
  public static Actor actor(Member member) {
    Organisation organisation = member.organisation();
    return new Actor(
        member.person().id(),
        member.person().name(),
        organisation.id(),
        organisation.name(),
        organisation.district(),
        member.roles());
  }

  /** All that a person acts for, by name of the organisation. */
  @Transactional(readOnly = true)
  public List<Member> memberships(UUID personId) {
    return people.membershipsOf(personId);
  }

  /** All that the owner of an account acts for, by name of the organisation. */
  @Transactional(readOnly = true)
  public List<Member> memberships(String subject) {
    return people.membershipsOf(subject);
  }

  /** Everyone who acts for an organisation, by name. */
  @Transactional(readOnly = true)
  public List<Member> members(UUID organisationId) {
    return people.membersOf(organisationId);
  }

  /** True when the organisation signed the credit commitment now in force (M15). */
  @Transactional(readOnly = true)
  public boolean hasSignedCommitment(UUID organisationId) {
    return organisations.commitment(organisationId, COMMITMENT_VERSION).isPresent();
  }

  /** The commitment in force, when the organisation signed it. */
  @Transactional(readOnly = true)
  public Optional<Commitment> commitment(UUID organisationId) {
    return organisations.commitment(organisationId, COMMITMENT_VERSION);
  }

  /** Signs the credit commitment for the actor's organisation; signing twice does nothing. */
  @Transactional
  public void signCommitment(Actor actor) {
    actor.require(Role.BENEFICIARY, Role.PROVIDER_MANAGER);
    UUID organisation = actor.organisationId();
    if (organisations.sign(organisation, COMMITMENT_VERSION, actor.personId(), clock.instant())) {
      record(
          actor,
          organisation,
          "SIGN_COMMITMENT",
          Map.of("version", Integer.toString(COMMITMENT_VERSION)));
    }
  }

  /**
   * Why two organisations count as related parties: message keys, empty when they do not ({@code
   * identity.tie.SAME_LEGAL_REPRESENTATIVE}, {@code …SAME_PHONE}, {@code …SAME_ADDRESS}, {@code
   * …SAME_PERSON}, {@code …DECLARED}, {@code …SAME_ORGANISATION}).
   */
  @Transactional(readOnly = true)
  public List<String> ties(UUID one, UUID other) {
    return TieRules.between(
            organisation(one),
            organisation(other),
            people.shared(one, other),
            organisations.tied(one, other))
        .stream()
        .map(TieRules.Tie::key)
        .toList();
  }

  /**
   * Declares that two organisations are related; by either of them or by the platform. Declaring
   * twice does nothing.
   */
  @Transactional
  public void declareTie(Actor actor, UUID one, UUID other) {
    actor.require(Role.BENEFICIARY, Role.PROVIDER_MANAGER, Role.SYSTEM);
    if (!actor.organisationId().equals(other)) {
      actor.requireOrganisation(one);
    }
    if (!one.equals(other) && organisations.tie(one, other, clock.instant())) {
      record(actor, one, "DECLARE_TIE", Map.of("other", other.toString()));
    }
  }

  private void record(Actor actor, UUID organisation, String event, Map<String, String> facts) {
    log.append(
        new Transition("organisation", organisation.toString(), event, null, "REGISTERED"),
        actor,
        null,
        null,
        facts);
  }

  private static Map<String, String> role(UUID person, Role role) {
    return Map.of("person", person.toString(), "role", role.name());
  }

  /** Roles that an organisation of the kind can give to its people (M13). */
  public static Set<Role> rolesOf(OrganisationKind kind) {
    return RoleRules.rolesOf(kind);
  }
}
