package io.quantong.identity;

import io.quantong.identity.Organisation.Profile;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * People for tests: every call makes a new organisation with a new person, so that tests never
 * meet. Get it by {@code People.of(identities)}.
 */
public final class People {

  /** A district of the city. */
  public static final String YUECHENG = "330602";

  /** Another district. */
  public static final String KEQIAO = "330603";

  /** The city. */
  public static final String CITY = "330600";

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() % 9_000) * 100_000);

  private final Identities identities;

  private People(Identities identities) {
    this.identities = identities;
  }

  /** On the facade of a running platform. */
  public static People of(Identities identities) {
    return new People(identities);
  }

  /** A small firm of the district that has signed the commitment. */
  public Actor firm(String district) {
    return committed(uncommittedFirm(district));
  }

  /** A small firm of the district that has signed nothing. */
  public Actor uncommittedFirm(String district) {
    return join(organisation(OrganisationKind.ENTERPRISE, district), Role.BENEFICIARY);
  }

  /** A firm with figures of its own, committed. */
  public Actor firm(String district, Profile profile) {
    Registration small = registration(OrganisationKind.ENTERPRISE, district);
    Registration sized =
        new Registration(
            small.kind(),
            small.name(),
            small.nameEn(),
            small.unifiedCode(),
            district,
            profile,
            small.legalRepresentative(),
            small.phone(),
            small.address());
    return committed(join(identities.register(Actor.system(), sized), Role.BENEFICIARY));
  }

  /** An entrepreneur, committed. */
  public Actor entrepreneur(String district) {
    return committed(join(organisation(OrganisationKind.ENTREPRENEUR, district), Role.BENEFICIARY));
  }

  /** The manager of a public institution of the district (null: outside the city), committed. */
  public Actor institution(@Nullable String district) {
    return committed(
        join(organisation(OrganisationKind.PUBLIC_INSTITUTION, district), Role.PROVIDER_MANAGER));
  }

  /** The manager of a firm that serves others (null: outside the city), committed. */
  public Actor servingFirm(@Nullable String district) {
    return committed(
        join(organisation(OrganisationKind.ENTERPRISE, district), Role.PROVIDER_MANAGER));
  }

  /** Someone new at an organisation of which an actor is known: {@code colleague(manager, …)}. */
  public Actor colleague(Actor actor, Role... roles) {
    return join(identities.organisation(actor.organisationId()), roles);
  }

  /** An official of a new bureau of the district: the roles must be those of one bureau. */
  public Actor official(String district, Role... roles) {
    Set<Role> wanted = EnumSet.of(roles[0], roles);
    for (OrganisationKind kind :
        Set.of(
            OrganisationKind.SCIENCE_BUREAU,
            OrganisationKind.FINANCE_BUREAU,
            OrganisationKind.AUDIT_BUREAU)) {
      if (Identities.rolesOf(kind).containsAll(wanted)) {
        return join(organisation(kind, district), roles);
      }
    }
    throw new IllegalArgumentException("no bureau has all of " + wanted);
  }

  /** District science bureau 经办. */
  public Actor handler(String district) {
    return official(district, Role.DISTRICT_HANDLER);
  }

  /** District science bureau 复核. */
  public Actor reviewer(String district) {
    return official(district, Role.DISTRICT_REVIEWER);
  }

  /** Head of a district science bureau. */
  public Actor head(String district) {
    return official(district, Role.DISTRICT_HEAD);
  }

  /** District finance bureau, who prepares. */
  public Actor clerk(String district) {
    return official(district, Role.FINANCE_CLERK);
  }

  /** District finance bureau, who approves. */
  public Actor approver(String district) {
    return official(district, Role.FINANCE_APPROVER);
  }

  /** City science bureau. */
  public Actor city() {
    return official(CITY, Role.CITY_SCIENCE);
  }

  /** City finance bureau. */
  public Actor cityFinance() {
    return official(CITY, Role.CITY_FINANCE);
  }

  /** Auditor. */
  public Actor auditor() {
    return official(CITY, Role.AUDITOR);
  }

  /** A new organisation without people. */
  public Organisation organisation(OrganisationKind kind, @Nullable String district) {
    return identities.register(Actor.system(), registration(kind, district));
  }

  /** What a new organisation is registered with; nothing of it is shared with another. */
  public static Registration registration(OrganisationKind kind, @Nullable String district) {
    int number = NEXT.incrementAndGet();
    return new Registration(
        kind,
        "测试单位" + number,
        "Test organisation " + number,
        kind == OrganisationKind.ENTREPRENEUR ? null : code(number),
        district,
        new Profile(20, Money.yuan(8_000_000), Money.yuan(5_000_000)),
        "法人" + number,
        "139" + number,
        "测试路" + number + "号");
  }

  /** The actor's organisation signs the commitment. */
  public Actor committed(Actor actor) {
    identities.signCommitment(actor);
    return actor;
  }

  /** A new person of the organisation. */
  public Actor join(Organisation organisation, Role... roles) {
    String subject = "test-" + UUID.randomUUID();
    Person person =
        identities.enrol(
            Actor.system(),
            new Enrolment(
                subject,
                "张" + NEXT.incrementAndGet(),
                "138" + NEXT.get(),
                organisation.id(),
                EnumSet.of(roles[0], roles)));
    return identities.actor(person.id(), organisation.id()).orElseThrow();
  }

  /** A valid unified code with the number in it. */
  public static String code(int number) {
    String body = "913306" + "%011d".formatted(number);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return body + ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
