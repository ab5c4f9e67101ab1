package io.quantong.portal;

import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;

/** Someone for every role, each at a new organisation where the role is at home. */
final class RolePeople {

  private RolePeople() {}

  static Actor of(Identities identities, Role role) {
    People people = People.of(identities);
    return switch (role) {
      case BENEFICIARY -> people.firm(People.YUECHENG);
      case PROVIDER_MANAGER -> people.institution(People.YUECHENG);
      case PROVIDER_TECHNICIAN, PROVIDER_FINANCE ->
          people.colleague(people.institution(People.YUECHENG), role);
      case DISTRICT_HANDLER, DISTRICT_REVIEWER, DISTRICT_HEAD, FINANCE_CLERK, FINANCE_APPROVER ->
          people.official(People.YUECHENG, role);
      case CITY_SCIENCE, CITY_FINANCE, AUDITOR -> people.official(People.CITY, role);
      case SYSTEM -> throw new IllegalArgumentException("never a person");
    };
  }
}
