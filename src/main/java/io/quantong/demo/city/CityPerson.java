package io.quantong.demo.city;

import io.quantong.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person of the demo city.
 *
 * @param login unique, lower case, for the demo login
 * @param name invented name
 * @param phone fictitious, unique
 * @param role what the person does for the organisation
 * @param idNumber 18 characters with the unassigned region 999999; only for entrepreneurs
 */
public record CityPerson(
    String login, PersonName name, String phone, Role role, @Nullable String idNumber) {}
