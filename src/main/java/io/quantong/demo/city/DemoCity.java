package io.quantong.demo.city;

import io.quantong.demo.city.CityTexts.Review;
import io.quantong.demo.city.CityTexts.Tagged;
import io.quantong.identity.OrganisationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * An invented city: the same seed and scale always give the same city.
 *
 * @param bureaus city bureaus first, then two per district
 * @param providers in the order of their keys
 * @param categories two levels, top level before its children
 * @param types every instrument type and service type known
 * @param instruments by provider
 * @param offers by provider; content, process and price are always stated
 * @param firms firms first, then entrepreneurs
 * @param ties firms related to providers
 * @param texts what people write
 */
public record DemoCity(
    List<CityBureau> bureaus,
    List<CityProvider> providers,
    List<Category> categories,
    List<InstrumentType> types,
    List<CityInstrument> instruments,
    List<CityOffer> offers,
    List<CityFirm> firms,
    List<CityTie> ties,
    CityTexts texts) {

  /** Code of the city itself. */
  public static final String CITY = "330600";

  /** Codes of its six districts. */
  public static final List<String> DISTRICTS =
      List.of("330602", "330603", "330604", "330624", "330681", "330683");

  static final String AREA_CODE = "0575";

  /** Makes a city. */
  public static DemoCity generate(long seed, Scale scale) {
    Labels labels = new Labels();
    People people = new People(new Random(seed));
    List<Tsv.Row> rows = Tsv.read("providers.tsv").subList(0, scale.providers());
    List<CityBureau> bureaus = new BureauMaker(labels, people).make();
    List<CityProvider> providers =
        new ProviderMaker(labels, people, new Random(seed + 1)).make(rows);
    List<TypeSheet> sheets = Tsv.read("instrument-types.tsv").stream().map(TypeSheet::of).toList();
    OfferMaker offers = new OfferMaker(sheets, labels, new Random(seed + 2));
    int[] shares = shares(rows, scale.offers());
    for (int i = 0; i < shares.length; i++) {
      offers.fill(providers.get(i), shares[i]);
    }
    FirmMaker firmMaker = new FirmMaker(labels, people, new Random(seed + 3));
    List<CityFirm> firms = new ArrayList<>(firmMaker.enterprises(scale.enterprises()));
    firms.addAll(firmMaker.entrepreneurs(scale.entrepreneurs()));
    List<CityTie> ties = tie(firms, providers, scale.ties());
    return new DemoCity(
        bureaus,
        providers,
        readCategories(),
        sheets.stream().map(TypeSheet::type).toList(),
        offers.instruments(),
        offers.offers(),
        List.copyOf(firms),
        ties,
        readTexts());
  }

  /** The provider; {@link java.util.NoSuchElementException} if unknown. */
  public CityProvider provider(String key) {
    return providers.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

  /** The instrument; {@link java.util.NoSuchElementException} if unknown. */
  public CityInstrument instrument(String code) {
    return instruments.stream().filter(i -> i.code().equals(code)).findFirst().orElseThrow();
  }

  /** The offers of a provider. */
  public List<CityOffer> offersOf(CityProvider provider) {
    return offers.stream().filter(o -> o.providerKey().equals(provider.key())).toList();
  }

  /** What a firm would plausibly order with vouchers: its trade, not excluded, not related. */
  public List<CityOffer> offersFor(CityFirm firm) {
    List<String> related =
        ties.stream()
            .filter(t -> t.firmKey().equals(firm.key()))
            .map(CityTie::providerKey)
            .toList();
    return offers.stream()
        .filter(o -> o.type().suits(firm.industry().tag()))
        .filter(
            o ->
                o.exclusion() == CityOffer.Exclusion.NONE
                    || o.exclusion() == CityOffer.Exclusion.RESEARCH_ONLY)
        .filter(o -> !related.contains(o.providerKey()))
        .toList();
  }

  /** Splits the offers by weight; what rounding leaves goes to the first providers. */
  private static int[] shares(List<Tsv.Row> rows, int total) {
    int weights = rows.stream().mapToInt(row -> row.number("weight")).sum();
    int[] shares = rows.stream().mapToInt(row -> total * row.number("weight") / weights).toArray();
    int left = total;
    for (int share : shares) {
      left -= share;
    }
    for (int i = 0; i < left; i++) {
      shares[i]++;
    }
    return shares;
  }

  private static List<CityTie> tie(List<CityFirm> firms, List<CityProvider> providers, int count) {
    List<CityProvider> companies =
        providers.stream()
            .filter(p -> p.organisationKind() == OrganisationKind.ENTERPRISE)
            .filter(p -> p.place().district() != null)
            .toList();
    List<CityTie.Kind> kinds = List.of(CityTie.Kind.values());
    List<CityTie> ties = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = 3 + 20 * i;
      CityFirm firm = firms.get(at);
      CityProvider provider = companies.get(i % companies.size());
      CityTie.Kind kind = kinds.get(i % kinds.size());
      ties.add(new CityTie(firm.key(), provider.key(), kind));
      firms.set(at, related(firm, provider, kind));
    }
    return List.copyOf(ties);
  }

  private static CityFirm related(CityFirm firm, CityProvider provider, CityTie.Kind kind) {
    boolean legal = kind == CityTie.Kind.SAME_LEGAL_REPRESENTATIVE;
    boolean phone = kind == CityTie.Kind.SAME_PHONE;
    return new CityFirm(
        firm.key(),
        firm.kind(),
        firm.name(),
        firm.nameEn(),
        firm.unifiedCode(),
        firm.district(),
        firm.industry(),
        firm.size(),
        legal ? provider.legalRepresentative() : firm.legalRepresentative(),
        firm.contact(),
        phone ? provider.phone() : firm.phone(),
        firm.address(),
        firm.dishonest(),
        firm.venture(),
        firm.people());
  }

  private static List<Category> readCategories() {
    return Tsv.read("categories.tsv").stream()
        .map(row -> new Category(row.text("code"), row.text("name"), row.text("nameEn")))
        .toList();
  }

  private static CityTexts readTexts() {
    List<Tsv.Row> rows = Tsv.read("texts.tsv");
    return new CityTexts(
        of(rows, "REVIEW").map(row -> new Review(row.number("tag"), row.text("text"))).toList(),
        of(rows, "OBJECTION").map(row -> row.text("text")).toList(),
        of(rows, "RETURN").map(row -> row.text("text")).toList(),
        of(rows, "SAMPLE").map(row -> new Tagged(row.text("tag"), row.text("text"))).toList(),
        of(rows, "PURPOSE").map(row -> new Tagged(row.text("tag"), row.text("text"))).toList());
  }

  private static Stream<Tsv.Row> of(List<Tsv.Row> rows, String kind) {
    return rows.stream().filter(row -> row.text("kind").equals(kind));
  }
}
