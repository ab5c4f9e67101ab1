package io.quantong.demo.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCityTest {

  private static final long SEED = 330600;
  private static final DemoCity FULL = DemoCity.generate(SEED, Scale.FULL);
  private static final DemoCity SMALL = DemoCity.generate(SEED, Scale.SMALL);

  /** Real institutions and brands that must not appear in invented data. */
  private static final List<String> REAL =
      List.of(
          "绍兴文理学院",
          "浙江大学",
          "浙江理工大学",
          "浙江工业大学",
          "浙江越秀",
          "复旦",
          "上海交通大学",
          "同济",
          "南京大学",
          "中国科学技术大学",
          "中国科学院",
          "绍兴市质量技术监督",
          "轻纺城",
          "古越龙山",
          "会稽山绍兴酒",
          "卧龙",
          "盾安",
          "海亮",
          "三花",
          "新和成",
          "万丰",
          "亿田",
          "帅丰",
          "巴贝",
          "龙盛",
          "闰土",
          "阳光照明",
          "华测",
          "谱尼",
          "岛津",
          "安捷伦",
          "赛默飞",
          "布鲁克",
          "蔡司",
          "梅特勒",
          "工商银行",
          "建设银行",
          "农业银行",
          "中国银行",
          "绍兴银行",
          "瑞丰银行");

  @Test
  void the_full_city_has_the_promised_numbers() {
    assertEquals(15, FULL.bureaus().size());
    assertEquals(40, FULL.providers().size());
    assertEquals(500, FULL.offers().size());
    assertEquals(800, FULL.firms().size());
    assertEquals(
        160, FULL.firms().stream().filter(f -> f.kind() == OrganisationKind.ENTREPRENEUR).count());
    assertEquals(6, FULL.ties().size());
    assertTrue(FULL.types().size() >= 70);
  }

  @Test
  void the_small_city_has_the_promised_numbers() {
    assertEquals(6, SMALL.providers().size());
    assertEquals(40, SMALL.offers().size());
    assertEquals(30, SMALL.firms().size());
    assertEquals(2, SMALL.ties().size());
    assertTrue(SMALL.providers().stream().anyMatch(p -> p.place().district() == null));
    assertTrue(SMALL.providers().stream().anyMatch(p -> p.certificate() != null));
  }

  @Test
  void the_same_seed_gives_the_same_city() {
    assertEquals(FULL, DemoCity.generate(SEED, Scale.FULL));
    assertNotEquals(SMALL, DemoCity.generate(SEED + 1, Scale.SMALL));
  }

  @Test
  void codes_names_logins_and_phones_are_unique() {
    unique(unifiedCodes());
    unique(
        Stream.of(bureaus(CityBureau::name), providers(CityProvider::name), firms(CityFirm::name)));
    unique(Stream.of(people(FULL).map(CityPerson::login)));
    unique(Stream.of(people(FULL).map(CityPerson::phone)));
    unique(Stream.of(people(FULL).map(CityPerson::idNumber)));
    unique(Stream.of(FULL.offers().stream().map(CityOffer::key)));
    unique(Stream.of(FULL.instruments().stream().map(CityInstrument::code)));
    unique(Stream.of(FULL.types().stream().map(InstrumentType::name)));
  }

  @Test
  void check_digits_agree_with_known_codes() {
    assertEquals("91330602MA0000015K", UnifiedCodes.make("91", "330602", 1));
    assertEquals("91330603MA0000023W", UnifiedCodes.make("91", "330603", 2));
    assertEquals("12330600MB00000350", UnifiedCodes.make("12", "330600", 3));
    assertEquals("92330681MA000004XB", UnifiedCodes.make("92", "330681", 4));
    assertEquals("91330624MA0000058W", UnifiedCodes.make("91", "330624", 5));
    assertEquals('X', IdNumbers.check("11010519491231002"));
  }

  @Test
  void every_code_and_id_number_has_a_valid_check_digit() {
    unifiedCodes()
        .flatMap(s -> s)
        .filter(Objects::nonNull)
        .forEach(
            code -> {
              assertEquals(18, code.length());
              assertEquals(UnifiedCodes.check(code), code.charAt(17), code);
              assertEquals(
                  UnifiedCodes.organisationCheck(code.substring(8, 16)), code.charAt(16), code);
            });
    for (CityFirm firm : FULL.firms()) {
      boolean entrepreneur = firm.kind() == OrganisationKind.ENTREPRENEUR;
      assertEquals(entrepreneur, firm.unifiedCode() == null);
      assertEquals(entrepreneur, firm.venture() != null);
      String id = firm.people().getFirst().idNumber();
      assertEquals(entrepreneur, id != null);
      if (id != null) {
        assertTrue(id.startsWith("999999"));
        assertEquals(IdNumbers.check(id), id.charAt(17));
      }
    }
  }

  @Test
  void no_name_is_one_of_a_real_institution() {
    String all = FULL.toString();
    for (String name : REAL) {
      assertFalse(all.contains(name), name);
    }
  }

  @Test
  void every_offer_states_content_process_and_price() {
    for (CityOffer offer : FULL.offers()) {
      assertFalse(offer.content().isBlank(), offer.key());
      assertTrue(offer.content().length() <= 200, offer.key());
      assertTrue(offer.steps().size() >= 4, offer.key());
      assertTrue(offer.process().startsWith("1. "), offer.key());
      long yuan = offer.price().unit().fen() / 100;
      assertTrue(yuan >= 10 && yuan <= 200_000, offer.key() + " " + yuan);
      assertFalse(offer.type().standards().getFirst().isBlank(), offer.key());
      assertFalse(offer.nameEn().isBlank(), offer.key());
    }
  }

  @Test
  void an_order_of_the_usual_size_costs_about_12_000_yuan() {
    double mean =
        FULL.offers().stream()
            .mapToDouble(
                o ->
                    o.price().unit().fen()
                        / 100.0
                        * (o.quantities().from() + o.quantities().until())
                        / 2)
            .average()
            .orElseThrow();
    assertTrue(mean > 10_000 && mean < 14_000, "mean " + mean);
  }

  @Test
  void every_kind_of_exclusion_and_a_blocked_duty_free_instrument_occur() {
    for (CityOffer.Exclusion exclusion : CityOffer.Exclusion.values()) {
      assertTrue(
          FULL.offers().stream().anyMatch(o -> o.exclusion() == exclusion), exclusion.name());
    }
    assertTrue(
        FULL.instruments().stream()
            .map(CityInstrument::dutyFree)
            .anyMatch(papers -> papers != null && !papers.networked()));
  }

  @Test
  void offers_belong_to_their_provider_and_instrument() {
    Set<String> categories = new HashSet<>(FULL.categories().stream().map(Category::code).toList());
    for (CityOffer offer : FULL.offers()) {
      CityProvider provider = FULL.provider(offer.providerKey());
      assertTrue(FULL.offersOf(provider).contains(offer));
      assertTrue(categories.contains(offer.type().category()), offer.type().code());
      if (offer.instrumentCode() != null) {
        CityInstrument instrument = FULL.instrument(offer.instrumentCode());
        assertEquals(provider.key(), instrument.providerKey());
        assertEquals(offer.type(), instrument.type());
        assertFalse(instrument.specs().contains("{"), instrument.specs());
        assertTrue(
            provider.people().stream().anyMatch(p -> p.login().equals(instrument.keeperLogin())));
      }
    }
    assertTrue(FULL.instruments().stream().anyMatch(i -> i.dutyFree() != null));
    for (CityProvider provider : FULL.providers()) {
      assertFalse(FULL.offersOf(provider).isEmpty(), provider.name());
      assertEquals(provider.kind().exempt(), provider.certificate() == null);
      assertNotNull(provider.person(Role.PROVIDER_FINANCE));
    }
  }

  @Test
  void about_one_firm_in_twenty_is_too_large_and_every_district_has_firms() {
    long large = FULL.firms().stream().filter(f -> f.size().aboveDefaultLimits()).count();
    assertTrue(large >= 25 && large <= 40, "large " + large);
    for (String district : DemoCity.DISTRICTS) {
      assertTrue(FULL.firms().stream().filter(f -> f.district().equals(district)).count() > 100);
      assertTrue(SMALL.firms().stream().anyMatch(f -> f.district().equals(district)));
    }
    assertEquals(8, FULL.firms().stream().filter(CityFirm::dishonest).count());
    assertEquals(40, FULL.firms().stream().filter(CityFirm::soleTrader).count());
  }

  @Test
  void only_declared_ties_relate_a_firm_to_a_provider() {
    for (CityFirm firm : FULL.firms()) {
      for (CityProvider provider : FULL.providers()) {
        boolean tied =
            firm.legalRepresentative().equals(provider.legalRepresentative())
                || firm.phone().equals(provider.phone());
        boolean known =
            FULL.ties().stream()
                .anyMatch(
                    t ->
                        t.firmKey().equals(firm.key())
                            && t.providerKey().equals(provider.key())
                            && t.kind() != CityTie.Kind.DECLARED);
        assertEquals(known, tied, firm.name());
      }
    }
  }

  @Test
  void every_trade_has_samples_purposes_and_offers() {
    assertEquals(30, FULL.texts().reviews().size());
    assertEquals(5, FULL.texts().objections().size());
    assertEquals(8, FULL.texts().returnReasons().size());
    assertEquals(40, FULL.texts().samples().size());
    assertEquals(40, FULL.texts().purposes().size());
    for (CityFirm firm : FULL.firms()) {
      assertFalse(FULL.texts().samplesOf(firm.industry().tag()).isEmpty());
      assertFalse(FULL.texts().purposesOf(firm.industry().tag()).isEmpty());
      assertFalse(FULL.offersFor(firm).isEmpty());
    }
  }

  private static void unique(Stream<Stream<String>> values) {
    Set<String> seen = new HashSet<>();
    values
        .flatMap(s -> s)
        .filter(Objects::nonNull)
        .forEach(value -> assertTrue(seen.add(value), "twice: " + value));
    assertFalse(seen.isEmpty());
  }

  private static Stream<Stream<String>> unifiedCodes() {
    return Stream.of(
        bureaus(CityBureau::unifiedCode),
        providers(CityProvider::unifiedCode),
        firms(CityFirm::unifiedCode));
  }

  private static Stream<String> bureaus(Function<CityBureau, String> value) {
    return FULL.bureaus().stream().map(value);
  }

  private static Stream<String> providers(Function<CityProvider, String> value) {
    return FULL.providers().stream().map(value);
  }

  private static Stream<String> firms(Function<CityFirm, String> value) {
    return FULL.firms().stream().map(value);
  }

  private static Stream<CityPerson> people(DemoCity city) {
    return Stream.of(
            city.bureaus().stream().map(CityBureau::staff),
            city.providers().stream().map(CityProvider::people),
            city.firms().stream().map(CityFirm::people))
        .flatMap(s -> s)
        .flatMap(List::stream);
  }
}
