package io.quantong.identity;

import io.quantong.kernel.Role;
import java.util.Set;
import java.util.UUID;

/**
 * A person who begins to act for an organisation.
 *
 * @param subject name of the account at the identity provider; a known one only gains roles
 * @param name of the person
 * @param phone of the person
 * @param organisationId for whom
 * @param roles what the person may do there, at least one; each fits the kind of the organisation
 */
public record Enrolment(
    String subject, String name, String phone, UUID organisationId, Set<Role> roles) {
  public Enrolment {
    roles = Set.copyOf(roles);
  }
}
