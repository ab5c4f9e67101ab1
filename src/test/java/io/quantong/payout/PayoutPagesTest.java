package io.quantong.payout;

import static io.quantong.payout.FinanceWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.Logins;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The finance desk through its doors: pages, files and the interface for programs (M4, M13). */
@LedgerTest
@Clause({"M4", "M13"})
class PayoutPagesTest {

  private static final Money SUM = Money.yuan(3_000);

  private final String district = FinanceWorld.district();
  private final Actor clerk = person(Role.FINANCE_CLERK, district);
  private final Actor approver = person(Role.FINANCE_APPROVER, district);

  @Autowired MockMvc web;
  @Autowired FinanceWorld world;
  @Autowired Payouts payouts;

  @Test
  void an_empty_desk_says_when_something_will_come() throws Exception {
    assertThat(page(clerk, "/payout")).contains("现在没有可付的款项", "还没有拨付批次");
    assertThat(page(clerk, "/payout?lang=en")).contains("Nothing is ready to pay now");
  }

  @Test
  void everything_ready_is_chosen_by_a_link_without_any_script() throws Exception {
    PaymentItem item = world.cleared(district, SUM);
    PaymentItem own = world.cleared(district, SUM, clerk.personId());
    assertThat(page(clerk, "/payout")).contains("全部可付（2 笔）").doesNotContain("checked");
    String all = page(clerk, "/payout?all=true");
    assertThat(all).containsPattern("value=\"" + item.id() + "\"[^>]*checked");
    assertThat(all).containsPattern("value=\"" + own.id() + "\"[^>]*disabled");
    assertThat(all).contains("您经办过此笔申兑");
    assertThat(page(approver, "/payout")).doesNotContain("生成批次");
  }

  @Test
  void account_numbers_are_masked_on_every_page() throws Exception {
    PaymentItem item = world.cleared(district, SUM);
    UUID batch = world.sent(clerk, item);
    String account = item.payee().accountNumber();
    for (String path : List.of("/payout", "/payout/batch/" + batch)) {
      assertThat(page(clerk, path)).doesNotContain(account);
    }
    assertThat(page(clerk, "/payout/batch/" + batch)).contains("******0123");
  }

