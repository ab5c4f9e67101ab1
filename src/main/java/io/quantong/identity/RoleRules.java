package io.quantong.identity;

import io.quantong.kernel.Refusal;
import io.quantong.kernel.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which roles an organisation gives: each bureau exactly what the plan gives it (M13). */
final class RoleRules {

  private RoleRules() {}

  static Set<Role> rolesOf(OrganisationKind kind) {
    return switch (kind) {
      case ENTERPRISE ->
          EnumSet.of(
              Role.BENEFICIARY,
              Role.PROVIDER_MANAGER,
              Role.PROVIDER_TECHNICIAN,
              Role.PROVIDER_FINANCE);
      case ENTREPRENEUR -> EnumSet.of(Role.BENEFICIARY);
      case PUBLIC_INSTITUTION ->
          EnumSet.of(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE);
      case SCIENCE_BUREAU ->
          EnumSet.of(
              Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD, Role.CITY_SCIENCE);
      case FINANCE_BUREAU ->
          EnumSet.of(Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.CITY_FINANCE);
      case AUDIT_BUREAU -> EnumSet.of(Role.AUDITOR);
    };
  }

  static List<Refusal> check(Enrolment enrolment, @Nullable Organisation organisation) {
    if (organisation == null) {
      return List.of(IdentityRefusal.ORGANISATION_UNKNOWN);
    }
    if (enrolment.roles().isEmpty()) {
      return List.of(IdentityRefusal.ROLE_MISSING);
    }
    Set<Role> given = rolesOf(organisation.kind());
    return enrolment.roles().stream()
        .filter(role -> !given.contains(role))
        .sorted()
        .map(role -> IdentityRefusal.ROLE_UNFIT.about(organisation.name(), role.name()))
        .toList();
  }
}
