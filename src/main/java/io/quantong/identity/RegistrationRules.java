package io.quantong.identity;

import io.quantong.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the registers may send (M16): every reason is given. */
final class RegistrationRules {

  private RegistrationRules() {}

  static List<Refusal> check(List<Registration> registrations, OrganisationRepository known) {
    Set<String> districts =
        known.districts().stream().map(District::code).collect(Collectors.toSet());
    Set<String> taken =
        new HashSet<>(
            known.takenCodes(
                registrations.stream()
                    .map(Registration::unifiedCode)
                    .filter(code -> code != null)
                    .map(UnifiedCode::normal)
                    .toList()));
    List<Refusal> found = new ArrayList<>();
    for (Registration one : registrations) {
      if (one.name().isBlank()) {
        found.add(IdentityRefusal.NAME_MISSING);
      }
      code(one, taken, found);
      if (one.district() != null && !districts.contains(one.district())) {
        found.add(IdentityRefusal.DISTRICT_UNKNOWN.about(one.name(), one.district()));
      }
      if (one.district() == null && !mayLieOutside(one.kind())) {
        found.add(IdentityRefusal.DISTRICT_MISSING.about(one.name()));
      }
    }
    return found;
  }

  private static void code(Registration one, Set<String> taken, List<Refusal> found) {
    @Nullable String code = one.unifiedCode();
    if (code == null) {
      if (one.kind() != OrganisationKind.ENTREPRENEUR) {
        found.add(IdentityRefusal.CODE_MISSING.about(one.name()));
      }
    } else if (!UnifiedCode.valid(code)) {
      found.add(IdentityRefusal.CODE_WRONG.about(code));
    } else if (!taken.add(UnifiedCode.normal(code))) {
      found.add(IdentityRefusal.CODE_TAKEN.about(code));
    }
  }

  /** Providers outside the city may serve (M5); whoever gets public money lies in a district. */
  private static boolean mayLieOutside(OrganisationKind kind) {
    return switch (kind) {
      case ENTERPRISE, PUBLIC_INSTITUTION -> true;
      case ENTREPRENEUR, SCIENCE_BUREAU, FINANCE_BUREAU, AUDIT_BUREAU -> false;
    };
  }
}
