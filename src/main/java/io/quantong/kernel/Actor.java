package io.quantong.kernel;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person, for one organisation, with the roles held there. Every write of every facade
 * takes one first, and authorisation is decided from it by function and by scope (M13).
 *
 * @param personId the person; {@link #NOBODY} for the platform and the public
 * @param personName shown in histories to those who may see it
 * @param organisationId the organisation acted for; {@link #NOBODY} for the platform and the public
 * @param organisationName shown in histories
 * @param district six-digit code (GB/T 2260) of the bureau or organisation; the city's code for
 *     city bureaus; null when the organisation lies outside the city
 * @param roles what this person may do there
 */
public record Actor(
    UUID personId,
    String personName,
    UUID organisationId,
    String organisationName,
    @Nullable String district,
    Set<Role> roles) {

  /** The identifier of no person and no organisation. */
  public static final UUID NOBODY = new UUID(0, 0);

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** The platform acting by itself: jobs and time limits. */
  public static Actor system() {
    return new Actor(NOBODY, "system", NOBODY, "system", null, Set.of(Role.SYSTEM));
  }

  /** Someone who has not logged in. */
  public static Actor visitor() {
    return new Actor(NOBODY, "visitor", NOBODY, "visitor", null, Set.of());
  }

  /** True when nobody is logged in and the platform is not acting. */
  public boolean isVisitor() {
    return roles.isEmpty();
  }

  /** True when the actor holds at least one of the roles. */
  public boolean is(Role... any) {
    return Arrays.stream(any).anyMatch(roles::contains);
  }

  /** True for a person of the city level or an auditor, who may read every district. */
  public boolean readsAllDistricts() {
    return is(Role.CITY_SCIENCE, Role.CITY_FINANCE, Role.AUDITOR, Role.SYSTEM);
  }

  /**
   * Insists on one of the roles.
   *
   * @throws Refused with {@link AccessRefusal#ROLE}
   */
  public void require(Role... any) {
    if (!is(any)) {
      throw new Refused(AccessRefusal.ROLE);
    }
  }

  /**
   * Insists that the actor belongs to the district (or is the platform). Officials of the city do
   * not write in a district's name.
   *
   * @throws Refused with {@link AccessRefusal#DISTRICT}
   */
  public void requireDistrict(@Nullable String code) {
    if (!is(Role.SYSTEM) && (code == null || !code.equals(district))) {
      throw new Refused(AccessRefusal.DISTRICT);
    }
  }

  /**
   * Insists that the actor acts for the organisation (or is the platform).
   *
   * @throws Refused with {@link AccessRefusal#ORGANISATION}
   */
  public void requireOrganisation(UUID organisation) {
    if (!is(Role.SYSTEM) && !organisation.equals(organisationId)) {
      throw new Refused(AccessRefusal.ORGANISATION);
    }
  }

  /** The ways in which access is refused; the texts never say whether the thing exists. */
  public enum AccessRefusal implements Refusal {
    ROLE,
    DISTRICT,
    ORGANISATION;

    @Override
    public String code() {
      return "access.refusal." + name();
    }

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }
  }
}
