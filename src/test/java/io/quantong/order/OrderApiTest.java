package io.quantong.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.order.OrderWorld.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The same acts for programs. */
@IntegrationTest
@Clause({"M2", "M14"})
class OrderApiTest {

  private static final String ORDERS = "/api/v1/orders";

  @Autowired MockMvc web;
  @Autowired OrderWorld world;

  @Test
  void a_program_goes_the_whole_way() throws Exception {
    Story story = world.story();
    Actor firm = story.firm();
    String wish = "{\"offerId\":\"%s\",\"quantity\":20}".formatted(story.stall().test().id());
    String quote = ok(firm, json(post(ORDERS + "/quotes"), wish));
    assertThat(JsonPath.<String>read(quote, "$.voucher")).isEqualTo("11800.00");
    assertThat(JsonPath.<List<?>>read(quote, "$.obstacles")).isEmpty();
    String placement =
        """
        {"wish":%s,"sample":"s","purpose":"p","declared":true,
         "price":"13600.00","voucher":"11800.00"}\
        """
            .formatted(wish);
    String placed = created(firm, placement, "a-key-of-a-program");
    String again = created(firm, placement, "a-key-of-a-program");
    String id = JsonPath.read(placed, "$.id");
    assertThat(JsonPath.<String>read(again, "$.id")).isEqualTo(id);
    serve(story, ORDERS + "/" + id);
  }

  private void serve(Story story, String order) throws Exception {
    Actor firm = story.firm();
    Actor manager = story.stall().manager();
    String accepted = ok(manager, json(post(order + "/acceptance"), ""));
    String hash = JsonPath.read(accepted, "$.contract.sha256");
    assertThat(ok(firm, get(order + "/contract"))).contains("¥11,800.00");
    ok(firm, json(post(order + "/signature"), "{\"sha256\":\"%s\"}".formatted(hash)));
    ok(firm, json(post(order + "/own-share"), "{\"reference\":\"NO-1\"}"));
    ok(manager, json(post(order + "/start"), "{\"ownShareReceived\":true}"));
    ok(
        manager,
        json(
            post(order + "/log"),
            """
            {"kind":"RUN","started":"2026-01-05T09:00","ended":"2026-01-05T10:00",
             "operator":"o","samples":"3"}\
            """));
    MockMultipartFile file =
        new MockMultipartFile(
            "file", "r.txt", "text/plain", "report".getBytes(StandardCharsets.UTF_8));
    String staged = ok(manager, multipart(order + "/reports").file(file));
    String report = JsonPath.read(staged, "$.id");
    ok(manager, json(post(order + "/delivery"), "{\"reports\":[\"%s\"]}".formatted(report)));
    assertThat(ok(firm, get(order + "/reports/" + report))).isEqualTo("report");
    String done =
        ok(
            firm,
            json(post(order + "/result-acceptance"), "{\"stars\":5}")
                .header("Idempotency-Key", "a-key-of-the-end"));
    assertThat(JsonPath.<String>read(done, "$.order.state")).isEqualTo("COMPLETED");
    String refunded =
        ok(
            story.stall().finance(),
            json(post(order + "/refunds"), "{\"amount\":\"1000.00\",\"reason\":\"r\"}")
                .header("Idempotency-Key", "a-key-of-a-refund"));
    assertThat(JsonPath.<String>read(refunded, "$.order.refunded")).isEqualTo("1000.00");
  }

  @Test
  void a_new_price_a_dispute_and_a_cancellation_too() throws Exception {
    Story story = world.in(OrderState.ACCEPTED);
    String order = ORDERS + "/" + story.id();
    Actor firm = story.firm();
    Actor manager = story.stall().manager();
    ok(manager, json(post(order + "/price"), "{\"amount\":\"15000\",\"reason\":\"r\"}"));
    String split = ok(firm, json(post(order + "/price/split"), ""));
    assertThat(JsonPath.<String>read(split, "$.voucher")).isEqualTo("12500.00");
    ok(
        firm,
        json(post(order + "/price/confirmation"), split)
            .header("Idempotency-Key", "a-key-of-agreement"));
    story.settle().start().deliver();
    ok(firm, json(post(order + "/dispute"), "{\"reason\":\"r\"}"));
    String ended =
        ok(
            manager,
            json(post(order + "/cancellation"), "{\"reason\":\"r\"}")
                .header("Idempotency-Key", "a-key-of-an-end"));
    assertThat(JsonPath.<String>read(ended, "$.order.state")).isEqualTo("CANCELLED");
    Story other = world.in(OrderState.PLACED);
    String declined =
        ok(
            other.stall().manager(),
            json(post(ORDERS + "/" + other.id() + "/decline"), "{\"reason\":\"r\"}"));
    assertThat(JsonPath.<String>read(declined, "$.order.state")).isEqualTo("DECLINED");
  }

