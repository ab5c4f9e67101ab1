package io.quantong.budget;

import static io.quantong.payout.FinanceWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.Logins;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.payout.FinanceWorld;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The books through their doors (M13). */
@LedgerTest
@Clause("M13")
class BudgetPagesTest {

  private final String district = FinanceWorld.district();
  private final Actor clerk = person(Role.FINANCE_CLERK, district);

  @Autowired MockMvc web;
  @Autowired FinanceWorld world;

  @Test
  void a_district_without_money_is_told_what_comes_next_and_brings_it_in_by_a_form()
      throws Exception {
    assertThat(page(clerk, "/budget")).contains("这个年度还没有拨入预算", "确认拨入");
    MockHttpServletResponse done = answer(clerk, appropriation("100,000.50"));
    assertThat(done.getRedirectedUrl()).isEqualTo("/budget?year=" + world.year());
    assertThat(page(clerk, "/budget")).contains("¥100,000.50").doesNotContain("还没有拨入");
    assertThat(page(person(Role.DISTRICT_HEAD, district), "/budget"))
        .contains("¥100,000.50")
        .doesNotContain("确认拨入");
  }

  @Test
  void what_is_typed_wrong_comes_back_with_its_reason() throws Exception {
    for (String wrong : List.of("0", "-1", "abc", "", "1.234")) {
      MockHttpServletResponse refused = answer(clerk, appropriation(wrong));
      assertThat(refused.getRedirectedUrl()).as(wrong).endsWith("/budget");
    }
    assertThat(world.holds(Account.Kind.BUDGET, district)).isEqualTo(Money.ZERO);
  }

  @Test
  void transfers_and_accounts_are_shown_and_exported() throws Exception {
    world.owed(district, Money.yuan(30));
    String transfers = page(clerk, "/budget/transfers?year=" + world.year() + "&kind=OWED");
    assertThat(transfers).contains("验收核销", "¥30.00", "可用预算");
    String account = page(clerk, "/budget/account?code=BUDGET/" + district + "/" + world.year());
    assertThat(account).contains("余额", "¥30.00", "¥0.00", "预算拨入");
    MockHttpServletResponse file = answer(clerk, get("/budget/transfers.csv"));
    assertThat(file.getContentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(file.getContentAsString(StandardCharsets.UTF_8))
        .startsWith("\uFEFF\"流水号\"")
        .contains("\"30.00\"", "测财〔2026〕1 号");
    assertThat(page(clerk, "/budget/transfers?document=none")).contains("没有符合条件的分录");
  }

  @Test
  void another_district_reads_nothing_and_strangers_are_turned_away() throws Exception {
    world.appropriate(district, Money.yuan(777));
    Actor elsewhere = person(Role.FINANCE_CLERK, FinanceWorld.district());
    assertThat(page(elsewhere, "/budget")).doesNotContain("¥777.00");
    assertThat(page(elsewhere, "/budget/transfers?district=" + district)).doesNotContain("¥777");
    String account = "/budget/account?code=BUDGET/" + district + "/" + world.year();
    assertThat(answer(elsewhere, get(account)).getStatus()).isEqualTo(403);
    String line = "/api/v1/budgets/" + district + "/" + world.year();
    assertThat(answer(elsewhere, get(line)).getStatus()).isEqualTo(403);
    assertThat(answer(clerk, get("/budget/account?code=NO/SUCH/2026")).getStatus()).isEqualTo(404);
    Actor firm = person(Role.BENEFICIARY, district);
    for (String path : List.of("/budget", "/budget/transfers", "/budget/transfers.csv", account)) {
      assertThat(answer(firm, get(path)).getStatus()).as(path).isEqualTo(403);
    }
  }

  @Test
  void the_city_sees_every_district_and_the_public_the_whole() throws Exception {
    world.appropriate(district, Money.yuan(55));
    assertThat(page(person(Role.CITY_FINANCE, "330600"), "/budget")).contains(district);
    MockHttpServletResponse whole =
        answer(Actor.visitor(), get("/api/v1/budgets/whole/" + world.year()));
    assertThat(whole.getStatus()).isEqualTo(200);
    assertThat(JsonPath.<String>read(whole.getContentAsString(), "$.appropriated")).contains(".");
  }

  @Test
  void programs_appropriate_once_per_key() throws Exception {
    String key = RequestKey.fresh().value();
    String body =
        "{\"year\":%d,\"amount\":\"12.34\",\"documentNumber\":\"1 号\"}".formatted(world.year());
    for (int i = 0; i < 2; i++) {
      MockHttpServletResponse made =
          answer(
              clerk,
              post("/api/v1/budgets/appropriations")
                  .header("Idempotency-Key", key)
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(body));
      assertThat(made.getStatus()).isEqualTo(201);
    }
    String line =
        answer(clerk, get("/api/v1/budgets/" + district + "/" + world.year())).getContentAsString();
    assertThat(JsonPath.<String>read(line, "$.available")).isEqualTo("12.34");
  }

  private AbstractMockHttpServletRequestBuilder<?> appropriation(String amount) {
    return post("/budget/appropriation")
        .header("Referer", "http://localhost/budget")
        .param("year", Integer.toString(world.year()))
        .param("amount", amount)
        .param("documentNumber", "测财〔2026〕3 号")
        .param("key", RequestKey.fresh().value());
  }

  private String page(Actor actor, String path) throws Exception {
    MockHttpServletResponse answer = answer(actor, get(path));
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse answer(
      Actor actor, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return web.perform(request.with(Logins.as(actor))).andReturn().getResponse();
  }
}
