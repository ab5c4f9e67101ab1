package io.quantong.identity;

import io.quantong.kernel.Role;
import java.util.Set;

/**
 * A person of an organisation.
 *
 * @param person who
 * @param organisation for whom
 * @param roles what the person may do there, at least one
 */
public record Member(Person person, Organisation organisation, Set<Role> roles) {
  public Member {
    roles = Set.copyOf(roles);
  }
}
