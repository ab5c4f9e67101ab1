package io.quantong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.catalogue.Market.Stall;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.RequestKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class CataloguePagesTest {

  @Autowired MockMvc web;
  @Autowired Market market;
  @Autowired Catalogue catalogue;
  @Autowired CatalogueDesk desk;
  @Autowired Identities identities;
  @Autowired Clock clock;

  private Stall stall;
  private Actor firm;

  @BeforeEach
  void open() {
    stall = market.stall();
    firm = People.of(identities).firm(People.KEQIAO);
  }

  @Test
  @Clause("M2")
  void anyone_finds_and_reads_an_offer() throws Exception {
    web.perform(get("/catalogue").param("q", "盐雾").param("mode", "SAMPLE_TEST"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("中性盐雾试验送样测试")));
    web.perform(get("/catalogue/offer/" + stall.test().id()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("按标准做中性盐雾试验")))
        .andExpect(content().string(containsString("¥680.00")))
        .andExpect(content().string(containsString("GB/T 10125")));
  }

  @Test
  void a_firm_is_led_to_its_price_and_to_checkout() throws Exception {
    web.perform(get("/catalogue/offer/" + stall.time().id()).with(Logins.as(firm)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/order/price?offer=" + stall.time().id())))
        .andExpect(content().string(containsString("/booking/slots?offer=" + stall.time().id())))
        .andExpect(content().string(containsString("/order/new?offer=" + stall.time().id())));
  }

  @Test
  void nonsense_in_the_address_narrows_nothing() throws Exception {
    web.perform(
            get("/catalogue")
                .param("q", "%'\"<b>")
                .param("mode", "x")
                .param("price", "-1")
                .param("page", "abc")
                .param("category", "'")
                .param("sort", "drop"))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("<b>\""))));
  }

  @Test
  void english_readers_read_english() throws Exception {
    web.perform(get("/catalogue").param("lang", "en").param("q", "Neutral salt spray"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Neutral salt spray test")));
  }

  @Test
  void an_unknown_offer_is_not_found() throws Exception {
    web.perform(get("/catalogue/offer/" + UUID.randomUUID())).andExpect(status().isNotFound());
    web.perform(get("/api/v1/offers/" + UUID.randomUUID())).andExpect(status().isNotFound());
    web.perform(get("/api/v1/instruments/" + UUID.randomUUID())).andExpect(status().isNotFound());
  }

  @Test
  @Clause("M7")
  void a_manager_writes_prices_and_publishes_an_offer() throws Exception {
    Actor manager = stall.manager();
    web.perform(get("/catalogue/mine/new").with(Logins.as(manager))).andExpect(status().isOk());
    String page =
        Objects.requireNonNull(
            web.perform(offerForm(post("/catalogue/mine")).with(Logins.as(manager)))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("done", "catalogue.done.draft"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    web.perform(post(page + "/publish").with(Logins.as(manager)))
        .andExpect(status().isUnprocessableContent());
    UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    assertThat(catalogue.offer(id).orderable()).isFalse();
    String today = LocalDate.now(clock).toString();
    web.perform(
            post(page + "/price")
                .param("price", "1,250.50")
                .param("from", today)
                .with(Logins.as(manager)))
        .andExpect(flash().attribute("done", "catalogue.done.price"));
    web.perform(get(page).with(Logins.as(manager)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("¥1,250.50")));
    web.perform(post(page + "/publish").with(Logins.as(manager)))
        .andExpect(flash().attribute("done", "catalogue.done.publish"));
    assertThat(catalogue.offer(id).orderable()).isTrue();
    web.perform(post(page + "/withdraw").param("reason", "检修").with(Logins.as(manager)))
        .andExpect(redirectedUrl(page));
    assertThat(catalogue.offer(id).orderable()).isFalse();
  }

  @Test
  void the_list_shows_own_offers_and_instruments_only() throws Exception {
    UUID foreign = market.stall().test().id();
    web.perform(get("/catalogue/mine").with(Logins.as(stall.manager())))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(stall.test().id().toString())))
        .andExpect(content().string(not(containsString(foreign.toString()))));
    web.perform(get("/catalogue/mine").with(Logins.as(stall.finance()))).andExpect(status().isOk());
  }

  @Test
  void an_instrument_is_registered_and_changed_by_form() throws Exception {
    Actor technician = stall.technician();
    web.perform(get("/catalogue/mine/instrument/new").with(Logins.as(technician)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("08:30-17:30")));
    web.perform(
            instrumentForm(post("/catalogue/mine/instrument"), "08:30-12:00，13:00-17:30")
                .with(Logins.as(technician)))
        .andExpect(redirectedUrl("/catalogue/mine"));
    String page = "/catalogue/mine/instrument/" + stall.instrument().id();
    web.perform(get(page).with(Logins.as(technician)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("08:00-20:00")));
    web.perform(instrumentForm(post(page), "9:00-10:00").with(Logins.as(technician)))
        .andExpect(redirectedUrl("/catalogue/mine"));
    web.perform(
            instrumentForm(post(page), "soon")
                .accept(MediaType.TEXT_HTML)
                .with(Logins.as(technician)))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void strangers_do_not_reach_the_desk() throws Exception {
    String offer = "/catalogue/mine/" + stall.test().id();
    String machine = "/catalogue/mine/instrument/" + stall.instrument().id();
    Actor stranger = market.stall().manager();
    for (String page : List.of(offer, machine)) {
      web.perform(get(page).with(Logins.as(stranger))).andExpect(status().isForbidden());
      web.perform(get(page).with(Logins.as(firm))).andExpect(status().isForbidden());
    }
    web.perform(offerForm(post(offer)).with(Logins.as(stranger))).andExpect(status().isForbidden());
    for (String act : List.of("/price", "/publish", "/withdraw")) {
      web.perform(
              post(offer + act)
                  .param("price", "1")
                  .param("from", LocalDate.now(clock).toString())
                  .param("reason", "x")
                  .with(Logins.as(stranger)))
          .andExpect(status().isForbidden());
      web.perform(post(offer + act).with(Logins.as(firm))).andExpect(status().isForbidden());
    }
    web.perform(get("/catalogue/mine").with(Logins.as(firm))).andExpect(status().isForbidden());
    web.perform(get("/catalogue/mine/new").with(Logins.as(stall.technician())))
        .andExpect(status().isForbidden());
  }

  @Test
  void a_draft_is_hidden_from_the_public() throws Exception {
    UUID id = desk.draft(stall.manager(), Market.service(), RequestKey.fresh());
    web.perform(get("/catalogue/offer/" + id)).andExpect(status().isNotFound());
    web.perform(get("/catalogue/offer/" + id).with(Logins.as(stall.manager())))
        .andExpect(status().isOk());
  }

  @Test
  void the_same_is_done_by_json() throws Exception {
    Actor manager = stall.manager();
    web.perform(get("/api/v1/offers").param("q", "盐雾"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.offers[0].offer.unitPrice").isString())
        .andExpect(jsonPath("$.facets.modes.SAMPLE_TEST").isNumber());
    web.perform(get("/api/v1/offers/categories")).andExpect(jsonPath("$[0].code").value("01"));
    web.perform(get("/api/v1/offers/" + stall.test().id()))
        .andExpect(jsonPath("$.offer.unitPrice").value("680.00"))
        .andExpect(jsonPath("$.tariff[0].unitPrice").value("680.00"));
    web.perform(get("/api/v1/instruments/" + stall.instrument().id()))
        .andExpect(jsonPath("$.rules.slotMinutes").value(60));
    web.perform(
            post("/api/v1/offers/" + stall.test().id() + "/price")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"unitPrice\":\"700.00\",\"from\":\"" + LocalDate.now(clock) + "\"}")
                .with(Logins.as(manager)))
        .andExpect(status().isNoContent());
    web.perform(get("/api/v1/offers/" + stall.test().id()))
        .andExpect(jsonPath("$.offer.unitPrice").value("700.00"));
    web.perform(
            put("/api/v1/offers/" + stall.test().id())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .with(Logins.as(firm)))
        .andExpect(status().isForbidden());
  }

  private static MockHttpServletRequestBuilder offerForm(MockHttpServletRequestBuilder request) {
    return request
        .param("key", RequestKey.fresh().value())
        .param("name", "涂层附着力测试")
        .param("nameEn", "Adhesion of coatings")
        .param("mode", "SAMPLE_TEST")
        .param("basis", "SAMPLE")
        .param("category", "0906")
        .param("instrument", "")
        .param("content", "划格法")
        .param("process", "送样\n测试\n报告")
        .param("standards", "GB/T 9286 色漆和清漆 划格试验")
        .param("keywords", "附着力，划格")
        .param("turnaround", "5");
  }

  private static MockHttpServletRequestBuilder instrumentForm(
      MockHttpServletRequestBuilder request, String monday) {
    return request
        .param("key", RequestKey.fresh().value())
        .param("name", "拉力试验机")
        .param("nameEn", "")
        .param("model", "UTM-100")
        .param("maker", "")
        .param("value", "350000")
        .param("category", "0201")
        .param("location", "2 号楼")
        .param("specs", "100 kN")
        .param("hours1", monday)
        .param("slotMinutes", "60")
        .param("leadHours", "0")
        .param("horizonDays", "30")
        .param("closedDays", "2026-12-31\n2027-01-01");
  }
}
