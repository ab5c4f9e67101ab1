package io.quantong.claim;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.browser.BrowserLogin;
import io.quantong.browser.Browsers;
import io.quantong.claim.ClaimWorld.Case;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The review desk and the provider's pages in a real browser. */
@IntegrationTest
@Clause("M4")
class ClaimBrowserTest {

  private static @Nullable Browsers browsers;

  @LocalServerPort int port;
  @Autowired ClaimWorld world;

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
  @ValueSource(ints = {1440, 390})
  void the_pages_are_accessible_and_fit(int width) {
    Case review = world.in(ClaimState.IN_REVIEW);
    Case draft = world.draft();
    Case awaiting = world.in(ClaimState.AWAITING_PAPERS);
    fits(width, review.handler(), "/claim/" + review.id(), "claim-review");
    fits(width, review.handler(), "/claim/review?queue=ALL", "claim-list");
    fits(width, draft.finance(), "/claim/mine", "claim-mine");
    fits(width, awaiting.finance(), "/claim/" + awaiting.id(), "claim-papers");
    Case paid = world.in(ClaimState.PAID);
    fits(width, paid.head(), "/claim/" + paid.id(), "claim-paid");
  }

  private void fits(int width, Actor actor, String path, String name) {
    try (Page page = page(width, actor, true)) {
      page.navigate(site() + path);
      assertThat(page.locator("h1")).hasCount(1);
      assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("%s at %d scrolls sideways", path, width)
          .isLessThanOrEqualTo(0);
      Browsers.assertAccessible(page);
      Browsers.picture(page, name + "-" + width);
    }
  }

  /** One click, no typing; the double click does it once and the next claim opens. */
  @Test
  void a_clean_claim_takes_one_click() {
    Case it = world.in(ClaimState.IN_REVIEW);
    try (Page page = page(1440, it.handler(), true)) {
      page.navigate(site() + "/claim/" + it.id());
      assertThat(page.locator(".decision-quick .badge.good")).hasCount(1);
      page.locator(".decision-quick .btn-primary").dblclick();
      assertThat(page.locator("[data-done]")).isVisible();
      assertThat(it.state()).isEqualTo(ClaimState.IN_NOTICE);
      assertThat(page.url()).doesNotContain(it.id().toString());
    }
  }

  @Test
  void without_javascript_a_cut_refused_for_its_sum_keeps_what_was_typed() {
    Case it = world.in(ClaimState.IN_REVIEW);
    try (Page page = page(390, it.handler(), false)) {
      page.navigate(site() + "/claim/" + it.id());
      var form = page.locator("form:has(input[value=CUT])");
      form.locator("[name=amount]").fill("99999");
      form.locator("[name=reason]").fill("常规检验不予支持");
      form.locator("[name=amount]").press("Enter");
      assertThat(page.locator("[data-refused]")).isVisible();
      assertThat(form.locator("[name=reason]")).hasValue("常规检验不予支持");
      form.locator("[name=amount]").fill("5000");
      form.locator("[name=amount]").press("Enter");
      assertThat(page.locator("[data-done]")).isVisible();
      assertThat(it.payment().amount()).isEqualTo(Money.yuan(5_000));
    }
  }

  @Test
  @Clause("M3")
  void the_provider_adds_the_invoice_and_hands_in() {
    Case it = world.draft();
    try (Page page = page(390, it.finance(), true)) {
      page.navigate(site() + "/claim/mine?stage=MINE");
      page.locator("tbody th a").first().click();
      page.locator("input[type=file]")
          .first()
          .setInputFiles(
              new FilePayload(
                  "发票.pdf", "application/pdf", "%PDF-1.7 26".getBytes(StandardCharsets.UTF_8)));
      page.locator("form:has(input[value=INVOICE]) button").click();
      assertThat(page.locator("[data-done]")).isVisible();
      page.locator("[name=number]").fill(String.valueOf(it.invoice().number()));
      page.locator("[name=issuedOn]").fill(world.today().toString());
      page.locator("[name=net]").fill("12830.18");
      page.locator("[name=declared]").check();
      page.locator("form:has([name=declared]) .btn-primary").click();
      assertThat(page.locator("[data-done]")).isVisible();
      assertThat(page.locator("h2 .badge").first()).hasText(Pattern.compile("审核中"));
      assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
    }
  }

  @Test
  void a_difference_between_order_and_papers_is_seen_at_once() {
    Case it = world.draft().attach();
    Invoice clean = it.invoice();
    it.submit(
        new Invoice(
            clean.number(), clean.issuedOn(), clean.net(), clean.gross(), "转包公司", "某公司", null));
    try (Page page = page(1440, it.handler(), true)) {
      page.navigate(site() + "/claim/" + it.id());
      assertThat(page.locator(".match-DIFFERENT")).hasCount(2);
      assertThat(page.locator(".signal-HIGH")).hasCount(1);
      page.locator(".decision-quick form .btn-lg").click();
      assertThat(page.locator("[data-done]")).isVisible();
      assertThat(it.claim().proposal()).isNotNull();
    }
    try (Page page = page(1440, it.reviewer(), true)) {
      page.navigate(site() + "/claim/" + it.id());
      page.locator(".decision-quick form .btn-lg").click();
      assertThat(page.locator("[data-done]")).isVisible();
      assertThat(it.state()).isEqualTo(ClaimState.IN_NOTICE);
    }
  }

  private Page page(int width, Actor actor, boolean javaScript) {
    if (browsers == null) {
      throw new IllegalStateException("no browser");
    }
    Page page = browsers.page(width, 900, javaScript);
    BrowserLogin.as(page, actor, site());
    return page;
  }

  private String site() {
    return "http://localhost:" + port;
  }
}
