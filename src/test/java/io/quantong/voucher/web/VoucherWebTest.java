package io.quantong.voucher.web;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.Logins;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Purse;
import io.quantong.voucher.Vouchers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** What a firm does with vouchers on the web, and the estimate for everybody. */
@LedgerTest
@Clause({"M1", "M13"})
class VoucherWebTest {

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
  void a_firm_sees_its_lots_as_bars_and_as_a_table(String language) throws Exception {
    Lot lot = purse.lot(firm, Money.yuan(5_000));
    purse.hold(firm, Money.yuan(1_000));
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
    Actor unsigned = purse.people().uncommittedFirm(YUECHENG);
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
    assertThat(vouchers.lots(firm, firm.organisationId()))
        .singleElement()
        .satisfies(lot -> assertThat(lot.parts().face()).isEqualTo(Money.parse("1234.50")));
  }

  @Test
  void a_refused_application_comes_back_with_every_reason() throws Exception {
    mvc.perform(
            Calls.json("/api/v1/vouchers", "{\"amount\":\"20000.01\",\"purpose\":\"x\"}")
                .with(Logins.as(purse.people().uncommittedFirm(YUECHENG))))
        .andExpect(status().isConflict())
        .andExpect(
            jsonPath("$.errors[*].code")
                .value(
                    hasItems("voucher.refusal.COMMITMENT", "voucher.refusal.SINGLE_APPLICATION")));
    for (String amount : List.of("", "abc", "-5", "0", "1.234")) {
      mvc.perform(
              Calls.json("/api/v1/vouchers", "{\"amount\":\"%s\"}".formatted(amount))
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
  @ValueSource(
      strings = {
        "/voucher",
        "/voucher/apply",
        "/api/v1/vouchers",
        "/api/v1/vouchers/eligibility",
        "/api/v1/vouchers/applications"
      })
  void pages_of_a_firm_are_closed_to_all_others(String url) throws Exception {
    for (Actor actor : Calls.officials(purse.people())) {
      mvc.perform(get(url).with(Logins.as(actor))).andExpect(status().isForbidden());
    }
    mvc.perform(get(url).with(Logins.as(purse.people().institution(YUECHENG))))
        .andExpect(status().isForbidden());
    Calls.assertClosedToVisitors(mvc, url);
  }

  @Test
  void only_a_beneficiary_applies() throws Exception {
    for (Actor actor : Calls.officials(purse.people())) {
      mvc.perform(post("/voucher/apply").param("amount", "1").with(Logins.as(actor)))
          .andExpect(status().isForbidden());
      mvc.perform(Calls.json("/api/v1/vouchers", "{\"amount\":\"1\"}").with(Logins.as(actor)))
          .andExpect(status().isForbidden());
    }
  }
}
