package io.quantong.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import io.quantong.IntegrationTest;
import io.quantong.browser.BrowserLogin;
import io.quantong.browser.Browsers;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class PortalBrowserTest {

  private static final int FIRST_LOAD_BYTES = 150 * 1024;
  private static final Actor EVERYTHING =
      new Actor(
          Ids.next(),
          "王敏",
          Ids.next(),
          "越城区轻工纺织产品质量监督检验研究院有限公司",
          "330602",
          Set.of(Role.BENEFICIARY, Role.PROVIDER_MANAGER));

  private static @Nullable Browsers browsers;

  @LocalServerPort int port;

  @BeforeAll
  static void open() {
    browsers = Browsers.open();
  }

  @AfterAll
  static void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1440, lang=zh-CN&view=normal",
    "390, lang=zh-CN&view=normal",
    "1440, lang=en&view=normal",
    "390, lang=en&view=normal",
    "1440, lang=zh-CN&view=elder",
    "390, lang=en&view=elder"
  })
  void pages_of_the_portal_are_accessible_and_fit(int width, String view) {
    for (String path : List.of("/", "/login", "/selfcheck", "/demo/components", "/no/such/page")) {
      try (Page page = page(width, true)) {
        page.navigate(site() + path + "?" + view);
        fits(page, path, width);
      }
    }
    try (Page page = page(width, true)) {
      BrowserLogin.as(page, EVERYTHING, site());
      page.navigate(site() + "/workbench?" + view);
      fits(page, "/workbench", width);
    }
  }

  @Test
  void the_view_for_elders_has_large_letters_and_targets() {
    try (Page page = page(390, true)) {
      BrowserLogin.as(page, EVERYTHING, site());
      page.navigate(site() + "/demo/components?view=elder");
      assertThat(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
          .isEqualTo(24);
      assertThat(small(page, 60)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1440", "390"})
  void targets_are_large_enough_for_a_thumb(int width) {
    try (Page page = page(width, true)) {
      BrowserLogin.as(page, EVERYTHING, site());
      page.navigate(site() + "/demo/components");
      assertThat(small(page, 44)).isEmpty();
    }
  }

  @Test
  void the_menu_of_a_phone_works_without_javascript() {
    try (Page page = page(390, false)) {
      BrowserLogin.as(page, EVERYTHING, site());
      page.navigate(site() + "/");
      Locator way = page.locator(".menu a[href='/order/desk']");
      assertThat(way).isHidden();
      page.locator(".menu summary").click();
      assertThat(way).isVisible();
      page.locator(".menu a[href='/workbench']").click();
      assertThat(page).hasURL(site() + "/workbench");
    }
  }

  @Test
  void a_first_visit_is_light_and_asks_nobody_else() {
    try (Page page = page(390, true)) {
      List<String> strangers = new ArrayList<>();
      long[] bytes = {0};
      page.onRequest(
          request -> {
            if (!request.url().startsWith(site()) && !request.url().startsWith("data:")) {
              strangers.add(request.url());
            }
          });
      page.onRequestFinished(request -> bytes[0] += size(request));
      page.navigate(site() + "/");
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(strangers).isEmpty();
      assertThat(bytes[0]).isBetween(1L, (long) FIRST_LOAD_BYTES);
      assertThat(page.evaluate(LAYOUT_SHIFT)).isEqualTo(0);
    }
  }

  @Test
  void a_refused_form_shows_its_reasons_and_keeps_what_was_typed() {
    try (Page page = page(390, true)) {
      page.navigate(site() + "/demo/components");
      page.locator("#f-name").fill("轻纺“检测”");
      page.locator("#f-amount").fill("99.5");
      page.locator("#f-agree").uncheck();
      page.locator("form[action='/demo/components/refuse'] [type=submit]").click();
      assertThat(page.locator("[data-refused]")).isFocused();
      assertThat(page.locator("[data-refused] li")).hasCount(3);
      assertThat(page.locator("#f-name")).hasValue("轻纺“检测”");
      assertThat(page.locator("#f-amount")).hasValue("99.5");
      assertThat(page.locator("#f-agree")).not().isChecked();
      assertThat(page.locator("#f-amount")).hasAttribute("aria-invalid", "true");
      page.locator("[data-refused] a").first().click();
      assertThat(page.locator("#f-name")).isFocused();
      Browsers.assertAccessible(page);
    }
  }

  @Test
  void what_was_typed_survives_leaving_and_is_gone_once_done() {
    try (Page page = page(1280, true)) {
      page.navigate(site() + "/demo/components");
      page.locator("#f-words").fill("未提交的说明");
      page.navigate(site() + "/selfcheck");
      page.navigate(site() + "/demo/components");
      assertThat(page.locator("#f-words")).hasValue("未提交的说明");
      Browsers.assertAccessible(page);
      page.locator(".draft button").click();
      assertThat(page.locator("#f-words")).hasValue("");
      page.reload();
      assertThat(page.locator("#f-words")).hasValue("");
    }
  }

  @Test
  void a_second_click_sends_nothing() {
    try (Page page = page(1280, true)) {
      page.navigate(site() + "/demo/components");
      List<String> sent = new ArrayList<>();
      page.onRequest(
          request -> {
            if (request.method().equals("POST")) {
              sent.add(request.url());
            }
          });
      page.locator("form[action='/demo/components/accept'] button").first().dblclick();
      assertThat(page.locator("[data-done]")).isVisible();
      assertThat(sent).hasSize(1);
    }
  }

  @Test
  void a_file_above_the_limit_is_refused_and_the_words_stay() throws IOException {
    Path large = Files.createTempFile("large", ".pdf");
    try (Page page = page(1280, true)) {
      Files.write(large, new byte[25 << 20]);
      page.navigate(site() + "/demo/components");
      page.locator("#f-words").fill("还没有提交的说明");
      page.locator("#f-papers").setInputFiles(large);
      assertThat(page.locator("#f-papers").evaluate("field => field.validity.customError"))
          .isEqualTo(true);
      page.locator("#f-papers").evaluate("field => field.setCustomValidity('')");
      page.locator("form[enctype] [type=submit]").click();
      assertThat(page.locator("[data-refused]")).containsText("20 MB");
      assertThat(page.locator("#f-words")).hasValue("还没有提交的说明");
    } finally {
      Files.delete(large);
    }
  }

  private static final String LAYOUT_SHIFT =
      """
      () => new Promise(done => new PerformanceObserver(list => done(
        list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
      )).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))
      """;

  private static void fits(Page page, String path, int width) {
    assertThat(page.locator("h1")).hasCount(1);
    Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat((int) wide).as("%s at %d scrolls sideways", page.url(), width).isLessThan(1);
    Browsers.assertAccessible(page);
    Browsers.picture(page, "portal-" + width + path.replace('/', '-'));
  }

  /** Things to press that are lower than allowed; links within a sentence may be. */
  private static List<?> small(Page page, int pixels) {
    return (List<?>)
        page.evaluate(
            """
            least => [...document.querySelectorAll('a, button, summary, input, select, textarea')]
              .filter(e => e.offsetParent && !e.closest('p, li > div, .skip, .demo-day'))
              .filter(e => !['hidden', 'checkbox', 'radio'].includes(e.type))
              .filter(e => e.getBoundingClientRect().height < least - 0.5)
              .map(e => e.outerHTML.slice(0, 120) + e.getBoundingClientRect().height)
            """,
            pixels);
  }

  private static long size(Request request) {
    return (long) request.sizes().responseBodySize + request.sizes().responseHeadersSize;
  }

  private Page page(int width, boolean javaScript) {
    Browsers open = browsers;
    if (open == null) {
      throw new IllegalStateException("no browser");
    }
    return open.page(width, width < 500 ? 844 : 900, javaScript);
  }

  private String site() {
    return "http://localhost:" + port;
  }
}
