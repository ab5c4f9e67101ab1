package io.quantong.catalogue.web;

import io.quantong.catalogue.CatalogueRefusal;
import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.Instrument.BookingRules;
import io.quantong.catalogue.Instrument.Hours;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as typed, by field name. Opening hours stand in {@code hours1} (Monday) to {@code
 * hours7} as {@code 08:30-12:00 13:00-17:30}. What cannot be read becomes a value the facade
 * refuses.
 *
 * @param typed the fields
 */
record InstrumentForm(Map<String, String> typed) {

  private static final Pattern STRETCH =
      Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-\u2013\u2014~\uFF5E]\\s*(\\d{1,2}:\\d{2})");
  private static final Pattern GAP = Pattern.compile("[\\s,;\\uFF0C\\uFF1B\\u3001]+(?=\\d)");
  private static final Hours UNREADABLE =
      new Hours(DayOfWeek.MONDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  Instrument.Sheet sheet(@Nullable UUID photo) {
    return new Instrument.Sheet(
        text("name"),
        text("nameEn"),
        text("model"),
        text("maker"),
        value(),
        text("category"),
        text("location"),
        text("specs"),
        photo);
  }

  BookingRules rules() {
    List<Hours> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String line = text("hours" + day.getValue());
      if (!line.isEmpty()) {
        addStretches(hours, day, line);
      }
    }
    return new BookingRules(
        hours,
        OfferForm.number(typed.get("slotMinutes")),
        OfferForm.number(typed.get("leadHours")),
        OfferForm.number(typed.get("horizonDays")),
        closedDays());
  }

  /** The form of an instrument that exists. */
  static InstrumentForm of(Instrument instrument) {
    Instrument.Sheet sheet = instrument.sheet();
    BookingRules rules = instrument.rules();
    Map<String, String> typed = new TreeMap<>();
    typed.put("name", sheet.name());
    typed.put("nameEn", sheet.nameEn());
    typed.put("model", sheet.model());
    typed.put("maker", sheet.maker());
    typed.put("value", sheet.value().plain());
    typed.put("category", sheet.category());
    typed.put("location", sheet.location());
    typed.put("specs", sheet.specs());
    typed.putAll(asTyped(rules));
    return new InstrumentForm(typed);
  }

  /** An empty form with usual opening. */
  static InstrumentForm usual() {
    List<Hours> week = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      week.add(new Hours(DayOfWeek.of(day), LocalTime.of(8, 30), LocalTime.of(17, 30)));
    }
    return new InstrumentForm(asTyped(new BookingRules(week, 60, 24, 60, Set.of())));
  }

  /** A field for the page. */
  public String text(String name) {
    return OfferForm.text(typed.get(name));
  }

  private static Map<String, String> asTyped(BookingRules rules) {
    Map<String, String> typed = new TreeMap<>();
    for (Hours hours : rules.hours()) {
      typed.merge(
          "hours" + hours.day().getValue(),
          hours.from() + "-" + hours.until(),
          (one, other) -> one + " " + other);
    }
    typed.put("slotMinutes", Integer.toString(rules.slotMinutes()));
    typed.put("leadHours", Integer.toString(rules.leadHours()));
    typed.put("horizonDays", Integer.toString(rules.horizonDays()));
    typed.put(
        "closedDays",
        rules.closedDays().stream()
            .sorted()
            .map(LocalDate::toString)
            .collect(Collectors.joining("\n")));
    return typed;
  }

  private static void addStretches(List<Hours> hours, DayOfWeek day, String line) {
    for (String part : GAP.split(line, -1)) {
      var match = STRETCH.matcher(part.strip());
      if (!match.matches()) {
        hours.add(UNREADABLE);
        return;
      }
      try {
        hours.add(new Hours(day, time(match.group(1)), time(match.group(2))));
      } catch (DateTimeException noTime) {
        hours.add(UNREADABLE);
      }
    }
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  private Set<LocalDate> closedDays() {
    Set<LocalDate> days = new HashSet<>();
    for (String line : Lines.words(typed.get("closedDays"))) {
      try {
        days.add(LocalDate.parse(line));
      } catch (DateTimeException noDay) {
        throw new Refused(CatalogueRefusal.CLOSED_DAYS);
      }
    }
    return days;
  }

  private Money value() {
    try {
      return Money.parse(text("value"));
    } catch (NumberFormatException noAmount) {
      return Money.ofFen(-1);
    }
  }
}
