package io.quantong.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.order.OrderWorld.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Checkout as a browser without JavaScript sees it. */
@IntegrationTest
@Clause("M2")
class CheckoutPagesTest {

  @Autowired MockMvc web;
  @Autowired OrderWorld world;
  @Autowired Orders orders;

  @Test
  void the_split_is_explained_before_the_click_and_the_click_orders_once() throws Exception {
    Story story = world.story();
    String html = shown(story.firm(), get(page(story) + "&quantity=20"));
    assertThat(html)
        .contains("¥13,600.00", "¥11,800.00", "¥1,800.00", "抵扣并下单", "怎么算的")
        .contains("name=\"shownPrice\" value=\"13600.00\"")
        .contains("name=\"shownVoucher\" value=\"11800.00\"");
    MockHttpServletRequestBuilder click = placing(story, html, "20");
    String first = redirect(story.firm(), click);
    assertThat(redirect(story.firm(), placing(story, html, "20"))).isEqualTo(first);
    assertThat(first).startsWith("/order/");
    assertThat(mine(story)).isEqualTo(1);
    assertThat(shown(story.firm(), get(first))).contains("待机构确认");
  }

  @Test
  void in_english_too() throws Exception {
    Story story = world.story();
    assertThat(shown(story.firm(), get(page(story) + "&lang=en")))
        .contains("Deduct and order", "Neutral salt spray test")
        .doesNotContain("抵扣");
  }

  @Test
  void a_split_that_changed_meanwhile_comes_back_with_the_new_one_and_all_words() throws Exception {
    Story story = world.story();
    String html = shown(story.firm(), get(page(story) + "&quantity=20"));
    story.place(story.stall().test(), 5, null);
    MvcResult refused =
        web.perform(
                placing(story, html, "20")
                    .header("Referer", "http://localhost" + page(story) + "&quantity=20")
                    .with(Logins.as(story.firm())))
            .andReturn();
    assertThat(refused.getResponse().getStatus()).isEqualTo(303);
    String again =
        shown(
            story.firm(),
            get(Objects.requireNonNull(refused.getResponse().getRedirectedUrl()))
                .cookie(refused.getResponse().getCookies()));
    assertThat(again)
        .contains("没有下单，也没有扣券")
        .contains("name=\"shownVoucher\" value=\"10100.00\"")
        .contains("新产品开发")
        .contains("value=\"20\"");
    assertThat(mine(story)).isEqualTo(1);
  }

  @Test
  void recalculating_without_javascript_keeps_every_word() throws Exception {
    Story story = world.story();
    MvcResult asked =
        web.perform(
                post("/order/new")
                    .param("offer", story.stall().test().id().toString())
                    .param("asked", "1")
                    .param("quantity", "3")
                    .param("purpose", "研发新阀门")
                    .with(Logins.as(story.firm())))
            .andReturn();
    String next = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
    assertThat(next).contains("quantity=3").doesNotContain("useVoucher");
    assertThat(shown(story.firm(), get(next).cookie(asked.getResponse().getCookies())))
        .contains("研发新阀门", "¥2,040.00", "自付下单");
  }

  @Test
  void taking_a_free_slot_fills_both_times() throws Exception {
    Story story = world.story();
    String html = shown(story.firm(), get("/order/new?offer=" + story.stall().time().id()));
    assertThat(html).contains("选好时段后").doesNotContain("抵扣并下单");
    Matcher slot = Pattern.compile("name=\"slot\"[^>]*value=\"([^\"]+)\"").matcher(html);
    assertThat(slot.find()).isTrue();
    String free = Objects.requireNonNull(slot.group(1));
    MvcResult taken =
        web.perform(
                post("/order/new")
                    .param("offer", story.stall().time().id().toString())
                    .param("asked", "1")
                    .param("useVoucher", "true")
                    .param("slot", free)
                    .with(Logins.as(story.firm())))
            .andReturn();
    String next = Objects.requireNonNull(taken.getResponse().getRedirectedUrl());
    assertThat(shown(story.firm(), get(next).cookie(taken.getResponse().getCookies())))
        .contains("¥200.00", "抵扣并下单", free.substring(0, 16));
  }

  @Test
  void the_price_card_follows_the_wish() throws Exception {
    Story story = world.story();
    assertThat(
            shown(story.firm(), get(page(story).replace("/new?", "/new/price?") + "&quantity=2")))
        .contains("¥1,360.00")
        .doesNotContain("<html");
    assertThat(
            shown(story.firm(), get(page(story).replace("/new?", "/new/price?") + "&quantity=x")))
        .contains("数量应为 1 至 10000 的整数")
        .doesNotContain("抵扣并下单");
  }

  @Test
  void every_reason_against_it_stands_on_the_page_with_a_way_out() throws Exception {
    Actor firm = world.people().uncommittedFirm(People.YUECHENG);
    Story story = world.story(firm, world.story().stall());
    assertThat(shown(firm, get(page(story))))
        .contains("需要签署信用承诺书", "去签署信用承诺书")
        .doesNotContain("抵扣并下单");
  }

  @Test
  void an_offer_page_shows_my_price_and_sends_a_visitor_to_the_estimate() throws Exception {
    Story story = world.story();
    for (var offer : List.of(story.stall().test(), story.stall().time(), story.stall().service())) {
      assertThat(shown(story.firm(), get("/order/price").param("offer", offer.id().toString())))
          .contains("去下单")
          .doesNotContain("不能抵扣的原因");
      assertThat(shown(Actor.visitor(), get("/order/price").param("offer", offer.id().toString())))
          .contains("/voucher/estimate?price=");
    }
    assertThat(
            shown(
                story.stall().manager(),
                get("/order/price").param("offer", story.stall().test().id().toString())))
        .contains("¥680.00");
  }

  @Test
  void an_offer_that_is_not_there_is_not_found() throws Exception {
    Actor firm = world.firm();
    for (String offer : List.of("", "x", Ids.next().toString())) {
      assertThat(call(firm, get("/order/new").param("offer", offer)).getStatus()).isEqualTo(404);
    }
  }

  @Test
  void a_form_without_key_or_split_orders_nothing() throws Exception {
    Story story = world.story();
    MockHttpServletRequestBuilder bare =
        post("/order").param("offer", story.stall().test().id().toString());
    assertThat(call(story.firm(), bare).getStatus()).isIn(409, 422);
    assertThat(mine(story)).isZero();
  }

  private MockHttpServletRequestBuilder placing(Story story, String html, String quantity) {
    MockHttpServletRequestBuilder request = post("/order");
    Map.of(
            "offer", story.stall().test().id().toString(),
            "asked", "1",
            "quantity", quantity,
            "useVoucher", "true",
            "sample", "不锈钢样片",
            "purpose", "新产品开发",
            "declared", "true")
        .forEach(request::param);
    for (String hidden : List.of("key", "shownPrice", "shownVoucher")) {
      request.param(hidden, hidden(html, hidden));
    }
    return request;
  }

  private static String hidden(String html, String name) {
    String form = html.substring(html.indexOf("id=\"checkout\""));
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(form);
    assertThat(found.find()).as(name).isTrue();
    return Objects.requireNonNull(found.group(1));
  }

  private static String page(Story story) {
    return "/order/new?offer=" + story.stall().test().id();
  }

  private long mine(Story story) {
    return orders
        .list(story.firm(), new Orders.Filter(Orders.Side.BENEFICIARY, Set.of(), 1, 9))
        .total();
  }

  private String redirect(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = call(actor, request);
    assertThat(answer.getStatus()).isIn(302, 303);
    return Objects.requireNonNull(answer.getRedirectedUrl());
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
