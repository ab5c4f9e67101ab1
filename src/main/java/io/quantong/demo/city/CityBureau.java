package io.quantong.demo.city;

import io.quantong.identity.OrganisationKind;
import java.util.List;

/**
 * A bureau of the city or of a district.
 *
 * @param key {@code <district>.<kj|cz|sj>}
 * @param kind science, finance or audit
 * @param name official name
 * @param nameEn English name
 * @param district six digits; 330600 is the city itself
 * @param unifiedCode type 11
 * @param head name of the head
 * @param phone fictitious
 * @param address invented
 * @param staff everyone who logs in for it
 */
public record CityBureau(
    String key,
    OrganisationKind kind,
    String name,
    String nameEn,
    String district,
    String unifiedCode,
    PersonName head,
    String phone,
    String address,
    List<CityPerson> staff) {}
