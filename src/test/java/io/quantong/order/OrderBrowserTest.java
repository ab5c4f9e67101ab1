package io.quantong.order;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.browser.BrowserLogin;
import io.quantong.browser.Browsers;
import io.quantong.kernel.Actor;
import io.quantong.order.OrderWorld.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From checkout to acceptance in a real browser, with and without JavaScript. */
@IntegrationTest
@Clause("M2")
class OrderBrowserTest {

  private static final Pattern AN_ORDER = Pattern.compile(".*/order/[0-9a-f-]{36}$");

  private static @Nullable Browsers browsers;

  @Autowired OrderWorld world;
  @Autowired Orders orders;
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

  @Test
  void changing_the_quantity_shows_the_new_split_at_once() {
    Story story = world.story();
    try (Page page = page(story.firm(), 1440, true)) {
      page.navigate(site() + "/order/new?offer=" + story.stall().test().id());
      assertThat(page.locator("#price")).containsText("¥680.00");
      page.locator("[name=quantity]").fill("20");
      assertThat(page.locator("#price")).containsText("¥11,800.00");
      page.locator("[name=useVoucher]").uncheck();
      assertThat(page.locator("#price .btn-primary")).hasText("自付下单");
      page.locator("[name=useVoucher]").check();
      assertThat(page.locator("#price .btn-primary")).hasText("抵扣并下单");
      words(page);
      page.locator("#price .btn-primary").dblclick();
      assertThat(page).hasURL(AN_ORDER);
      assertThat(page.locator("[data-done]")).containsText("已下单");
      page.reload();
      page.goBack();
      page.goForward();
    }
    assertThat(mine(story)).isEqualTo(1);
  }

  @ParameterizedTest(name = "javascript {0}")
  @ValueSource(booleans = {true, false})
  void the_whole_way_works_by_keyboard(boolean javaScript) {
    Story story = world.story();
    String order;
    try (Page page = page(story.firm(), 390, javaScript)) {
      page.navigate(site() + "/order/new?offer=" + story.stall().time().id());
      page.locator("details.free-day").nth(1).locator("summary").press("Enter");
      page.locator("details.free-day").nth(1).locator("[name=slot]").nth(1).press("Enter");
      assertThat(page.locator("#price")).containsText("¥200.00");
      words(page);
      page.locator("#price .btn-primary").press("Enter");
      assertThat(page).hasURL(AN_ORDER);
      order = page.url();
    }
    try (Page page = page(story.stall().manager(), 1440, javaScript)) {
      page.navigate(order);
      page.locator("form[action$='/accept'] button").press("Enter");
      assertThat(page.locator("[data-done]")).containsText("合同已生成");
    }
    try (Page page = page(story.firm(), 1440, javaScript)) {
      page.navigate(order);
      page.locator("form[action$='/sign'] button").press("Enter");
      assertThat(page.locator("[data-refused]")).containsText("请先阅读合同全文");
      page.locator("[name=read]").press("Space");
      page.locator("form[action$='/sign'] button").press("Enter");
      assertThat(page.locator("[data-done]")).containsText("合同已签署");
    }
    deliver(story.stall().technician(), order, javaScript);
    try (Page page = page(story.firm(), 390, javaScript)) {
      page.navigate(order);
      page.locator("[name=stars][value='4']").press("Space");
      page.locator("[name=comment]").fill("很专业");
      page.locator("form[action$='/accept-result'] button").press("Enter");
      assertThat(page.locator("[data-done]")).containsText("已验收");
      assertThat(page.locator("main")).containsText("4 星");
    }
  }

  private void deliver(Actor technician, String order, boolean javaScript) {
    try (Page page = page(technician, 1440, javaScript)) {
      page.navigate(order);
      page.locator("form[action$='/start'] button").press("Enter");
      assertThat(page.locator("[data-done]")).containsText("服务已开始");
      page.locator("[name=files]")
          .setInputFiles(
              new FilePayload("报告.txt", "text/plain", "检测报告".getBytes(StandardCharsets.UTF_8)));
      page.locator("form[action$='/stage'] button").press("Enter");
      assertThat(page.locator("main")).containsText("报告.txt");
      page.locator("[name=started]").fill("2026-01-05T09:00");
      page.locator("[name=ended]").fill("2026-01-05T11:00");
      page.locator("form[action$='/log'] button").press("Enter");
      assertThat(page.locator("[data-done]")).containsText("已登记");
      page.locator("form[action$='/deliver'] button").press("Enter");
      assertThat(page.locator("[data-done]")).containsText("等待验收");
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, zh-CN", "390, en"})
  void every_page_is_accessible_and_fits(int width, String language) {
    for (OrderState state : OrderLifecycle.HOLDING) {
      Story story = world.in(state);
      String order = "/order/" + story.id();
      fits(story.firm(), order, width, language);
      fits(story.stall().manager(), order, width, language);
    }
    Story story = world.in(OrderState.COMPLETED);
    String order = "/order/" + story.id();
    for (String path :
        List.of(
            "/order",
            order,
            order + "/contract",
            "/order/new?offer=" + story.stall().time().id(),
            "/order/new?offer=" + story.stall().test().id() + "&quantity=0",
            "/order/new?offer=" + story.stall().service().id())) {
      fits(story.firm(), path, width, language);
    }
    fits(story.stall().finance(), order + "/refund", width, language);
    fits(story.stall().manager(), "/order/desk?state=COMPLETED", width, language);
    fits(world.people().auditor(), "/order/supervise", width, language);
    fits(world.people().auditor(), order, width, language);
    fits(world.people().firm("330602"), "/order", width, language);
  }

  private void fits(Actor actor, String path, int width, String language) {
    try (Page page = page(actor, width, true)) {
      page.navigate(site() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
      assertThat(page.locator("h1")).hasCount(1);
      Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assertThat((int) wide).as("%s at %d scrolls sideways", path, width).isLessThan(1);
      Browsers.assertAccessible(page);
    }
  }

  private static void words(Page page) {
    page.locator("[name=sample]").fill("不锈钢样片 3 件");
    page.locator("[name=purpose]").fill("新产品开发");
    page.locator("[name=declared]").press("Space");
  }

  private long mine(Story story) {
    return orders
        .list(story.firm(), new Orders.Filter(Orders.Side.BENEFICIARY, Set.of(), 1, 9))
        .total();
  }

  private Page page(Actor actor, int width, boolean javaScript) {
    Browsers open = browsers;
    if (open == null) {
      throw new IllegalStateException("no browser");
    }
    Page page = open.page(width, width < 500 ? 844 : 900, javaScript);
    BrowserLogin.as(page, actor, site());
    return page;
  }

  private String site() {
    return "http://localhost:" + port;
  }
}
