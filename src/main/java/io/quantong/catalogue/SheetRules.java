package io.quantong.catalogue;

import io.quantong.catalogue.Instrument.BookingRules;
import io.quantong.catalogue.Instrument.Hours;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be right in the words of a provider. Every method names every fault. */
final class SheetRules {

  static final Money MOST = Money.yuan(1_000_000);

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_ITEM = 200;
  private static final int MOST_ITEMS = 40;
  private static final int MOST_CLOSED_DAYS = 200;

  private SheetRules() {}

  /** Faults of what is written, complete or not. */
  static List<Refusal> written(OfferSheet sheet, Set<String> categories) {
    List<Refusal> faults = new ArrayList<>();
    name(faults, sheet.name(), sheet.nameEn());
    check(faults, categories.contains(sheet.category()), CatalogueRefusal.CATEGORY);
    boolean hourly = sheet.basis() == Offer.Basis.HOUR;
    check(faults, !hourly || sheet.mode() != Offer.Mode.SAMPLE_TEST, CatalogueRefusal.BASIS);
    check(
        faults,
        sheet.turnaroundDays() >= 0 && sheet.turnaroundDays() <= 730,
        CatalogueRefusal.TURNAROUND);
    int longest = Math.max(sheet.content().length(), sheet.process().length());
    text(faults, longest, LONGEST_TEXT);
    items(faults, sheet.standards());
    items(faults, sheet.keywords());
    return faults;
  }

  /** M7: what is missing before an offer may be on show. */
  static List<Refusal> missing(OfferSheet sheet, @Nullable Money price) {
    List<Refusal> faults = new ArrayList<>();
    check(faults, !sheet.content().isBlank(), CatalogueRefusal.CONTENT_MISSING);
    check(faults, !sheet.process().isBlank(), CatalogueRefusal.PROCESS_MISSING);
    check(faults, price != null, CatalogueRefusal.PRICE_MISSING);
    boolean time = sheet.mode() == Offer.Mode.INSTRUMENT_TIME;
    check(faults, !time || sheet.instrumentId() != null, CatalogueRefusal.INSTRUMENT_MISSING);
    return faults;
  }

  /** Faults of a price. */
  static List<Refusal> price(Money price) {
    boolean fits = price.isPositive() && price.compareTo(MOST) <= 0;
    return fits ? List.of() : List.of(CatalogueRefusal.PRICE_RANGE.about(MOST));
  }

  /** Faults of an instrument and its rules. */
  static List<Refusal> instrument(
      Instrument.Sheet sheet, BookingRules rules, Set<String> categories) {
    List<Refusal> faults = new ArrayList<>();
    name(faults, sheet.name(), sheet.nameEn());
    check(faults, !sheet.model().isBlank(), CatalogueRefusal.MODEL_MISSING);
    check(faults, !sheet.value().isNegative(), CatalogueRefusal.VALUE);
    check(faults, !sheet.location().isBlank(), CatalogueRefusal.LOCATION_MISSING);
    check(faults, categories.contains(sheet.category()), CatalogueRefusal.CATEGORY);
    text(faults, sheet.specs().length(), LONGEST_TEXT);
    int slot = rules.slotMinutes();
    check(faults, slot >= 15 && slot <= 1440, CatalogueRefusal.SLOT_LENGTH);
    check(faults, rules.leadHours() >= 0 && rules.leadHours() <= 720, CatalogueRefusal.LEAD);
    int horizon = rules.horizonDays();
    check(faults, horizon >= 1 && horizon <= 365, CatalogueRefusal.HORIZON);
    check(faults, hoursFit(rules.hours()), CatalogueRefusal.HOURS);
    check(faults, rules.closedDays().size() <= MOST_CLOSED_DAYS, CatalogueRefusal.CLOSED_DAYS);
    return faults;
  }

  private static boolean hoursFit(List<Hours> hours) {
    for (int i = 0; i < hours.size(); i++) {
      Hours one = hours.get(i);
      if (!one.from().isBefore(one.until())) {
        return false;
      }
      for (Hours other : hours.subList(i + 1, hours.size())) {
        boolean apart =
            one.day() != other.day()
                || !one.from().isBefore(other.until())
                || !other.from().isBefore(one.until());
        if (!apart) {
          return false;
        }
      }
    }
    return true;
  }

  private static void name(List<Refusal> faults, String name, String nameEn) {
    boolean fits = !name.isBlank() && Math.max(name.length(), nameEn.length()) <= LONGEST_NAME;
    if (!fits) {
      faults.add(CatalogueRefusal.NAME_MISSING.about(LONGEST_NAME));
    }
  }

  private static void text(List<Refusal> faults, int length, int most) {
    if (length > most) {
      faults.add(CatalogueRefusal.TEXT_TOO_LONG.about(most));
    }
  }

  private static void items(List<Refusal> faults, List<String> items) {
    boolean fits =
        items.size() <= MOST_ITEMS && items.stream().allMatch(one -> one.length() <= LONGEST_ITEM);
    if (!fits) {
      faults.add(CatalogueRefusal.LIST_TOO_LONG.about(MOST_ITEMS, LONGEST_ITEM));
    }
  }

  private static void check(List<Refusal> faults, boolean holds, CatalogueRefusal otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }
}
