package io.quantong.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.policy.Policies;
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

/** Rules and calendar on the web: open to read, closed to set. */
@IntegrationTest
@Clause("M13")
class PolicyWebTest {

  private static final String DAY = "3001-01-01";

  @Autowired private MockMvc mvc;
  @Autowired private Identities identities;
  @Autowired private Policies policies;

  private People people;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/policy",
        "/policy?district=330602",
        "/policy?district=330603&day=2026-01-01",
        "/policy?lang=en",
        "/policy/version/1",
        "/policy/version/1?lang=en",
        "/policy/calendar",
        "/policy/calendar?year=2025&lang=en",
        "/policy/calendar?year=2031",
        "/policy/calendar?from=2026-09-18&days=10",
        "/policy/calendar?from=2026-09-18&days=1000",
        "/api/v1/policies",
        "/api/v1/policies?district=330602&day=2026-01-01",
        "/api/v1/policies/versions/1",
        "/api/v1/policies/changes?district=330602",
        "/api/v1/policies/calendars/2026",
        "/api/v1/policies/deadlines?from=2026-09-18&workingDays=10"
      })
  void everybody_reads_the_rules(String url) throws Exception {
    mvc.perform(get(url)).andExpect(status().isOk());
  }

  @Test
  void the_platform_as_setter_is_named_as_such() throws Exception {
    mvc.perform(get("/policy"))
        .andExpect(content().string(containsString("平台（试点方案默认值）")))
        .andExpect(content().string(containsString("¥20,000.00")))
        .andExpect(content().string(containsString("3 个月")))
        .andExpect(content().string(not(containsString(">system<"))));
  }

  @Test
  @Clause("M4")
  void a_year_not_announced_is_shown_as_provisional() throws Exception {
    mvc.perform(get("/policy/calendar?year=2031"))
        .andExpect(content().string(containsString("2031 年的放假安排尚未公布或载入")));
    mvc.perform(get("/policy/calendar?from=2030-01-02&days=5"))
        .andExpect(content().string(containsString("暂定")));
    mvc.perform(get("/api/v1/policies/deadlines?from=2026-09-18&workingDays=10"))
        .andExpect(jsonPath("$.day").value("2026-10-09"))
        .andExpect(jsonPath("$.provisional").value(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/policy?district=110000",
        "/policy?day=2024-01-01",
        "/policy/version/999999",
        "/api/v1/policies?district=110000",
        "/api/v1/policies/versions/999999",
        "/api/v1/policies/changes?district=1"
      })
  void what_is_not_there_is_not_found(String url) throws Exception {
    mvc.perform(get(url)).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/policy/calendar?year=1999",
        "/policy/calendar?days=0",
        "/api/v1/policies/calendars/2100",
        "/api/v1/policies/deadlines?from=2026-01-01&workingDays=1001"
      })
  void a_question_out_of_range_is_refused(String url) throws Exception {
    mvc.perform(get(url)).andExpect(status().isUnprocessableContent());
  }

  @Test
  void a_named_version_leads_to_its_page() throws Exception {
    mvc.perform(get("/policy?version=3")).andExpect(redirectedUrl("/policy/version/3"));
  }

  @Test
  void the_form_is_offered_to_those_who_may_set() throws Exception {
    String form = "name=\"validFrom\"";
    mvc.perform(get("/policy?district=330602").with(Logins.as(people.head(People.YUECHENG))))
        .andExpect(content().string(containsString(form)));
    mvc.perform(get("/policy?district=330600").with(Logins.as(people.city())))
        .andExpect(content().string(containsString(form)));
    for (Actor actor :
        List.of(people.head(People.KEQIAO), people.auditor(), people.firm(People.YUECHENG))) {
      mvc.perform(get("/policy?district=330602").with(Logins.as(actor)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString(form))));
    }
  }

  @Test
  void a_head_sets_the_value_of_the_own_district() throws Exception {
    Actor head = people.head(People.YUECHENG);
    mvc.perform(form(People.YUECHENG, "30000.50").with(Logins.as(head)))
        .andExpect(redirectedUrl("/policy?district=330602"))
        .andExpect(flash().attribute("done", "policy.done.set"));
    mvc.perform(get("/api/v1/policies?district=330602&day=" + DAY))
        .andExpect(
            jsonPath("$.parameters[?(@.parameter == 'INSTRUMENT_VALUE_LINE')].value")
                .value("30000.50"));
    mvc.perform(json(People.YUECHENG, "31000").with(Logins.as(head)))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.value").value("31000.00"))
        .andExpect(jsonPath("$.setBy").value(head.organisationName()));
  }

  @Test
  void nobody_else_sets_a_value() throws Exception {
    int before = policies.history(People.YUECHENG).size();
    for (Actor actor :
        List.of(
            people.handler(People.YUECHENG),
            people.reviewer(People.YUECHENG),
            people.clerk(People.YUECHENG),
            people.cityFinance(),
            people.auditor(),
            people.firm(People.YUECHENG),
            people.institution(People.YUECHENG),
            people.city(),
            people.head(People.KEQIAO))) {
      mvc.perform(form(People.YUECHENG, "1").with(Logins.as(actor)))
          .andExpect(status().isForbidden());
      mvc.perform(json(People.YUECHENG, "1").with(Logins.as(actor)))
          .andExpect(status().isForbidden());
    }
    mvc.perform(json(People.YUECHENG, "1").with(Logins.as(Actor.visitor())))
        .andExpect(status().is4xxClientError());
    assertThat(policies.history(People.YUECHENG)).hasSize(before);
  }

  @Test
  void what_was_typed_wrongly_comes_back_with_its_fields() throws Exception {
    Actor city = people.city();
    mvc.perform(
            post("/api/v1/policies")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"district\":\"330600\",\"parameter\":\"STAFF_AT_MOST\",\"value\":\"many\"}")
                .with(Logins.as(city)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(org.hamcrest.Matchers.contains("value", "validFrom")));
    mvc.perform(
            post("/api/v1/policies")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"district\":\"330600\",\"parameter\":\"STAFF_AT_MOST\",\"value\":\"500\","
                        + "\"validFrom\":\"3001-01-01\",\"reason\":\"because\"}")
                .with(Logins.as(city)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].code").value("request.refusal.MISSING_KEY"));
  }

  @Test
  @Clause("M4")
  void only_the_city_loads_a_calendar() throws Exception {
    for (Actor actor :
        List.of(
            people.head(People.YUECHENG),
            people.cityFinance(),
            people.auditor(),
            people.firm(People.YUECHENG))) {
      mvc.perform(calendar("2099").with(Logins.as(actor))).andExpect(status().isForbidden());
      mvc.perform(
              post("/api/v1/policies/calendars/2099")
                  .contentType(MediaType.APPLICATION_JSON)
                  .content("{\"source\":\"x\",\"lines\":[\"2099-01-01,OFF,x\"]}")
                  .with(Logins.as(actor)))
          .andExpect(status().isForbidden());
    }
    mvc.perform(get("/policy/calendar?year=2099").with(Logins.as(people.city())))
        .andExpect(content().string(containsString("name=\"lines\"")));
    mvc.perform(calendar("2099").with(Logins.as(people.city())))
        .andExpect(redirectedUrl("/policy/calendar?year=2099"));
    mvc.perform(get("/policy/calendar?year=2099").with(Logins.as(people.city())))
        .andExpect(content().string(not(containsString("name=\"lines\""))))
        .andExpect(content().string(containsString("a notice of 2099")));
  }

  private static MockHttpServletRequestBuilder calendar(String year) {
    return post("/policy/calendar")
        .param("year", year)
        .param("source", "a notice of " + year)
        .param("lines", year + "-01-01,OFF,元旦\n\n" + year + "-10-01,OFF,国庆节");
  }

  private static MockHttpServletRequestBuilder form(String district, String value) {
    return post("/policy")
        .param("district", district)
        .param("parameter", "INSTRUMENT_VALUE_LINE")
        .param("value", value)
        .param("validFrom", DAY)
        .param("reason", "because of a test")
        .param("key", UUID.randomUUID().toString());
  }

  private static MockHttpServletRequestBuilder json(String district, String value) {
    return post("/api/v1/policies")
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            """
            {"district":"%s","parameter":"INSTRUMENT_VALUE_LINE","value":"%s",
             "validFrom":"%s","reason":"because of a test"}
            """
                .formatted(district, value, DAY));
  }
}
