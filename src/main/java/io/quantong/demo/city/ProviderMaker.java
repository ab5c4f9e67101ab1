package io.quantong.demo.city;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Role;
import io.quantong.provider.ProviderKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes the providers with their people. */
final class ProviderMaker {

  private final Labels labels;
  private final People people;
  private final Random random;
  private final Tsv.Index outside = Tsv.index("outside.tsv", "city");
  private int serial = 2000;

  ProviderMaker(Labels labels, People people, Random random) {
    this.labels = labels;
    this.people = people;
    this.random = random;
  }

  List<CityProvider> make(List<Tsv.Row> rows) {
    return rows.stream().map(this::provider).toList();
  }

  private CityProvider provider(Tsv.Row row) {
    int number = ++serial - 2000;
    String key = "p%02d".formatted(number);
    ProviderKind kind = ProviderKind.valueOf(row.text("kind"));
    boolean company = isCompany(kind);
    String district = row.has("district") ? row.text("district") : null;
    String region = district == null ? outside.row(row.text("city")).text("region") : district;
    String areaCode =
        district == null ? outside.row(row.text("city")).text("areaCode") : DemoCity.AREA_CODE;
    List<CityPerson> staff = staff(key, row.number("weight"), areaCode);
    return new CityProvider(
        key,
        kind,
        company ? OrganisationKind.ENTERPRISE : OrganisationKind.PUBLIC_INSTITUTION,
        row.text("name"),
        row.text("nameEn"),
        UnifiedCodes.make(company ? "91" : "12", region, serial),
        new CityProvider.Place(
            district, row.text("province"), row.text("city"), row.text("address")),
        people.name(),
        staff.getFirst().name(),
        people.phone(areaCode),
        new BankAccount(row.text("bank"), row.text("name"), account()),
        staff,
        certificate(kind, number),
        row.list("specialities"));
  }

  private static boolean isCompany(ProviderKind kind) {
    return switch (kind) {
      case ENGINEERING_CENTRE,
          PROVINCIAL_INNOVATION_CENTRE,
          KEY_ENTERPRISE_INSTITUTE,
          TESTING_FIRM,
          CERTIFICATION_BODY,
          DESIGN_FIRM ->
          true;
      case UNIVERSITY,
          RESEARCH_INSTITUTE,
          STATE_LABORATORY,
          PROVINCIAL_LABORATORY,
          NEW_RESEARCH_BODY,
          OTHER_SERVICE ->
          false;
    };
  }

  private List<CityPerson> staff(String key, int weight, String areaCode) {
    List<CityPerson> staff = new ArrayList<>();
    staff.add(people.person(key + ".manager", Role.PROVIDER_MANAGER, areaCode));
    int technicians = weight >= 16 ? 3 : weight >= 10 ? 2 : 1;
    for (int i = 1; i <= technicians; i++) {
      staff.add(people.person(key + ".tech" + i, Role.PROVIDER_TECHNICIAN, areaCode));
    }
    staff.add(people.person(key + ".finance", Role.PROVIDER_FINANCE, areaCode));
    return List.copyOf(staff);
  }

  private String account() {
    return "9999%015d".formatted(random.nextLong(1_000_000_000_000_000L));
  }

  /**
   * Numbers 29 and 25 run out within 30 and 90 days, so that the warnings have something to say.
   */
  private @Nullable Certificate certificate(ProviderKind kind, int number) {
    if (kind.exempt()) {
      return null;
    }
    int days = number == 29 ? 21 : number == 25 ? 75 : random.nextInt(200, 2000);
    String label = "certificate." + kind;
    String digits = "99%010d".formatted(random.nextLong(10_000_000_000L));
    return new Certificate(labels.zh(label), labels.en(label), digits, days);
  }
}