  @Test
  void lists_hold_what_the_caller_may_see() throws Exception {
    Story story = world.in(OrderState.PLACED);
    String mine = ok(story.firm(), get(ORDERS).param("side", "BENEFICIARY"));
    assertThat(JsonPath.<Integer>read(mine, "$.total")).isEqualTo(1);
    assertThat(JsonPath.<Integer>read(mine, "$.counts.PLACED")).isEqualTo(1);
    String desk =
        ok(story.stall().finance(), get(ORDERS).param("side", "PROVIDER").param("state", "PLACED"));
    assertThat(JsonPath.<Integer>read(desk, "$.total")).isEqualTo(1);
    assertThat(status(story.firm(), get(ORDERS).param("side", "OFFICIAL"))).isEqualTo(403);
    assertThat(status(story.firm(), get(ORDERS).param("side", "PROVIDER"))).isEqualTo(403);
    assertThat(status(world.people().auditor(), get(ORDERS).param("side", "OFFICIAL")))
        .isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "acceptance",
        "decline",
        "price",
        "price/split",
        "price/confirmation",
        "signature",
        "own-share",
        "start",
        "delivery",
        "result-acceptance",
        "dispute",
        "cancellation",
        "refunds"
      })
  void nobody_of_another_organisation_acts(String act) throws Exception {
    Story story = world.in(OrderState.PLACED);
    for (Actor stranger :
        List.of(
            world.people().firm(People.YUECHENG), world.people().institution(People.YUECHENG))) {
      int status =
          status(
              stranger,
              json(
                      post(ORDERS + "/" + story.id() + "/" + act),
                      "{\"reason\":\"r\",\"amount\":\"1\",\"stars\":5,\"reports\":[]}")
                  .header("Idempotency-Key", "a-key-of-strangers"));
      assertThat(status).as("%s", stranger.roles()).isIn(403, 404);
    }
    assertThat(story.order().state()).isEqualTo(OrderState.PLACED);
  }

  @Test
  void a_refusal_is_a_problem_document_with_every_reason() throws Exception {
    Story story = world.story();
    String placement =
        "{\"wish\":{\"offerId\":\"%s\",\"quantity\":0}}".formatted(story.stall().test().id());
    MockHttpServletResponse answer =
        call(
            story.firm(),
            json(post(ORDERS), placement).header("Idempotency-Key", "a-key-of-a-program"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(JsonPath.<List<String>>read(answer.getContentAsString(), "$.errors[*].code"))
        .contains("order.refusal.QUANTITY", "order.refusal.NOT_DECLARED");
    assertThat(status(story.firm(), json(post(ORDERS), "{}").header("Idempotency-Key", "12345678")))
        .isEqualTo(404);
    assertThat(status(story.firm(), json(post(ORDERS), placement))).isEqualTo(422);
  }

  private String created(Actor actor, String placement, String key) throws Exception {
    MockHttpServletResponse answer =
        call(actor, json(post(ORDERS), placement).header("Idempotency-Key", key));
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
    return answer.getContentAsString();
  }

  private String ok(Actor actor, AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    MockHttpServletResponse answer = call(actor, request);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private int status(Actor actor, AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    return call(actor, request).getStatus();
  }

  private MockHttpServletResponse call(
      Actor actor, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return web.perform(request.with(Logins.as(actor))).andReturn().getResponse();
  }

  private static <B extends AbstractMockHttpServletRequestBuilder<B>> B json(
      B request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }
}
