package io.quantong.demo.city;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the bureaus of the city and its districts. */
final class BureauMaker {

  private static final Map<OrganisationKind, String> SHORT =
      Map.of(
          OrganisationKind.SCIENCE_BUREAU, "kj",
          OrganisationKind.FINANCE_BUREAU, "cz",
          OrganisationKind.AUDIT_BUREAU, "sj");

  private final Labels labels;
  private final People people;
  private int serial = 1000;

  BureauMaker(Labels labels, People people) {
    this.labels = labels;
    this.people = people;
  }

  List<CityBureau> make() {
    List<CityBureau> bureaus = new ArrayList<>();
    bureaus.add(city(OrganisationKind.SCIENCE_BUREAU, Role.CITY_SCIENCE));
    bureaus.add(city(OrganisationKind.FINANCE_BUREAU, Role.CITY_FINANCE));
    bureaus.add(city(OrganisationKind.AUDIT_BUREAU, Role.AUDITOR));
    for (String district : DemoCity.DISTRICTS) {
      Map<String, Role> science = new LinkedHashMap<>();
      science.put("handler", Role.DISTRICT_HANDLER);
      science.put("handler2", Role.DISTRICT_HANDLER);
      science.put("reviewer", Role.DISTRICT_REVIEWER);
      science.put("head", Role.DISTRICT_HEAD);
      bureaus.add(bureau(OrganisationKind.SCIENCE_BUREAU, district, science));
      Map<String, Role> finance = new LinkedHashMap<>();
      finance.put("clerk", Role.FINANCE_CLERK);
      finance.put("approver", Role.FINANCE_APPROVER);
      bureaus.add(bureau(OrganisationKind.FINANCE_BUREAU, district, finance));
    }
    return List.copyOf(bureaus);
  }

  private CityBureau city(OrganisationKind kind, Role role) {
    return bureau(kind, DemoCity.CITY, Map.of("officer", role));
  }

  private CityBureau bureau(OrganisationKind kind, String area, Map<String, Role> posts) {
    String key = area + "." + SHORT.get(kind);
    List<CityPerson> staff = new ArrayList<>();
    posts.forEach(
        (post, role) -> staff.add(people.person(key + "." + post, role, DemoCity.AREA_CODE)));
    PersonName head =
        staff.stream()
            .filter(p -> p.role() == Role.DISTRICT_HEAD)
            .map(CityPerson::name)
            .findFirst()
            .orElseGet(people::name);
    int number = ++serial;
    String label = "bureau." + kind;
    return new CityBureau(
        key,
        kind,
        labels.zh(label, labels.zh("area." + area)),
        labels.en(label, labels.en("area." + area)),
        area,
        UnifiedCodes.make("11", area, number),
        head,
        people.phone(DemoCity.AREA_CODE),
        labels.zh("address.bureau", labels.zh("area." + area), String.valueOf(number - 1000)),
        List.copyOf(staff));
  }
}
