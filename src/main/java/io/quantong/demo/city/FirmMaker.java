package io.quantong.demo.city;

import io.quantong.demo.city.CityFirm.Industry;
import io.quantong.demo.city.CityFirm.Size;
import io.quantong.demo.city.CityFirm.Venture;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes firms and entrepreneurs. */
final class FirmMaker {

  private static final Money NOTHING = Money.ZERO;

  private final Labels labels;
  private final People people;
  private final Random random;
  private final List<Tsv.Row> brands = Tsv.read("brands.tsv");
  private final List<Tsv.Row> industries = Tsv.read("industries.tsv");
  private final List<Tsv.Row> texts = Tsv.read("texts.tsv");
  private final Tsv.Index places = Tsv.index("places.tsv", "district");
  private final Set<String> used = new HashSet<>();

  FirmMaker(Labels labels, People people, Random random) {
    this.labels = labels;
    this.people = people;
    this.random = random;
  }

  List<CityFirm> enterprises(int count) {
    List<CityFirm> firms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      firms.add(enterprise(i));
    }
    return firms;
  }

  List<CityFirm> entrepreneurs(int count) {
    List<CityFirm> firms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      firms.add(entrepreneur(i));
    }
    return firms;
  }

  private CityFirm enterprise(int index) {
    String district = DemoCity.DISTRICTS.get(index % DemoCity.DISTRICTS.size());
    Tsv.Row industry = industryOf(district);
    boolean sole = index % 16 == 5;
    String[] name = freshName(district, industry, sole);
    String key = "f%04d".formatted(index + 1);
    PersonName legal = people.name();
    List<CityPerson> staff = staff(key, legal);
    return new CityFirm(
        key,
        OrganisationKind.ENTERPRISE,
        name[0],
        name[1],
        UnifiedCodes.make(sole ? "92" : "91", district, 3001 + index),
        district,
        industry(industry),
        size(sole, index % 20 == 7),
        legal,
        staff.getFirst().name(),
        people.phone(DemoCity.AREA_CODE),
        address(district),
        index % 80 == 13,
        null,
        staff);
  }

  private CityFirm entrepreneur(int index) {
    String district = DemoCity.DISTRICTS.get(index % DemoCity.DISTRICTS.size());
    Tsv.Row industry = industryOf(district);
    String key = "e%04d".formatted(index + 1);
    CityPerson person =
        people.withIdNumber(people.person(key, Role.BENEFICIARY, DemoCity.AREA_CODE), random);
    PersonName name = person.name();
    return new CityFirm(
        key,
        OrganisationKind.ENTREPRENEUR,
        labels.zh("firm.entrepreneur", name.zh()),
        labels.en("firm.entrepreneur", name.en()),
        null,
        district,
        industry(industry),
        new Size(0, NOTHING, NOTHING),
        name,
        name,
        people.phone(DemoCity.AREA_CODE),
        address(district),
        false,
        new Venture(text("INCUBATOR", district), text("PROJECT", industry.text("tag"))),
        List.of(person));
  }

  private List<CityPerson> staff(String key, PersonName legal) {
    List<CityPerson> staff = new ArrayList<>();
    PersonName first = random.nextBoolean() ? legal : people.name();
    staff.add(people.person(key, Role.BENEFICIARY, first));
    if (random.nextInt(10) < 4) {
      staff.add(people.person(key + ".b", Role.BENEFICIARY, DemoCity.AREA_CODE));
    }
    return List.copyOf(staff);
  }

  private String[] freshName(String district, Tsv.Row industry, boolean sole) {
    while (true) {
      Tsv.Row brand = pick(brands);
      int roll = random.nextInt(20);
      String pattern =
          sole
              ? "firm.sole." + roll % 2
              : "firm.enterprise." + (roll < 10 ? 0 : roll < 15 ? 1 : roll < 19 ? 2 : 3);
      String place = "place." + district;
      String zh = labels.zh(pattern, labels.zh(place), brand.text("name"), industry.text("form"));
      if (used.add(zh)) {
        String en =
            labels.en(pattern, labels.en(place), brand.text("pinyin"), industry.text("formEn"));
        return new String[] {zh, en};
      }
    }
  }

  private Tsv.Row industryOf(String district) {
    List<Tsv.Row> own =
        industries.stream().filter(row -> row.text("district").equals(district)).toList();
    int roll = random.nextInt(own.stream().mapToInt(row -> row.number("weight")).sum());
    for (Tsv.Row row : own) {
      roll -= row.number("weight");
      if (roll < 0) {
        return row;
      }
    }
    return own.getLast();
  }

  private static Industry industry(Tsv.Row row) {
    return new Industry(row.text("code"), row.text("tag"), row.text("name"), row.text("nameEn"));
  }

  /** Small and medium, or above one of the limits of the default policy. */
  private Size size(boolean sole, boolean large) {
    if (large) {
      return switch (random.nextInt(3)) {
        case 0 -> size(random.nextInt(520, 1600), random.nextInt(9_000, 60_000), 18_000);
        case 1 -> size(random.nextInt(200, 480), random.nextInt(21_000, 90_000), 16_000);
        default -> size(random.nextInt(150, 450), 15_000, random.nextInt(20_100, 70_000));
      };
    }
    int staff =
        sole
            ? random.nextInt(1, 9)
            : Math.clamp(Math.round(Math.exp(3.6 + random.nextGaussian())), 4, 480);
    int salesWan = Math.min(19_800, staff * random.nextInt(25, 110));
    return size(staff, salesWan, Math.min(19_500, salesWan * random.nextInt(40, 130) / 100 + 8));
  }

  private Size size(int staff, int salesWan, int assetsWan) {
    return new Size(staff, wan(salesWan), wan(assetsWan));
  }

  private Money wan(int amount) {
    return Money.ofFen(amount * 1_000_000L - random.nextInt(100_000));
  }

  private String address(String district) {
    while (true) {
      String address =
          labels.zh(
              "address.firm",
              labels.zh("area." + district),
              pick(places.row(district).list("roads")),
              String.valueOf(random.nextInt(1, 2000)));
      if (used.add(address)) {
        return address;
      }
    }
  }

  private String text(String kind, String tag) {
    return pick(texts.stream()
            .filter(row -> row.text("kind").equals(kind) && row.text("tag").equals(tag))
            .toList())
        .text("text");
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
