package io.quantong.payout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.quantong.payout.FinanceWorld.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.browser.BrowserLogin;
import io.quantong.browser.Browsers;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import io.quantong.policy.Policies;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finance desk and public notice as people use them: wide, narrow, without scripts (M4, M13). */
@LedgerTest
@Clause({"M4", "M13"})
class FinanceBrowserTest {

  private static @Nullable Browsers browsers;

  private final String district = FinanceWorld.district();
  private final Actor clerk = person(Role.FINANCE_CLERK, district);
  private final Actor approver = person(Role.FINANCE_APPROVER, district);

  @LocalServerPort int port;
  @Autowired FinanceWorld world;
  @Autowired Notices notices;
  @Autowired Policies policies;
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

  @ParameterizedTest(name = "{0} px, scripts {1}")
  @CsvSource({"1440,true", "390,true", "1440,false", "390,false"})
  void money_is_paid_by_two_people_and_a_file_of_the_bank(int width, boolean scripts) {
    PaymentItem one = world.cleared(district, Money.yuan(3_000));
    PaymentItem two = world.cleared(district, Money.ofFen(12_345));
    try (Page desk = page(width, scripts, clerk);
        Page other = page(width, scripts, approver)) {
      desk.navigate(site() + "/payout");
      desk.getByText("全部可付（2 笔）").press("Enter");
      assertThat(desk.locator("input[name=items]:checked")).hasCount(2);
      seen(desk, width, scripts, "payout-desk");
      button(desk, "用选中的款项生成批次").press("Enter");
      desk.waitForURL("**/payout/batch/*");
      String batch = desk.url();
      desk.locator("form[action$='/submit'] button").press("Enter");
      assertThat(desk.getByText("须由另一人审核")).isVisible();

      other.navigate(batch);
      seen(other, width, scripts, "payout-approve");
      other.locator("form[action$='/approve'] button").press("Enter");
      desk.navigate(batch);
      desk.locator("form[action$='/send'] button").press("Enter");
      seen(desk, width, scripts, "payout-sent");
      assertThat(listOf(desk)).contains(one.payee().accountNumber(), "123.45");

      String answer =
          FinanceWorld.text(world.paid(one, "R" + Ids.next()), world.returned(two, "户名与账号不符"));
      upload(desk, answer.replace("3000.00", "3000.01"));
      assertThat(desk.getByText("这份文件有问题，不能入账")).isVisible();
      assertThat(desk.getByText("确认入账")).hasCount(0);
      seen(desk, width, scripts, "payout-problems");

      desk.navigate(batch);
      upload(desk, answer);
      seen(desk, width, scripts, "payout-preview");
      button(desk, "确认入账").press("Enter");
      assertThat(desk.getByText("回单已入账")).isVisible();
      assertThat(desk.getByText("已办结").first()).isVisible();
      desk.navigate(site() + "/payout");
      assertThat(desk.getByText("银行退回原因：户名与账号不符")).isVisible();
      desk.navigate(site() + "/budget");
      assertThat(desk.getByText("¥3,000.00").first()).isVisible();
      seen(desk, width, scripts, "budget");
      desk.navigate(site() + "/budget/transfers");
      seen(desk, width, scripts, "budget-transfers");
    }
  }