  @Test
  void a_batch_goes_all_the_way_by_forms_alone() throws Exception {
    PaymentItem one = world.cleared(district, SUM);
    PaymentItem two = world.cleared(district, Money.yuan(7));
    String made =
        redirect(
            clerk,
            post("/payout/batch")
                .param("items", one.id().toString(), two.id().toString())
                .param("key", key()));
    assertThat(made).startsWith("/payout/batch/");
    assertThat(page(clerk, made)).contains("提交审核", "撤销批次").doesNotContain("审核通过 ¥");
    redirect(clerk, post(made + "/submit").param("key", key()));
    assertThat(page(clerk, made)).contains("须由另一人审核").doesNotContain("审核通过 ¥");
    assertThat(page(approver, made)).contains("审核通过 ¥3,007.00");
    redirect(approver, post(made + "/back").param("key", key()).param("reason", "缺材料"));
    assertThat(page(clerk, made)).contains("退回制单人", "缺材料");
    redirect(clerk, post(made + "/submit").param("key", key()));
    redirect(approver, post(made + "/approve").param("key", key()));
    redirect(clerk, post(made + "/send").param("key", key()));
    MockHttpServletResponse list = answer(clerk, get(made + "/list"));
    assertThat(list.getContentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(list.getHeader("Content-Disposition")).contains("attachment", ".csv");
    assertThat(list.getContentAsString(StandardCharsets.UTF_8))
        .startsWith("\uFEFF\"序号\"")
        .contains(one.payee().accountNumber());
    String preview = redirect(clerk, post(made + "/sample").param("firstFails", "true"));
    assertThat(page(clerk, preview)).contains("各行均核对无误", "AC04");
    redirect(clerk, post(preview).param("key", key()));
    assertThat(page(clerk, preview)).contains("这份回单已经入账").doesNotContain("确认入账</button>");
    assertThat(page(clerk, made)).contains("已办结");
    assertThat(page(clerk, "/payout")).contains("银行退回原因：AC04");
  }

  @Test
  void a_wrong_file_is_shown_line_by_line_and_cannot_be_recorded() throws Exception {
    PaymentItem item = world.cleared(district, SUM);
    String batch = "/payout/batch/" + world.sent(clerk, item);
    byte[] wrong =
        FinanceWorld.file(world.line(item.endToEndId(), "1.00", "成功", "R" + Ids.next(), ""));
    MockMultipartFile file = new MockMultipartFile("file", "回单.csv", "text/csv", wrong);
    String preview = redirect(clerk, multipart(batch + "/result").file(file));
    assertThat(page(clerk, preview))
        .contains("发送的金额是 ¥3,000.00，文件中是 ¥1.00", "这份文件有问题")
        .doesNotContain("确认入账</button>");
    String back =
        redirect(
            clerk,
            post(preview).param("key", key()).header("Referer", "http://localhost" + preview));
    assertThat(back).endsWith(preview);
    String refused =
        redirect(clerk, multipart(batch + "/result").header("Referer", "http://localhost" + batch));
    assertThat(refused).endsWith(batch);
    assertThat(world.now(item.claimId()).state()).isEqualTo(PaymentItem.State.SENT);
  }

  @Test
  void another_district_finds_nothing_behind_any_door() throws Exception {
    PaymentItem item = world.cleared(district, SUM);
    UUID batch = world.sent(clerk, item);
    UUID file =
        payouts.keepResult(
            clerk, batch, "a.csv", FinanceWorld.file(world.paid(item, "R" + Ids.next())));
    String path = "/payout/batch/" + batch;
    Actor stranger = person(Role.FINANCE_CLERK, FinanceWorld.district());
    Actor foreign = person(Role.FINANCE_APPROVER, FinanceWorld.district());
    List<Integer> answers = new ArrayList<>();
    answers.add(answer(stranger, get(path)).getStatus());
    answers.add(answer(stranger, get(path + "/list")).getStatus());
    answers.add(answer(stranger, get(path + "/result/" + file)).getStatus());
    answers.add(answer(stranger, post(path + "/result/" + file).param("key", key())).getStatus());
    for (String step : List.of("/submit", "/cancel", "/send", "/sample")) {
      answers.add(answer(stranger, post(path + step).param("key", key())).getStatus());
    }
    answers.add(answer(foreign, post(path + "/approve").param("key", key())).getStatus());
    answers.add(
        answer(foreign, post(path + "/back").param("key", key()).param("reason", "x")).getStatus());
    answers.add(
        answer(
                stranger,
                post("/payout/batch").param("items", item.id().toString()).param("key", key()))
            .getStatus());
    answers.add(answer(stranger, get("/api/v1/payments/batches/" + batch)).getStatus());
    answers.add(
        answer(
                stranger,
                post("/api/v1/payments/batches/" + batch + "/SEND")
                    .header("Idempotency-Key", key()))
            .getStatus());
    assertThat(answers).allMatch(status -> status == 403 || status == 404);
  }

  @Test
  void programs_do_the_same_by_json() throws Exception {
    PaymentItem item = world.cleared(district, SUM);
    String list = answer(clerk, get("/api/v1/payments")).getContentAsString();
    assertThat(JsonPath.<String>read(list, "$[0].amount")).isEqualTo("3000.00");
    assertThat(JsonPath.<String>read(list, "$[0].account")).isEqualTo("******0123");
    String key = key();
    String body = "{\"items\":[\"%s\"]}".formatted(item.id());
    MockHttpServletResponse made = answer(clerk, json("/api/v1/payments/batches", key, body));
    assertThat(made.getStatus()).isEqualTo(201);
    String id = JsonPath.read(made.getContentAsString(), "$.id");
    MockHttpServletResponse again = answer(clerk, json("/api/v1/payments/batches", key, body));
    assertThat(JsonPath.<String>read(again.getContentAsString(), "$.id")).isEqualTo(id);
    MockHttpServletResponse keyless =
        answer(
            clerk,
            post("/api/v1/payments/batches").contentType(MediaType.APPLICATION_JSON).content(body));
    assertThat(keyless.getStatus()).isEqualTo(422);
    String step = "/api/v1/payments/batches/" + id + "/";
    answer(clerk, json(step + "SUBMIT", key(), ""));
    MockHttpServletResponse own = answer(approver, json(step + "APPROVE", key(), ""));
    assertThat(JsonPath.<String>read(own.getContentAsString(), "$.state")).isEqualTo("APPROVED");
    MockHttpServletResponse twice = answer(approver, json(step + "APPROVE", key(), ""));
    assertThat(twice.getStatus()).isEqualTo(409);
    assertThat(twice.getContentType()).isEqualTo("application/problem+json");
    assertThat(twice.getContentAsString(StandardCharsets.UTF_8))
        .contains("待发送", "审核通过")
        .doesNotContain("payout.batch.state", "payout.batch.event");
    String detail = answer(clerk, get("/api/v1/payments/batches/" + id)).getContentAsString();
    assertThat(JsonPath.<String>read(detail, "$.rows[0].payment.claimNumber"))
        .isEqualTo(item.claimNumber());
  }

  @Test
  void the_bank_answers_a_program_line_by_line() throws Exception {
    PaymentItem item = world.cleared(district, SUM);
    String path = "/api/v1/payments/batches/" + world.sent(clerk, item) + "/result";
    byte[] wrong = FinanceWorld.file(world.line(item.endToEndId(), "1", "成功", "", ""));
    MockHttpServletResponse refused = answer(clerk, csv(path, wrong));
    assertThat(refused.getStatus()).isEqualTo(422);
    String problem = refused.getContentAsString(StandardCharsets.UTF_8);
    assertThat(JsonPath.<List<String>>read(problem, "$.errors[*].code"))
        .containsExactlyInAnyOrder(
            "payout.refusal.AMOUNT_MISMATCH", "payout.refusal.REFERENCE_MISSING");
    byte[] right = FinanceWorld.file(world.paid(item, "R" + Ids.next()));
    MockHttpServletResponse recorded = answer(clerk, csv(path, right));
    assertThat(JsonPath.<Integer>read(recorded.getContentAsString(), "$.moved")).isEqualTo(1);
    assertThat(answer(approver, csv(path, right)).getStatus()).isEqualTo(403);
  }

  private static AbstractMockHttpServletRequestBuilder<?> csv(String path, byte[] content) {
    return post(path).header("Idempotency-Key", key()).contentType("text/csv").content(content);
  }

  private static AbstractMockHttpServletRequestBuilder<?> json(
      String path, String key, String body) {
    return post(path)
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  private String page(Actor actor, String path) throws Exception {
    MockHttpServletResponse answer = answer(actor, get(URI.create(path)));
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private String redirect(Actor actor, AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    MockHttpServletResponse answer = answer(actor, request);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isBetween(302, 303);
    return Objects.requireNonNull(answer.getRedirectedUrl());
  }

  private MockHttpServletResponse answer(
      Actor actor, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return web.perform(request.with(Logins.as(actor))).andReturn().getResponse();
  }

  private static String key() {
    return RequestKey.fresh().value();
  }
}
