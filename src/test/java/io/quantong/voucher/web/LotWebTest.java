package io.quantong.voucher.web;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.Logins;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.voucher.Lot;
import io.quantong.voucher.LotState;
import io.quantong.voucher.Purse;
import io.quantong.voucher.Vouchers;
import io.quantong.voucher.Vouchers.Decision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A lot and the list of lots on the web, by role, district and organisation. */
@LedgerTest
@Clause({"M1", "M13"})
class LotWebTest {

  private static final String WHY = "under investigation";

  @Autowired private MockMvc mvc;
  @Autowired private Vouchers vouchers;
  @Autowired private Purse purse;

  private Actor firm;

  @BeforeEach
  void prepare() {
    firm = purse.people().firm(YUECHENG);
    purse.appropriate(YUECHENG, Money.yuan(100_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void a_lot_tells_its_story_to_its_owner_and_its_officials(String language) throws Exception {
    Lot lot = purse.lot(firm, Money.yuan(5_000));
    purse.hold(firm, Money.yuan(1_000));
    for (Actor actor :
        List.of(
            firm,
            purse.people().handler(YUECHENG),
            purse.people().reviewer(YUECHENG),
            purse.people().head(YUECHENG),
            purse.people().clerk(YUECHENG),
            purse.people().approver(YUECHENG),
            purse.people().city(),
            purse.people().cityFinance(),
            purse.people().auditor())) {
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
    Lot lot = purse.lot(firm, Money.yuan(5_000));
    for (Actor actor :
        List.of(
            purse.people().firm(YUECHENG),
            purse.people().head(KEQIAO),
            purse.people().clerk(KEQIAO))) {
      for (String url : List.of("/voucher/", "/api/v1/vouchers/")) {
        mvc.perform(get(url + lot.id()).with(Logins.as(actor))).andExpect(status().isNotFound());
        mvc.perform(get(url + UUID.randomUUID()).with(Logins.as(actor)))
            .andExpect(status().isNotFound());
      }
    }
    Actor provider = purse.people().institution(YUECHENG);
    mvc.perform(get("/voucher/" + lot.id()).with(Logins.as(provider)))
        .andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/voucher/issued", "/voucher/issued.csv", "/api/v1/vouchers/issued"})
  void lists_of_a_bureau_are_closed_to_firms_providers_and_visitors(String url) throws Exception {
    for (Actor actor : List.of(firm, purse.people().institution(YUECHENG))) {
      mvc.perform(get(url).with(Logins.as(actor))).andExpect(status().isForbidden());
    }
    Calls.assertClosedToVisitors(mvc, url);
    for (Actor actor : Calls.officials(purse.people())) {
      mvc.perform(get(url).with(Logins.as(actor))).andExpect(status().isOk());
    }
  }

  @Test
  void the_list_narrows_to_the_district_whatever_is_asked() throws Exception {
    Lot here = purse.lot(firm, Money.yuan(5_000));
    Lot there = purse.lot(purse.people().firm(KEQIAO), Money.yuan(5_000));
    mvc.perform(
            get("/voucher/issued?lang=en&district=330603&number=" + there.number())
                .with(Logins.as(purse.people().head(YUECHENG))))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("/voucher/" + there.id()))));
    mvc.perform(
            get("/voucher/issued?state=ACTIVE&year=%s&number=%s"
                    .formatted(here.year(), here.number()))
                .with(Logins.as(purse.people().head(YUECHENG))))
        .andExpect(content().string(containsString("/voucher/" + here.id())))
        .andExpect(content().string(containsString(firm.organisationName())));
    mvc.perform(
            get("/api/v1/vouchers/issued?district=330603&number=" + there.number())
                .with(Logins.as(purse.people().city())))
        .andExpect(jsonPath("$.lots").value(hasSize(1)))
        .andExpect(jsonPath("$.total.count").value(1));
  }

  @Test
  void the_table_file_opens_in_a_spreadsheet_and_calculates_nothing() throws Exception {
    var request = new Vouchers.ApplicationRequest(Money.yuan(10), "=1+1 \"quoted\"");
    Lot lot = purse.lot(firm, vouchers.apply(firm, request, RequestKey.fresh()).id());
    String text =
        mvc.perform(
                get("/voucher/issued.csv?number=" + lot.number())
                    .with(Logins.as(purse.people().head(YUECHENG))))
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
    Lot lot = purse.lot(firm, Money.yuan(5_000));
    Actor head = purse.people().head(YUECHENG);
    String page = "/voucher/" + lot.id();
    mvc.perform(get(page).with(Logins.as(head)))
        .andExpect(content().string(containsString(page + "/freeze")))
        .andExpect(content().string(containsString(page + "/revoke")));
    mvc.perform(get(page).with(Logins.as(purse.people().handler(YUECHENG))))
        .andExpect(content().string(containsString(page + "/freeze")))
        .andExpect(content().string(not(containsString(page + "/revoke"))));
    for (Actor actor :
        List.of(
            firm,
            purse.people().city(),
            purse.people().auditor(),
            purse.people().clerk(YUECHENG))) {
      mvc.perform(get(page).with(Logins.as(actor)))
          .andExpect(content().string(not(containsString("name=\"reason\""))));
    }
    mvc.perform(
            Calls.decision(page + "/freeze", WHY).with(Logins.as(purse.people().handler(YUECHENG))))
        .andExpect(redirectedUrl(page))
        .andExpect(flash().attribute("done", "voucher.done.frozen"));
    mvc.perform(get(page).with(Logins.as(head)))
        .andExpect(content().string(containsString(page + "/unfreeze")));
    mvc.perform(Calls.decision(page + "/unfreeze", WHY).with(Logins.as(head)))
        .andExpect(flash().attribute("done", "voucher.done.unfrozen"));
    mvc.perform(Calls.decision(page + "/revoke", WHY).with(Logins.as(head)))
        .andExpect(flash().attribute("done", "voucher.done.revoked"));
    assertThat(vouchers.lots(firm, firm.organisationId()).getFirst().state())
        .isEqualTo(LotState.REVOKED);
    mvc.perform(get(page).with(Logins.as(head)))
        .andExpect(content().string(not(containsString("name=\"reason\""))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"freeze", "unfreeze", "revoke"})
  void decisions_of_others_are_forbidden(String step) throws Exception {
    Lot lot = purse.lot(firm, Money.yuan(5_000));
    if (step.equals("unfreeze")) {
      vouchers.freeze(
          purse.people().head(YUECHENG), new Decision(lot.id(), WHY), RequestKey.fresh());
    }
    for (Actor actor :
        List.of(
            firm,
            purse.people().head(KEQIAO),
            purse.people().handler(KEQIAO),
            purse.people().reviewer(YUECHENG),
            purse.people().clerk(YUECHENG),
            purse.people().approver(YUECHENG),
            purse.people().city(),
            purse.people().cityFinance(),
            purse.people().auditor(),
            purse.people().institution(YUECHENG))) {
      mvc.perform(Calls.decision("/voucher/" + lot.id() + "/" + step, WHY).with(Logins.as(actor)))
          .andExpect(status().isForbidden());
      mvc.perform(
              Calls.json(
                      "/api/v1/vouchers/" + lot.id() + "/" + step,
                      "{\"reason\":\"%s\"}".formatted(WHY))
                  .with(Logins.as(actor)))
          .andExpect(status().isForbidden());
    }
    assertThat(vouchers.lots(firm, firm.organisationId()).getFirst().state())
        .isEqualTo(step.equals("unfreeze") ? LotState.FROZEN : LotState.ACTIVE);
  }

  @Test
  void decisions_by_json_answer_with_the_lot() throws Exception {
    Lot lot = purse.lot(firm, Money.yuan(5_000));
    Actor head = purse.people().head(YUECHENG);
    String path = "/api/v1/vouchers/" + lot.id();
    String body = "{\"reason\":\"%s\"}".formatted(WHY);
    mvc.perform(Calls.json(path + "/freeze", body).with(Logins.as(head)))
        .andExpect(jsonPath("$.lot.state").value("FROZEN"));
    mvc.perform(Calls.json(path + "/unfreeze", body).with(Logins.as(head)))
        .andExpect(jsonPath("$.lot.state").value("ACTIVE"));
    mvc.perform(Calls.json(path + "/revoke", "{}").with(Logins.as(head)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("reason"));
    mvc.perform(Calls.json(path + "/revoke", body).with(Logins.as(head)))
        .andExpect(jsonPath("$.lot.state").value("REVOKED"))
        .andExpect(jsonPath("$.history[-1:].reason").value(WHY));
  }
}
