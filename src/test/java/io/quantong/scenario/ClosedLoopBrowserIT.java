package io.quantong.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.browser.Browsers;
import io.quantong.claim.Claim;
import io.quantong.claim.ClaimState;
import io.quantong.claim.Claims;
import io.quantong.order.OrderState;
import io.quantong.order.Orders;
import io.quantong.payout.Payouts;
import io.quantong.publicnotice.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The closed loop in a real browser, in the demo's city, as the README tells it. */
@IntegrationTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(properties = "quantong.demo.size=small")
class ClosedLoopBrowserIT {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  private static @Nullable Browsers browsers;

  @LocalServerPort int port;
  @Autowired Orders orders;
  @Autowired Claims claims;
  @Autowired Notices notices;
  @Autowired Payouts payouts;
  @Autowired Clock clock;

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
  @CsvSource({"1440, 900, true", "390, 844, false"})
  @Clause({"M1", "M2", "M3", "M4", "M13"})
  void the_money_goes_round(int width, int height, boolean javaScript) {
    Stroller someone = stroller(width, height, javaScript);
    UUID order = ordered(someone);
    served(someone, order);
    accepted(someone, order);
    UUID claim = claimed(someone, order);
    confirmed(someone, claim);
    noticePasses(someone, claim);
    paid(someone, claim);
    assertThat(claims.ofOrder(order)).extracting(Claim::state).containsOnly(ClaimState.PAID);
    assertThat(orders.order(order).state()).isEqualTo(OrderState.CLOSED);
    someone.as("provider-finance").open("/claim/" + claim);
    someone.open("/selfcheck");
    assertThat(someone.page().locator(".alert-danger").count()).isZero();
  }

  @Test
  @Clause("M2")
  void a_double_click_and_a_reload_at_checkout_order_once() {
    Stroller someone = stroller(1440, 900, true).as("firm");
    Stroller.Form form = checkout(someone);
    form.button().dblclick();
    someone.page().waitForURL(url -> url.matches(".*/order/[0-9a-f-]{36}"));
    UUID first = someone.id();
    someone.page().reload();
    assertThat(someone.id()).isEqualTo(first);
    someone.page().goBack();
    Stroller.Form again = someone.form("/order");
    if (again.button().count() == 1 && again.button().isEnabled()) {
      again.button().click();
      someone.page().waitForLoadState();
    }
    someone.open("/order");
    String number = orders.order(first).number();
    assertThat(someone.page().locator("body").innerText()).containsOnlyOnce(number);
  }

  @Test
  void a_refused_checkout_keeps_what_was_typed() {
    Stroller someone = stroller(1440, 900, true).as("firm");
    checkout(someone).fill("purpose", "").button().click();
    someone.page().waitForLoadState();
    assertThat(someone.page().locator("textarea[name=sample]").inputValue()).isEqualTo("紧固件 6 件");
  }

  private Stroller stroller(int width, int height, boolean javaScript) {
    Page page = Objects.requireNonNull(browsers).page(width, height, javaScript);
    String walk = javaScript ? "loop" : "loop-without-javascript";
    return new Stroller(page, "http://127.0.0.1:" + port, walk, javaScript);
  }

  /** Search, offer, checkout. */
  private UUID ordered(Stroller someone) {
    someone.open("/").as("firm").open("/voucher").open("/voucher/apply");
    someone.form("/voucher/apply").fill("amount", 3000).fill("purpose", "耐蚀性验证").send();
    return checkout(someone).send().id();
  }

  private Stroller.Form checkout(Stroller someone) {
    someone.open("/catalogue?q=盐雾").follow("/catalogue/offer/").follow("/order/new");
    someone.form("/order").fill("quantity", 2).recalculate();
    return someone
        .form("/order")
        .fill("sample", "紧固件 6 件")
        .fill("purpose", "新镀层耐蚀性验证")
        .tick("declared");
  }

  private void served(Stroller someone, UUID order) {
    String page = "/order/" + order;
    someone.as("provider").open("/order/desk").open(page).form(page + "/accept").send();
    someone.as("firm").open("/order").open(page).form(page + "/sign").tick("read").send();
    if (orders.order(order).price().own().isPositive()) {
      someone.open(page).form(page + "/pay").fill("reference", "网银 1126").send();
    }
    Stroller.Form start = someone.as("provider").open(page).form(page + "/start");
    if (orders.order(order).price().own().isPositive()) {
      start.tick("received");
    }
    start.send();
    LocalDateTime now = LocalDateTime.now(clock);
    someone
        .as("technician")
        .open("/booking/calendar")
        .open(page)
        .form(page + "/log")
        .fill("started", MINUTE.format(now.minusHours(1)))
        .fill("ended", MINUTE.format(now.minusMinutes(1)))
        .fill("samples", 6)
        .send();
    someone.form(page + "/stage").pdf("files", "检测报告.pdf").send();
    someone.form(page + "/deliver").send();
  }

  private void accepted(Stroller someone, UUID order) {
    String page = "/order/" + order;
    someone
        .as("firm")
        .open(page)
        .form(page + "/accept-result")
        .tick("stars", 5)
        .fill("comment", "报告结论写得明白。")
        .send();
  }

  private UUID claimed(Stroller someone, UUID order) {
    Claim claim = claims.ofOrder(order).getFirst();
    String page = "/claim/" + claim.id();
    someone.as("provider-finance").open("/claim/mine").open(page);
    someone.form(page + "/upload").pdf("files", "电子发票.pdf").send();
    someone
        .form(page + "/submit")
        .fill("number", "INV-" + claim.number())
        .fill("issuedOn", LocalDate.now(clock))
        .fill("gross", claim.sums().price().plain())
        .fill("net", claim.sums().price().share(100, 106).plain())
        .tick("declared")
        .send();
    return claim.id();
  }

  private void confirmed(Stroller someone, UUID claim) {
    String page = "/claim/" + claim;
    someone.as("handler").open("/claim/review").open(page).form(page + "/confirm").send();
    UUID notice = notices.latest(claim).orElseThrow().id();
    someone.open("/publicnotice").open("/publicnotice/" + notice);
  }

  private void noticePasses(Stroller someone, UUID claim) {
    LocalDate last = notices.latest(claim).orElseThrow().lastDay();
    int days = (int) LocalDate.now(clock).until(last, ChronoUnit.DAYS) + 1;
    someone.open("/demo/clock");
    someone.page().locator("#days").fill(Integer.toString(days));
    someone.page().locator("form:has(#days) button").click();
    someone.page().waitForURL(url -> url.contains("since="));
    assertThat(payouts.ofClaim(claim).orElseThrow().state().name()).isEqualTo("CLEARED");
  }

  private void paid(Stroller someone, UUID claim) {
    UUID item = payouts.ofClaim(claim).orElseThrow().id();
    someone.as("clerk").open("/budget").open("/payout");
    String page = someone.form("/payout/batch").tick("items", item).send().path().split("\\?")[0];
    someone.form(page + "/submit").send();
    someone.as("approver").open("/payout").open(page).form(page + "/approve").send();
    someone.form(page + "/send").send();
    someone.as("clerk").open(page).form(page + "/sample").send();
    someone.form(someone.path()).send();
  }
}
