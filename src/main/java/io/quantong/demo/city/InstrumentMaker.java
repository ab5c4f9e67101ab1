package io.quantong.demo.city;

import io.quantong.demo.city.CityInstrument.DutyFree;
import io.quantong.demo.city.CityInstrument.Maker;
import io.quantong.demo.city.CityOffer.Exclusion;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes single instruments. */
final class InstrumentMaker {

  private static final Pattern CHOICE = Pattern.compile("\\{([^}]*)}");
  private static final int SUPERVISION_MONTHS = 36;

  private final Labels labels;
  private final Random random;
  private final List<Tsv.Row> makers = Tsv.read("makers.tsv");
  private final String home;

  InstrumentMaker(Labels labels, Random random) {
    this.labels = labels;
    this.random = random;
    home = makers.getFirst().text("country");
  }

  CityInstrument make(String code, CityProvider owner, TypeSheet sheet) {
    List<Integer> wan = sheet.valueWan();
    int value = random.nextInt(wan.getFirst(), wan.getLast() + 1);
    Maker maker = maker(sheet.type().category(), value > 90 && random.nextInt(4) != 0);
    int months = random.nextInt(4, 120);
    List<CityPerson> technicians =
        owner.people().stream().filter(p -> p.role() == Role.PROVIDER_TECHNICIAN).toList();
    return new CityInstrument(
        code,
        owner.key(),
        sheet.type(),
        maker,
        "%s-%s%d".formatted(maker.prefix(), sheet.modelStem(), 100 * random.nextInt(10, 90)),
        choose(sheet.specs()),
        Money.yuan(value * 10_000L + random.nextInt(100) * 100L),
        months,
        sheet.exclusion() == Exclusion.RESEARCH_ONLY,
        dutyFree(owner, maker, months),
        opening(),
        sheet.slotMinutes(),
        labels.zh(
            "instrument.place",
            String.valueOf(random.nextInt(1, 9)),
            String.valueOf(random.nextInt(1, 6) * 100 + random.nextInt(1, 20))),
        pick(technicians).login());
  }

  /** A maker of such instruments from home or abroad, as wanted where there is one. */
  private Maker maker(String category, boolean foreign) {
    List<Tsv.Row> able =
        makers.stream()
            .filter(row -> row.list("categories").stream().anyMatch(category::startsWith))
            .toList();
    List<Tsv.Row> wanted =
        able.stream().filter(row -> row.text("country").equals(home) != foreign).toList();
    Tsv.Row row = pick(wanted.isEmpty() ? able : wanted);
    return new Maker(row.text("name"), row.text("nameEn"), row.text("prefix"), row.text("country"));
  }

  private @Nullable DutyFree dutyFree(CityProvider owner, Maker maker, int months) {
    boolean possible =
        owner.organisationKind() == OrganisationKind.PUBLIC_INSTITUTION
            && !maker.country().equals(home)
            && months < SUPERVISION_MONTHS;
    if (!possible || random.nextInt(5) == 0) {
      return null;
    }
    return new DutyFree(
        "99%010d".formatted(random.nextLong(10_000_000_000L)),
        "9999%014d".formatted(random.nextLong(100_000_000_000_000L)),
        random.nextInt(4) != 0);
  }

  private List<OpeningHours> opening() {
    return switch (random.nextInt(6)) {
      case 0 -> hours(7, 8, 0, 22);
      case 1 -> hours(6, 8, 30, 17);
      case 2 -> hours(5, 8, 0, 20);
      default -> hours(5, 8, 30, 17);
    };
  }

  private static List<OpeningHours> hours(int days, int hour, int minute, int until) {
    LocalTime from = LocalTime.of(hour, minute);
    LocalTime close = LocalTime.of(until, 0).plusMinutes(minute);
    return Arrays.stream(DayOfWeek.values())
        .limit(days)
        .map(day -> new OpeningHours(day, from, close))
        .toList();
  }

  private String choose(String pattern) {
    return CHOICE
        .matcher(pattern)
        .replaceAll(
            match -> {
              String[] options = match.group(1).split("/", -1);
              return options[random.nextInt(options.length)];
            });
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
