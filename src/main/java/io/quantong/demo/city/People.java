package io.quantong.demo.city;

import io.quantong.kernel.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Hands out names, phone numbers and persons, none of them twice: two organisations must never look
 * related by accident.
 */
final class People {

  private final List<PersonName> names;
  private final Map<String, Integer> lastPhone = new HashMap<>();
  private int nextName;
  private int nextId = 100;

  People(Random random) {
    List<Tsv.Row> rows = Tsv.read("names.tsv");
    names = new ArrayList<>();
    for (Tsv.Row family : part(rows, "S")) {
      for (Tsv.Row given : part(rows, "G")) {
        names.add(
            new PersonName(
                family.text("zh") + given.text("zh"),
                family.text("pinyin") + " " + given.text("pinyin")));
      }
    }
    Collections.shuffle(names, random);
  }

  private static List<Tsv.Row> part(List<Tsv.Row> rows, String part) {
    return rows.stream().filter(row -> row.text("part").equals(part)).toList();
  }

  PersonName name() {
    return names.get(nextName++);
  }

  /** A number in the block 5550 of the area, which is kept for fiction here. */
  String phone(String areaCode) {
    return "%s-5550%04d".formatted(areaCode, lastPhone.merge(areaCode, 1, Integer::sum));
  }

  CityPerson person(String login, Role role, String areaCode) {
    return new CityPerson(login, name(), phone(areaCode), role, null);
  }

  CityPerson person(String login, Role role, PersonName name) {
    return new CityPerson(login, name, phone(DemoCity.AREA_CODE), role, null);
  }

  CityPerson withIdNumber(CityPerson person, Random random) {
    String birthday =
        "%d%02d%02d"
            .formatted(random.nextInt(1975, 2003), random.nextInt(1, 13), random.nextInt(1, 29));
    String idNumber = IdNumbers.make(birthday, nextId++);
    return new CityPerson(person.login(), person.name(), person.phone(), person.role(), idNumber);
  }
}
