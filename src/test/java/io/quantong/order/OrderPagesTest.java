package io.quantong.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.order.OrderWorld.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Every page of the module for everybody who may see it, in every state and both languages. */
@IntegrationTest
@Clause("M2")
class OrderPagesTest {

  @Autowired MockMvc web;
  @Autowired OrderWorld world;
  @Autowired OrderDriver driver;

  static Stream<OrderState> states() {
    return Stream.of(OrderState.values()).filter(state -> state != OrderState.DRAFT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void an_order_is_shown_to_both_sides_and_to_officials(OrderState state) throws Exception {
    Story story = driver.in(state);
    People people = world.people();
    String page = "/order/" + story.id();
    for (Actor reader :
        List.of(
            story.firm(),
            story.stall().manager(),
            story.stall().technician(),
            story.stall().finance(),
            people.handler(People.YUECHENG),
            people.clerk(People.YUECHENG),
            people.city(),
            people.cityFinance(),
            people.auditor())) {
      for (String language : List.of("zh", "en")) {
        String html = shown(reader, get(page).param("lang", language));
        assertThat(html).contains(story.order().number()).doesNotContain("??");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void officials_see_no_button(OrderState state) throws Exception {
    Story story = driver.in(state);
    String html = shown(world.people().auditor(), get("/order/" + story.id()));
    assertThat(html).doesNotContain("action=\"/order/").contains("只读");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void strangers_learn_no_more_than_of_an_order_that_is_not_there(OrderState state)
      throws Exception {
    Story story = driver.in(state);
    for (Actor stranger :
        List.of(
            world.people().firm(People.YUECHENG),
            world.people().institution(People.YUECHENG),
            world.people().handler(People.KEQIAO))) {
      for (String below : List.of("", "/contract", "/report/" + story.id())) {
        assertThat(call(stranger, get("/order/" + story.id() + below)).getStatus()).isEqualTo(404);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "accept",
        "decline",
        "reprice",
        "start",
        "log",
        "stage",
        "deliver",
        "refund",
        "confirm-price",
        "sign",
        "pay",
        "accept-result",
        "dispute",
        "cancel"
      })
  void nobody_of_another_organisation_acts(String act) throws Exception {
    Story story = world.in(OrderState.PLACED);
    for (Actor stranger :
        List.of(
            world.people().firm(People.YUECHENG), world.people().institution(People.YUECHENG))) {
      int status =
          call(
                  stranger,
                  post("/order/" + story.id() + "/" + act)
                      .param("reason", "r")
                      .param("key", "a-key-of-a-form")
                      .param("read", "true")
                      .param("stars", "5")
                      .param("price", "1")
                      .param("amount", "1")
                      .param("started", "2026-01-01T09:00")
                      .param("ended", "2026-01-01T10:00"))
              .getStatus();
      assertThat(status).as("%s by %s", act, stranger.roles()).isIn(403, 404, 422);
      assertThat(story.order().state()).isEqualTo(OrderState.PLACED);
    }
  }

  @Test
  void lists_show_what_each_may_see() throws Exception {
    Story story = world.in(OrderState.DELIVERED);
    String number = story.order().number();
    assertThat(shown(story.firm(), get("/order"))).contains(number);
    assertThat(shown(story.firm(), get("/order").param("state", "DELIVERED"))).contains(number);
    assertThat(shown(story.firm(), get("/order").param("state", "PLACED"))).doesNotContain(number);
    assertThat(shown(story.stall().technician(), get("/order/desk"))).contains(number);
    assertThat(
            shown(
                world.people().city(),
                get("/order/supervise").param("text", number).param("district", People.YUECHENG)))
        .contains(number);
    assertThat(
            shown(
                world.people().handler(People.KEQIAO),
                get("/order/supervise").param("text", number)))
        .doesNotContain(">" + number + "<");
    assertThat(
            shown(
                world.people().auditor(),
                get("/order/supervise").param("text", number).param("late", "true")))
        .doesNotContain(">" + number + "<");
    assertThat(shown(world.people().firm(People.YUECHENG), get("/order"))).contains("还没有订单");
  }

  @Test
  void the_contract_is_read_by_both_sides_with_its_hash() throws Exception {
    Story story = world.in(OrderState.ACCEPTED);
    String page = "/order/" + story.id() + "/contract";
    OrderDetail.Contract contract = Objects.requireNonNull(story.seen().detail().contract());
    assertThat(shown(story.firm(), get(page))).contains(contract.sha256(), "¥11,800.00");
    assertThat(shown(story.stall().manager(), get(page))).contains(contract.number());
    assertThat(shown(story.firm(), get(page).param("lang", "en"))).contains("科技创新券技术服务合同");
  }

  @Test
  void a_report_is_downloaded_by_both_sides() throws Exception {
    Story story = world.in(OrderState.DELIVERED);
    String page = "/order/" + story.id() + "/report/" + story.order().reportIds().getFirst();
    for (Actor reader : List.of(story.firm(), story.stall().manager())) {
      MockHttpServletResponse answer = call(reader, get(page));
      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getHeader("Content-Disposition")).contains("attachment");
      assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("检测报告");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"decline", "reprice", "dispute", "cancel", "refund"})
  void an_act_that_is_not_possible_now_says_so(String act) throws Exception {
    Story story = driver.in(OrderState.TIMED_OUT);
    assertThat(shown(story.firm(), get("/order/" + story.id() + "/" + act))).contains("不能进行这项操作");
  }

  private String shown(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = call(actor, request);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse call(Actor actor, MockHttpServletRequestBuilder request)
      throws Exception {
    return web.perform(request.with(Logins.as(actor))).andReturn().getResponse();
  }
}