  @ParameterizedTest(name = "{0} px, scripts {1}")
  @CsvSource({"1440,true", "390,true", "390,false"})
  void anyone_objects_to_a_notice_and_follows_it_by_its_number(int width, boolean scripts) {
    Notice notice = publish();
    try (Page visitor = page(width, scripts, Actor.visitor());
        Page head = page(width, scripts, person(Role.DISTRICT_HEAD, "330602"))) {
      visitor.navigate(site() + "/publicnotice?q=" + notice.number());
      seen(visitor, width, scripts, "notices");
      visitor.getByText(notice.number()).first().press("Enter");
      seen(visitor, width, scripts, "notice");
      visitor.getByLabel("联系方式").fill("0575-88001234");
      visitor.getByLabel("异议内容和理由").fill("价格与发票不符");
      visitor.getByLabel("证明材料").setInputFiles(file("证据.txt", "看这里"));
      button(visitor, "提交异议").press("Enter");
      assertThat(visitor.getByText("匿名异议不予受理。").first()).isVisible();
      assertThat(visitor.getByLabel("异议内容和理由")).hasValue("价格与发票不符");
      assertThat(visitor.getByText("无需重新上传")).isVisible();
      visitor.getByLabel("姓名或单位名称").fill("李四光");
      button(visitor, "提交异议").press("Enter");
      seen(visitor, width, scripts, "receipt");
      String number = visitor.locator("h2#q-number").textContent().replaceAll("[^A-Z0-9-]", "");

      head.navigate(site() + "/publicnotice/objections");
      seen(head, width, scripts, "objections");
      head.getByText(number).first().press("Enter");
      seen(head, width, scripts, "objection");
      head.getByLabel("采纳：调减金额，重新公示").press("Space");
      head.getByLabel("调减后的金额").fill("1000");
      head.getByLabel("理由").fill("发票金额确有出入");
      button(head, "确认决定").press("Enter");
      assertThat(head.getByText("决定已作出")).isVisible();

      visitor.navigate(site() + "/publicnotice/receipt?number=" + number);
      assertThat(visitor.getByText("发票金额确有出入")).isVisible();
    }
  }

  @Test
  void a_second_click_on_a_step_of_money_does_it_once() {
    world.cleared(district, Money.yuan(3_000));
    try (Page desk = page(1440, true, clerk)) {
      desk.navigate(site() + "/payout?all=true");
      desk.getByText("用选中的款项生成批次").dblclick();
      assertThat(desk.locator("h1")).containsText("拨付批次");
      desk.navigate(site() + "/payout");
      assertThat(desk.locator("a[href^='/payout/batch/']")).hasCount(1);
    }
  }

  private Notice publish() {
    return notices.publish(
        person(Role.DISTRICT_HANDLER, "330602"),
        new Notices.Draft(
            Ids.next(),
            "SD20261126-" + Ids.next().toString().substring(30),
            "330602",
            "某某检测中心",
            "王小明",
            true,
            "扫描电镜测试",
            Money.yuan(12_000),
            Money.yuan(8_000),
            policies.at("330602", LocalDate.now(clock)).version()));
  }

  /** Pressed by the keyboard: nobody needs a mouse. */
  private static Locator button(Page page, String text) {
    return page.locator("main button", new Page.LocatorOptions().setHasText(text));
  }

  private static void upload(Page page, String answer) {
    byte[] bytes = answer.getBytes(Charset.forName("GB18030"));
    page.getByLabel("回单文件").setInputFiles(new FilePayload("回单.csv", "text/csv", bytes));
    button(page, "读取并核对").press("Enter");
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String listOf(Page page) {
    Download list = page.waitForDownload(() -> page.locator("a[href$='/list']").press("Enter"));
    try {
      return Files.readString(list.path());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void seen(Page page, int width, boolean scripts, String name) {
    assertThat(page.locator("h1")).hasCount(1);
    if (scripts) {
      Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assertThat((int) wide).as("%s at %d scrolls sideways", page.url(), width).isLessThan(1);
      Browsers.assertAccessible(page);
      Browsers.picture(page, "finance-" + width + "-" + name);
    }
  }

  private Page page(int width, boolean scripts, Actor actor) {
    Browsers open = browsers;
    if (open == null) {
      throw new IllegalStateException("no browser");
    }
    Page page = open.page(width, width < 500 ? 844 : 900, scripts);
    if (!actor.isVisitor()) {
      BrowserLogin.as(page, actor, site());
    }
    return page;
  }

  private String site() {
    return "http://localhost:" + port;
  }
}
