package io.quantong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.catalogue.Market.Stall;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Money;
import io.quantong.provider.Admissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SearchTest {

  private static final AtomicInteger NEXT = new AtomicInteger((int) ProcessHandle.current().pid());

  @Autowired Market market;
  @Autowired Catalogue catalogue;
  @Autowired CatalogueDesk desk;
  @Autowired Admissions admissions;
  @Autowired Identities identities;
  @Autowired Clock clock;

  private Stall stall;

  /** A word of two characters that nobody else uses, so that tests never meet. */
  private String mark;

  @BeforeEach
  void open() {
    stall = market.stall();
    int number = NEXT.incrementAndGet();
    mark = "" + (char) (0x9F00 - number % 97) + (char) (0x4E10 + number % 20_000);
  }

  @ParameterizedTest
  @Clause("M2")
  @ValueSource(
      strings = {
        "盐雾",
        "雾",
        "盐",
        "中性盐雾",
        "耐腐蚀",
        "GB/T 10125",
        "gbt10125",
        "GB/T10125",
        "10125",
        "ＧＢ／Ｔ　10125",
        "SU4500",
        "SEM",
        "sem-su45",
        "扫描电子显微镜",
        "腐蚀试验设备",
        "Corrosion",
        "neutral salt",
        "越城",
        "测试单位"
      })
  void an_offer_is_found_by_any_word_about_it(String words) {
    publish("中性盐雾试验" + mark, Money.yuan(100));
    assertThat(ids(words + " " + mark)).hasSize(1);
  }

  @Test
  @Clause("M2")
  void a_word_of_two_characters_is_found_wherever_it_stands() {
    UUID id = publish("镀层" + mark + "厚度测定", Money.yuan(100));
    assertThat(ids(mark)).containsExactly(id);
    assertThat(ids(mark.substring(1))).contains(id);
    assertThat(ids("层" + mark.charAt(0))).contains(id);
    assertThat(ids(new StringBuilder(mark).reverse().toString())).doesNotContain(id);
  }

  @Test
  void the_name_itself_comes_before_a_name_with_the_word_in_it() {
    UUID within = publish("高速" + mark + "分析", Money.yuan(100));
    UUID beginning = publish(mark + "分析", Money.yuan(100));
    UUID itself = publish(mark, Money.yuan(100));
    assertThat(ids(mark)).containsExactly(itself, beginning, within);
  }

  @Test
  void what_is_nearly_asked_is_found_when_nothing_is_exactly() {
    UUID id = publish(mark + "涂层盐雾试验", Money.yuan(100));
    SearchResult result = catalogue.search(Search.of(mark + "涂层雪景"));
    assertThat(result.near()).isTrue();
    assertThat(result.hits()).extracting(hit -> hit.offer().id()).contains(id);
  }

  @Test
  void results_are_sorted_by_price_when_asked() {
    UUID dear = publish(mark + "甲", Money.yuan(300));
    UUID cheap = publish(mark + "乙", Money.yuan(100));
    assertThat(ids(sorted(Search.Sort.CHEAPEST))).containsExactly(cheap, dear);
    assertThat(ids(sorted(Search.Sort.DEAREST))).containsExactly(dear, cheap);
  }

  @Test
  void counts_tell_what_another_choice_would_give() {
    publish(mark + "甲", Money.yuan(300));
    publish(mark + "乙", Money.yuan(900));
    Search under500 =
        new Search(mark, null, null, null, null, Search.Price.UNDER_500, Search.Sort.BEST, 0);
    SearchResult result = catalogue.search(under500);
    assertThat(result.total()).isEqualTo(1);
    assertThat(result.facets().prices()).containsEntry("UNDER_500", 1L);
    assertThat(result.facets().prices()).containsEntry("UNDER_2000", 1L);
    assertThat(result.facets().categories()).containsEntry("08", 1L).containsEntry("0801", 1L);
    assertThat(result.facets().districts()).containsEntry(People.YUECHENG, 1L);
    assertThat(result.facets().modes()).containsEntry("SAMPLE_TEST", 1L);
    assertThat(result.facets().kinds()).containsEntry("UNIVERSITY", 1L);
  }

  @Test
  void every_choice_narrows_the_page_as_its_count_says() {
    publish(mark + "甲", Money.yuan(300));
    for (Search choice :
        List.of(
            new Search(mark, "08", null, null, null, null, Search.Sort.BEST, 0),
            new Search(mark, null, People.YUECHENG, null, null, null, Search.Sort.BEST, 0),
            new Search(mark, null, null, Offer.Mode.SAMPLE_TEST, null, null, Search.Sort.BEST, 0),
            new Search(mark, null, null, null, "UNIVERSITY", null, Search.Sort.BEST, 0))) {
      assertThat(ids(choice)).hasSize(1);
    }
    for (Search choice :
        List.of(
            new Search(mark, "01", null, null, null, null, Search.Sort.BEST, 0),
            new Search(mark, null, Search.OUTSIDE, null, null, null, Search.Sort.BEST, 0),
            new Search(mark, null, null, Offer.Mode.SERVICE, null, null, Search.Sort.BEST, 0),
            new Search(mark, null, null, null, "DESIGN_FIRM", null, Search.Sort.BEST, 0))) {
      assertThat(ids(choice)).isEmpty();
      assertThat(catalogue.search(choice).total()).isZero();
    }
  }

  @Test
  void a_new_offer_is_counted_at_once() {
    assertThat(catalogue.search(Search.of(mark)).total()).isZero();
    publish(mark, Money.yuan(100));
    assertThat(catalogue.search(Search.of(mark)).total()).isEqualTo(1);
  }

  @Test
  void a_withdrawn_offer_is_found_no_more() {
    UUID id = publish(mark, Money.yuan(100));
    desk.withdraw(stall.manager(), id, "停用");
    assertThat(ids(mark)).isEmpty();
  }

  @Test
  @Clause("M8")
  void offers_of_a_suspended_provider_are_neither_found_nor_orderable() {
    UUID id = publish(mark, Money.yuan(100));
    var handler = People.of(identities).handler(People.YUECHENG);
    admissions.suspend(handler, stall.provider().id(), "核查");
    assertThat(ids(mark)).isEmpty();
    assertThat(catalogue.offer(id).orderable()).isFalse();
    admissions.resume(handler, stall.provider().id(), "恢复");
    assertThat(ids(mark)).containsExactly(id);
  }

  @Test
  void signs_alone_find_nothing_and_nothing_typed_finds_everything() {
    assertThat(ids("%_'\"!")).isEmpty();
    assertThat(catalogue.search(Search.of("  ")).total()).isPositive();
    assertThat(ids("%")).isEmpty();
  }

  private Search sorted(Search.Sort sort) {
    return new Search(mark, null, null, null, null, null, sort, 0);
  }

  @Test
  void the_standard_shown_is_the_one_with_the_words() {
    publish(mark, Money.yuan(100));
    SearchResult.Hit found = catalogue.search(Search.of(mark)).hits().getFirst();
    SearchResult.Hit painted =
        new SearchResult.Hit(
            found.offer(),
            found.category(),
            found.turnaroundDays(),
            List.of("GB/T 9286 色漆和清漆 划格试验", "GB/T 1771 色漆和清漆 耐中性盐雾性能的测定"),
            found.model(),
            found.seller());
    assertThat(painted.standardFor("盐雾")).startsWith("GB/T 1771");
    assertThat(painted.standardFor("gbt1771")).startsWith("GB/T 1771");
    assertThat(painted.standardFor("涂料")).startsWith("GB/T 9286");
    assertThat(painted.standardFor("")).startsWith("GB/T 9286");
  }

  private List<UUID> ids(String words) {
    return ids(Search.of(words));
  }

  private List<UUID> ids(Search search) {
    SearchResult result = catalogue.search(search);
    return result.near() ? List.of() : result.hits().stream().map(hit -> hit.offer().id()).toList();
  }

  private UUID publish(String name, Money price) {
    OfferSheet test = Market.test(stall.instrument().id());
    OfferSheet named =
        new OfferSheet(
            name,
            test.nameEn(),
            test.mode(),
            test.basis(),
            test.category(),
            test.instrumentId(),
            test.content(),
            test.process(),
            test.standards(),
            test.keywords(),
            test.turnaroundDays());
    return desk.publishAll(
            stall.manager(),
            List.of(new NewOffer(stall.provider().id(), named, price, LocalDate.now(clock))))
        .getFirst();
  }
}
