package io.quantong.voucher.web;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.Logins;
import io.quantong.budget.Budgets;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.voucher.Lot;
import io.quantong.voucher.LotState;
import io.quantong.voucher.Vouchers;
import io.quantong.voucher.Vouchers.Decision;
import io.quantong.voucher.Vouchers.Earlier;
import io.quantong.voucher.Vouchers.HoldRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Vouchers on the web: pages and JSON, by role and by organisation. */
@LedgerTest
@Clause({"M1", "M13"})
class VoucherWebTest {

  private static final String WHY = "under investigation";

  @Autowired private MockMvc mvc;
  @Autowired private Identities identities;
  @Autowired private Vouchers vouchers;
  @Autowired private Budgets budgets;
  @Autowired private Clock clock;

  private People people;
  private Actor firm;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
    firm = people.firm(YUECHENG);
    for (String district : List.of(YUECHENG, KEQIAO)) {
      budgets.appropriate(
          people.clerk(district),
          new Budgets.Appropriation(
              district, LocalDate.now(clock).getYear(), Money.yuan(100_000), "财 1 号"),
          RequestKey.fresh());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void a_firm_sees_its_lots_as_bars_and_as_a_table(String language) throws Exception {
    Lot lot = lot(firm);
    hold(lot);
    mvc.perform(get("/voucher?lang=" + language).with(Logins.as(firm)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(lot.number())))
        .andExpect(content().string(containsString("role=\"img\"")))
        .andExpect(content().string(containsString("¥4,000.00")))
        .andExpect(content().string(containsString("/order/")))
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void a_firm_without_vouchers_is_told_what_it_may_get_and_why() throws Exception {
    mvc.perform(get("/voucher").with(Logins.as(firm)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("还没有在用的创新券")))
        .andExpect(content().string(containsString("单次申领不超过 ¥20,000.00")));
    Actor unsigned = people.uncommittedFirm(YUECHENG);
    mvc.perform(get("/voucher/apply").with(Logins.as(unsigned)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("还没有签署信用承诺")))
        .andExpect(content().string(containsString("href=\"/identity\"")));
  }

  @Test
  void the_amount_is_filled_with_the_most_that_is_possible() throws Exception {
    mvc.perform(get("/voucher/apply").with(Logins.as(firm)))
        .andExpect(content().string(containsString("value=\"20000.00\"")));
  }

  @Test
  void an_application_leads_to_the_lot_it_made_and_a_double_click_makes_one() throws Exception {
    String key = RequestKey.fresh().value();
    for (int click = 0; click < 2; click++) {
      mvc.perform(
              post("/voucher/apply")
                  .param("amount", "1,234.50")
                  .param("purpose", "tests")
                  .param("key", key)
                  .with(Logins.as(firm)))
          .andExpect(status().is3xxRedirection())
          .andExpect(flash().attribute("done", "voucher.done.issued"));
    }
    assertThat(lots(firm))
        .singleElement()
        .satisfies(lot -> assertThat(lot.parts().face()).isEqualTo(Money.parse("1234.50")));
  }

  @Test
  void a_refused_application_comes_back_with_every_reason() throws Exception {
    mvc.perform(
            json("/api/v1/vouchers", "{\"amount\":\"20000.01\",\"purpose\":\"x\"}")
                .with(Logins.as(people.uncommittedFirm(YUECHENG))))
        .andExpect(status().isConflict())
        .andExpect(
            jsonPath("$.errors[*].code")
                .value(
                    hasItems("voucher.refusal.COMMITMENT", "voucher.refusal.SINGLE_APPLICATION")));
    for (String amount : List.of("", "abc", "-5", "0", "1.234")) {
      mvc.perform(
              json("/api/v1/vouchers", "{\"amount\":\"%s\"}".formatted(amount))
                  .with(Logins.as(firm)))
          .andExpect(status().isUnprocessableContent())
          .andExpect(jsonPath("$.errors[0].field").value("amount"));
    }
  }

  @Test
  void an_application_by_json_answers_with_the_lot() throws Exception {
    String key = RequestKey.fresh().value();
    mvc.perform(
            post("/api/v1/vouchers")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content("{\"amount\":\"500\",\"purpose\":\"tests\"}")
                .with(Logins.as(firm)))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.parts.face").value("500.00"))
        .andExpect(jsonPath("$.state").value("ACTIVE"));
    mvc.perform(
            post("/api/v1/vouchers")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content("{\"amount\":\"600\",\"purpose\":\"tests\"}")
                .with(Logins.as(firm)))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].code").value("request.refusal.KEY_REUSED"));
    mvc.perform(
            post("/api/v1/vouchers")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"amount\":\"600\"}")
                .with(Logins.as(firm)))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(get("/api/v1/vouchers").with(Logins.as(firm)))
        .andExpect(jsonPath("$").value(hasSize(1)));
    mvc.perform(get("/api/v1/vouchers/applications").with(Logins.as(firm)))
        .andExpect(jsonPath("$[0].issued").value(true));
    mvc.perform(get("/api/v1/vouchers/eligibility").with(Logins.as(firm)))
        .andExpect(jsonPath("$.rules").value(hasSize(10)))
        .andExpect(jsonPath("$.most").value("20000.00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/voucher/estimate",
        "/voucher/estimate?lang=en",
        "/voucher/estimate?kind=ENTERPRISE&district=330602&price=30000",
        "/voucher/estimate?kind=ENTREPRENEUR&district=330600&price=30,000&lang=en"
      })
  void everybody_works_out_what_vouchers_would_pay(String url) throws Exception {
    mvc.perform(get(url))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void an_estimate_answers_in_one_sentence_or_says_why_not() throws Exception {
    mvc.perform(get("/voucher/estimate?kind=ENTERPRISE&district=330602&price=30000"))
        .andExpect(
            content().string(containsString("价格 ¥30,000.00，创新券最多可抵 ¥20,000.00，自付 ¥10,000.00")));
    mvc.perform(get("/voucher/estimate?district=330602&price=30000&staff=501"))
        .andExpect(content().string(containsString("职工 501 人，超过上限 500 人")));
    mvc.perform(get("/voucher/estimate?district=110000&price=x&staff=many"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("价格无法识别")))
        .andExpect(content().string(containsString("没有这个地区")))
        .andExpect(content().string(containsString("value=\"many\"")));
    mvc.perform(get("/api/v1/vouchers/estimate?district=330602&price=30000"))
        .andExpect(jsonPath("$.voucher").value("20000.00"))
        .andExpect(jsonPath("$.own").value("10000.00"));
    mvc.perform(get("/api/v1/vouchers/estimate?district=110000&price=1"))
        .andExpect(status().isUnprocessableContent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void a_lot_tells_its_story_to_its_owner_and_its_officials(String language) throws Exception {
    Lot lot = lot(firm);
    hold(lot);
    for (Actor actor :
        List.of(
            firm,
            people.handler(YUECHENG),
            people.reviewer(YUECHENG),
            people.head(YUECHENG),
            people.clerk(YUECHENG),
            people.approver(YUECHENG),
            people.city(),
            people.cityFinance(),
            people.auditor())) {
      mvc.perform(get("/voucher/" + lot.id() + "?lang=" + language).with(Logins.as(actor)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString(lot.number())))
          .andExpect(content().string(containsString(firm.organisationName())))
          .andExpect(content().string(not(containsString("??"))));
      mvc.perform(get("/api/v1/vouchers/" + lot.id()).with(Logins.as(actor)))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.lot.parts.held").value("1000.00"))
          .andExpect(content().string(not(containsString(firm.personName()))));
    }
  }

  @Test
  void nobody_else_learns_whether_a_lot_exists() throws Exception {
    Lot lot = lot(firm);
    for (Actor actor : List.of(people.firm(YUECHENG), people.head(KEQIAO), people.clerk(KEQIAO))) {
      for (String url : List.of("/voucher/", "/api/v1/vouchers/")) {
        mvc.perform(get(url + lot.id()).with(Logins.as(actor))).andExpect(status().isNotFound());
        mvc.perform(get(url + UUID.randomUUID()).with(Logins.as(actor)))
            .andExpect(status().isNotFound());
      }
    }
    Actor provider = people.institution(YUECHENG);
    mvc.perform(get("/voucher/" + lot.id()).with(Logins.as(provider)))
        .andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/voucher",
        "/voucher/apply",
        "/api/v1/vouchers",
        "/api/v1/vouchers/eligibility",
        "/api/v1/vouchers/applications"
      })
  void pages_of_a_firm_are_closed_to_all_others(String url) throws Exception {
    for (Actor actor : officials()) {
      mvc.perform(get(url).with(Logins.as(actor))).andExpect(status().isForbidden());
    }
    mvc.perform(get(url).with(Logins.as(people.institution(YUECHENG))))
        .andExpect(status().isForbidden());
    closedToVisitors(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/voucher/issued", "/voucher/issued.csv", "/api/v1/vouchers/issued"})
  void lists_of_a_bureau_are_closed_to_firms_providers_and_visitors(String url) throws Exception {
    for (Actor actor : List.of(firm, people.institution(YUECHENG))) {
      mvc.perform(get(url).with(Logins.as(actor))).andExpect(status().isForbidden());
    }
    closedToVisitors(url);
    for (Actor actor : officials()) {
      mvc.perform(get(url).with(Logins.as(actor))).andExpect(status().isOk());
    }
  }

  @Test
  void only_a_beneficiary_applies() throws Exception {
    for (Actor actor : officials()) {
      mvc.perform(post("/voucher/apply").param("amount", "1").with(Logins.as(actor)))
          .andExpect(status().isForbidden());
      mvc.perform(json("/api/v1/vouchers", "{\"amount\":\"1\"}").with(Logins.as(actor)))
          .andExpect(status().isForbidden());
    }
  }

  @Test
  void the_list_narrows_to_the_district_whatever_is_asked() throws Exception {
    Lot here = lot(firm);
    Lot there = lot(people.firm(KEQIAO));
    mvc.perform(
            get("/voucher/issued?lang=en&district=330603&number=" + there.number())
                .with(Logins.as(people.head(YUECHENG))))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("/voucher/" + there.id()))));
    mvc.perform(
            get("/voucher/issued?state=ACTIVE&year=%s&number=%s"
                    .formatted(here.year(), here.number()))
                .with(Logins.as(people.head(YUECHENG))))
        .andExpect(content().string(containsString("/voucher/" + here.id())))
        .andExpect(content().string(containsString(firm.organisationName())));
    mvc.perform(
            get("/api/v1/vouchers/issued?district=330603&number=" + there.number())
                .with(Logins.as(people.city())))
        .andExpect(jsonPath("$.lots").value(hasSize(1)))
        .andExpect(jsonPath("$.total.count").value(1));
  }

  @Test
  void the_table_file_opens_in_a_spreadsheet_and_calculates_nothing() throws Exception {
    Lot lot = apply(firm, new Vouchers.ApplicationRequest(Money.yuan(10), "=1+1 \"quoted\""));
    String text =
        mvc.perform(
                get("/voucher/issued.csv?number=" + lot.number())
                    .with(Logins.as(people.head(YUECHENG))))
            .andExpect(header().string("Content-Disposition", containsString("attachment")))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF\"券号\"");
    assertThat(text).contains("\"" + lot.number() + "\"").contains("\"10.00\"");
    assertThat(text).contains("\"'=1+1 \"\"quoted\"\"\"");
    assertThat(text.lines()).hasSize(2);
  }

  @Test
  void decisions_are_offered_and_taken_by_role() throws Exception {
    Lot lot = lot(firm);
    Actor head = people.head(YUECHENG);
    String page = "/voucher/" + lot.id();
    mvc.perform(get(page).with(Logins.as(head)))
        .andExpect(content().string(containsString(page + "/freeze")))
        .andExpect(content().string(containsString(page + "/revoke")));
    mvc.perform(get(page).with(Logins.as(people.handler(YUECHENG))))
        .andExpect(content().string(containsString(page + "/freeze")))
        .andExpect(content().string(not(containsString(page + "/revoke"))));
    for (Actor actor : List.of(firm, people.city(), people.auditor(), people.clerk(YUECHENG))) {
      mvc.perform(get(page).with(Logins.as(actor)))
          .andExpect(content().string(not(containsString("name=\"reason\""))));
    }
    mvc.perform(decision(page + "/freeze").with(Logins.as(people.handler(YUECHENG))))
        .andExpect(redirectedUrl(page))
        .andExpect(flash().attribute("done", "voucher.done.frozen"));
    mvc.perform(get(page).with(Logins.as(head)))
        .andExpect(content().string(containsString(page + "/unfreeze")));
    mvc.perform(decision(page + "/unfreeze").with(Logins.as(head)))
        .andExpect(flash().attribute("done", "voucher.done.unfrozen"));
    mvc.perform(decision(page + "/revoke").with(Logins.as(head)))
        .andExpect(flash().attribute("done", "voucher.done.revoked"));
    assertThat(lots(firm).getFirst().state()).isEqualTo(LotState.REVOKED);
    mvc.perform(get(page).with(Logins.as(head)))
        .andExpect(content().string(not(containsString("name=\"reason\""))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"freeze", "unfreeze", "revoke"})
  void decisions_of_others_are_forbidden(String step) throws Exception {
    Lot lot = lot(firm);
    if (step.equals("unfreeze")) {
      vouchers.freeze(people.head(YUECHENG), new Decision(lot.id(), WHY), RequestKey.fresh());
    }
    for (Actor actor :
        List.of(
            firm,
            people.head(KEQIAO),
            people.handler(KEQIAO),
            people.reviewer(YUECHENG),
            people.clerk(YUECHENG),
            people.approver(YUECHENG),
            people.city(),
            people.cityFinance(),
            people.auditor(),
            people.institution(YUECHENG))) {
      mvc.perform(decision("/voucher/" + lot.id() + "/" + step).with(Logins.as(actor)))
          .andExpect(status().isForbidden());
      mvc.perform(
              json(
                      "/api/v1/vouchers/" + lot.id() + "/" + step,
                      "{\"reason\":\"%s\"}".formatted(WHY))
                  .with(Logins.as(actor)))
          .andExpect(status().isForbidden());
    }
    assertThat(lots(firm).getFirst().state())
        .isEqualTo(step.equals("unfreeze") ? LotState.FROZEN : LotState.ACTIVE);
  }

  @Test
  void decisions_by_json_answer_with_the_lot() throws Exception {
    Lot lot = lot(firm);
    Actor head = people.head(YUECHENG);
    String path = "/api/v1/vouchers/" + lot.id();
    String body = "{\"reason\":\"%s\"}".formatted(WHY);
    mvc.perform(json(path + "/freeze", body).with(Logins.as(head)))
        .andExpect(jsonPath("$.lot.state").value("FROZEN"));
    mvc.perform(json(path + "/unfreeze", body).with(Logins.as(head)))
        .andExpect(jsonPath("$.lot.state").value("ACTIVE"));
    mvc.perform(json(path + "/revoke", "{}").with(Logins.as(head)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("reason"));
    mvc.perform(json(path + "/revoke", body).with(Logins.as(head)))
        .andExpect(jsonPath("$.lot.state").value("REVOKED"))
        .andExpect(jsonPath("$.history[-1:].reason").value(WHY));
  }

  private List<Actor> officials() {
    return List.of(
        people.handler(YUECHENG),
        people.reviewer(YUECHENG),
        people.head(YUECHENG),
        people.clerk(YUECHENG),
        people.approver(YUECHENG),
        people.city(),
        people.cityFinance(),
        people.auditor());
  }

  private void closedToVisitors(String url) throws Exception {
    int answer = mvc.perform(get(url)).andReturn().getResponse().getStatus();
    assertThat(answer).as(url).isIn(302, 303, 401, 403);
  }

  private Lot lot(Actor owner) {
    return apply(owner, new Vouchers.ApplicationRequest(Money.yuan(5_000), "tests"));
  }

  private Lot apply(Actor owner, Vouchers.ApplicationRequest request) {
    UUID id = vouchers.apply(owner, request, RequestKey.fresh()).id();
    return vouchers.lot(owner, id).lot();
  }

  private List<Lot> lots(Actor owner) {
    return vouchers.lots(owner, owner.organisationId());
  }

  private void hold(Lot lot) {
    vouchers.hold(
        firm,
        new HoldRequest(
            UUID.randomUUID(),
            "DD-1",
            lot.ownerId(),
            Money.yuan(1_000),
            Earlier.NOTHING,
            Money.yuan(1_000)));
  }

  private static MockHttpServletRequestBuilder decision(String url) {
    return post(url).param("reason", WHY).param("key", RequestKey.fresh().value());
  }

  private static MockHttpServletRequestBuilder json(String url, String body) {
    return post(url)
        .contentType(MediaType.APPLICATION_JSON)
        .header("Idempotency-Key", RequestKey.fresh().value())
        .content(body);
  }
}
