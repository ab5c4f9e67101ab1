package io.quantong.demo.city;

import io.quantong.catalogue.Offer;
import io.quantong.demo.city.CityOffer.Price;
import io.quantong.demo.city.CityOffer.Quantities;
import io.quantong.kernel.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spreads instruments and offers over the providers by their specialities. */
final class OfferMaker {

  private static final long USUAL_ORDER_YUAN = 24_000;
  private static final int MOST_UNITS = 40;
  private static final int MOST_HOURS = 16;

  private final List<TypeSheet> sheets;
  private final List<Tsv.Row> processes = Tsv.read("processes.tsv");
  private final Labels labels;
  private final Random random;
  private final InstrumentMaker instrumentMaker;
  private final List<CityInstrument> instruments = new ArrayList<>();
  private final List<CityOffer> offers = new ArrayList<>();

  OfferMaker(List<TypeSheet> sheets, Labels labels, Random random) {
    this.sheets = sheets;
    this.labels = labels;
    this.random = random;
    this.instrumentMaker = new InstrumentMaker(labels, random);
  }

  void fill(CityProvider provider, int count) {
    int before = offers.size();
    for (TypeSheet sheet : inOrderFor(provider)) {
      if (offers.size() - before >= count) {
        return;
      }
      place(provider, sheet, count - (offers.size() - before));
    }
  }

  List<CityInstrument> instruments() {
    return List.copyOf(instruments);
  }

  List<CityOffer> offers() {
    return List.copyOf(offers);
  }

  /** Own specialities in the order they are listed, then what every trade uses, then the rest. */
  private List<TypeSheet> inOrderFor(CityProvider provider) {
    List<TypeSheet> order = new ArrayList<>(sheets);
    Collections.shuffle(order, random);
    order.sort(Comparator.comparingInt(sheet -> distance(provider, sheet.type())));
    return order;
  }

  private static int distance(CityProvider provider, InstrumentType type) {
    List<String> specialities = provider.specialities();
    for (int i = 0; i < specialities.size(); i++) {
      if (type.category().startsWith(specialities.get(i))) {
        return i;
      }
    }
    return specialities.size() + (type.industries().contains("*") ? 0 : 1);
  }

  private void place(CityProvider provider, TypeSheet sheet, int room) {
    if (sheet.isService()) {
      add(provider, sheet, Offer.Mode.SERVICE, null);
      return;
    }
    String code = "%s-i%03d".formatted(provider.key(), countOf(provider) + 1);
    instruments.add(instrumentMaker.make(code, provider, sheet));
    boolean time = sheet.sellsTime();
    if (time) {
      add(provider, sheet, Offer.Mode.INSTRUMENT_TIME, code);
    }
    if (sheet.sellsTests() && (!time || room > 1)) {
      add(provider, sheet, Offer.Mode.SAMPLE_TEST, code);
    }
  }

  private long countOf(CityProvider provider) {
    return instruments.stream().filter(i -> i.providerKey().equals(provider.key())).count();
  }

  private void add(
      CityProvider provider, TypeSheet sheet, Offer.Mode mode, @Nullable String instrument) {
    long number = offers.stream().filter(o -> o.providerKey().equals(provider.key())).count() + 1;
    boolean time = mode == Offer.Mode.INSTRUMENT_TIME;
    Offer.Basis basis = time ? Offer.Basis.HOUR : Offer.Basis.valueOf(sheet.basis());
    long yuan = vary(time ? sheet.hourYuan() : sheet.unitYuan());
    InstrumentType type = sheet.type();
    offers.add(
        new CityOffer(
            "%s-o%03d".formatted(provider.key(), number),
            provider.key(),
            instrument,
            type,
            labels.zh("offer." + mode, type.name()),
            labels.en("offer." + mode, type.nameEn()),
            mode,
            new Price(basis, Money.yuan(yuan)),
            sheet.content(),
            steps(mode, type.category()),
            deliveryDays(mode),
            quantities(yuan, time ? MOST_HOURS : MOST_UNITS),
            sheet.exclusion()));
  }

  /** Within a fifth of the usual price, in tens of yuan. */
  private long vary(int yuan) {
    return Math.max(10, Math.round(yuan * (80 + random.nextInt(41)) / 1000.0) * 10);
  }

  private int deliveryDays(Offer.Mode mode) {
    return switch (mode) {
      case INSTRUMENT_TIME -> random.nextInt(1, 4);
      case SAMPLE_TEST -> random.nextInt(3, 16);
      case SERVICE -> random.nextInt(15, 61);
    };
  }

  private static Quantities quantities(long yuan, int most) {
    long usual = Math.clamp(Math.round((double) USUAL_ORDER_YUAN / yuan), 1, most);
    int from = (int) Math.max(1, usual / 2);
    return new Quantities(from, (int) Math.clamp(usual * 3 / 2, from, most));
  }

  /** The most special process: a row for the category before the row for all. */
  private List<String> steps(Offer.Mode mode, String category) {
    List<String> found = List.of();
    for (Tsv.Row row : processes) {
      boolean fits =
          row.text("categories").equals("*")
              || row.list("categories").stream().anyMatch(category::startsWith);
      if (row.text("mode").equals(mode.name()) && fits) {
        found = row.list("steps");
      }
    }
    return found;
  }
}
