package io.quantong.voucher.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.browser.BrowserLogin;
import io.quantong.browser.Browsers;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Purse;
import io.quantong.voucher.Vouchers;
import java.util.List;
import java.util.Objects;
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

/** Vouchers and rules in a real browser. */
@LedgerTest
@Clause("M1")
class VoucherBrowserTest {

  private static final Pattern A_LOT = Pattern.compile(".*/voucher/[0-9a-f-]{36}$");

  private static @Nullable Browsers browsers;

  @Autowired private Purse purse;
  @Autowired private Vouchers vouchers;
  @LocalServerPort private int port;

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

  @ParameterizedTest(name = "javascript {0}")
  @ValueSource(booleans = {true, false})
  void a_firm_applies_is_told_what_is_wrong_and_gets_one_lot_for_two_clicks(boolean javaScript) {
    Actor firm = purse.people().firm(YUECHENG);
    purse.appropriate(YUECHENG, Money.yuan(20_000));
    try (Page page = page(firm, 390, javaScript)) {
      page.navigate(site() + "/voucher");
      page.locator("main .btn-primary").first().click();
      assertThat(page.locator("[name=amount]")).hasValue("20000.00");
      page.locator("[name=amount]").fill("30000");
      page.locator("[name=purpose]").fill("材料测试");
      page.locator("main form button").click();
      assertThat(page.locator("[data-refused]")).containsText("超过单次上限 ¥20,000.00");
      assertThat(page.locator("[name=amount]")).hasValue("30000");
      assertThat(page.locator("[name=purpose]")).hasValue("材料测试");
      page.locator("[name=amount]").fill("1,500.50");
      page.locator("main form button").dblclick();
      assertThat(page).hasURL(A_LOT);
      assertThat(page.locator("main")).containsText("¥1,500.50");
    }
    assertThat(vouchers.lots(firm, firm.organisationId()))
        .extracting(lot -> lot.parts().face())
        .containsExactly(Money.parse("1500.50"));
  }

  @Test
  @Clause("M15")
  void a_district_gives_its_reason_and_freezes() {
    Lot lot = purse.lot(purse.people().firm(YUECHENG), Money.yuan(900));
    try (Page page = page(purse.people().head(YUECHENG), 1440, true)) {
      page.navigate(site() + "/voucher/" + lot.id());
      page.locator("button[formaction$='/freeze']").click();
      assertThat(page.locator("[data-refused]")).containsText("4 至 500 字");
      page.locator("[name=reason]").fill("举报待核实");
      page.locator("button[formaction$='/freeze']").click();
      assertThat(page.locator("[data-done]")).containsText("已冻结");
      assertThat(page.locator("main")).containsText("举报待核实");
      page.locator("[name=reason]").fill("骗取属实");
      page.locator("button[formaction$='/revoke']").press("Enter");
      assertThat(page.locator("[data-done]")).containsText("已撤销");
      assertThat(page.locator("[name=reason]")).hasCount(0);
    }
  }

  @Test
  void the_estimate_needs_no_login_and_no_script() {
    try (Page page = page(Actor.visitor(), 390, false)) {
      page.navigate(site() + "/voucher/estimate");
      page.locator("[name=price]").fill("30,000");
      page.locator("main form button").press("Enter");
      assertThat(page.locator("#answer")).containsText("自付 ¥10,000.00");
      assertThat(page.locator("[name=price]")).hasValue("30,000");
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, zh-CN", "390, zh-CN", "390, en"})
  void pages_with_data_are_accessible_and_fit_the_screen(int width, String language) {
    Actor firm = purse.people().firm(YUECHENG);
    Lot lot = purse.lot(firm, Money.yuan(5_000));
    purse.hold(firm, Money.yuan(1_000));
    look(firm, width, language, List.of("/voucher", "/voucher/apply", "/voucher/" + lot.id()));
    look(
        purse.people().head(YUECHENG),
        width,
        language,
        List.of(
            "/voucher/issued?number=" + lot.number(),
            "/voucher/" + lot.id(),
            "/policy?district=" + YUECHENG));
    look(purse.people().city(), width, language, List.of("/policy/calendar?year=2031", "/policy"));
    look(
        Actor.visitor(),
        width,
        language,
        List.of(
            "/policy/version/1",
            "/policy/calendar?year=2026&from=2026-09-18&days=10",
            "/voucher/estimate?price=30000&staff=20",
            "/voucher/estimate?price=none"));
  }

  private void look(Actor actor, int width, String language, List<String> paths) {
    try (Page page = page(actor, width, true)) {
      for (String path : paths) {
        page.navigate(site() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        assertThat(page.locator("h1")).hasCount(1);
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertThat((int) wide).as("%s at %d scrolls sideways", path, width).isLessThan(1);
        Browsers.assertAccessible(page);
      }
    }
  }

  private Page page(Actor actor, int width, boolean javaScript) {
    Page page = Objects.requireNonNull(browsers).page(width, width < 500 ? 844 : 900, javaScript);
    BrowserLogin.as(page, actor, site());
    return page;
  }

  private String site() {
    return "http://localhost:" + port;
  }
}
