package io.quantong.demo.city;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Role;
import io.quantong.provider.ProviderKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider with its people.
 *
 * @param key {@code p01} and up
 * @param kind exempt or reviewed, see {@link ProviderKind#exempt()}
 * @param organisationKind public institution or enterprise
 * @param name invented registered name
 * @param nameEn English name
 * @param unifiedCode 12… for public institutions, 91… for companies
 * @param place where it is
 * @param legalRepresentative used by the related-party rule
 * @param contact name of the contact person (the manager)
 * @param phone fictitious switchboard number
 * @param bank where redeemed money goes
 * @param people one manager, one or more technicians, one finance clerk
 * @param certificate present exactly for the kinds that are reviewed
 * @param specialities category codes of two or four digits
 */
public record CityProvider(
    String key,
    ProviderKind kind,
    OrganisationKind organisationKind,
    String name,
    String nameEn,
    String unifiedCode,
    Place place,
    PersonName legalRepresentative,
    PersonName contact,
    String phone,
    BankAccount bank,
    List<CityPerson> people,
    @Nullable Certificate certificate,
    List<String> specialities) {

  /**
   * Where a provider is.
   *
   * @param district six digits; null outside the city
   * @param province for display
   * @param city for display
   * @param address invented street
   */
  public record Place(@Nullable String district, String province, String city, String address) {}

  /** The first person with the role; {@link java.util.NoSuchElementException} if there is none. */
  public CityPerson person(Role role) {
    return people.stream().filter(p -> p.role() == role).findFirst().orElseThrow();
  }
}
