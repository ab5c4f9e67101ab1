package io.quantong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.identity.Enrolment;
import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.identity.OrganisationKind;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class PagesTest {

  @Autowired MockMvc web;
  @Autowired Identities identities;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/selfcheck", "/demo/components"})
  void public_pages_need_no_login_and_open_no_session(String page) throws Exception {
    var answer = web.perform(get(page)).andExpect(status().isOk()).andReturn();
    assertThat(answer.getResponse().getContentAsString()).contains("<h1", "lang=\"zh-CN\"");
    if (!page.startsWith("/demo")) {
      assertThat(answer.getRequest().getSession(false)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  @Clause("M13")
  void everybody_finds_their_tasks_and_every_way_leads_somewhere(Role role) throws Exception {
    Actor actor = person(role);
    String page = body("/workbench", actor);
    List<String> dead = new ArrayList<>();
    for (Navigation.Item item : Navigation.own(actor)) {
      assertThat(page).contains("href=\"" + item.href() + "\"");
      int answer =
          web.perform(get(item.href()).with(Logins.as(actor)))
              .andReturn()
              .getResponse()
              .getStatus();
      if (answer != 200) {
        dead.add(item.href() + " answers " + role + " " + answer);
      }
    }
    assertThat(dead).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalogue", "/provider", "/publicnotice", "/policy"})
  void public_ways_lead_somewhere(String page) throws Exception {
    web.perform(get(page)).andExpect(status().isOk());
  }

  @Test
  @Clause("M15")
  void who_has_not_signed_the_commitment_is_asked_to_first() throws Exception {
    People people = People.of(identities);
    assertThat(body("/workbench", people.uncommittedFirm(People.YUECHENG))).contains("签署信用承诺后即可");
    assertThat(body("/workbench", people.firm(People.YUECHENG))).doesNotContain("签署信用承诺后即可");
  }

  @Test
  @Clause("M13")
  void another_organisation_of_the_same_person_is_one_click_away() throws Exception {
    People people = People.of(identities);
    Organisation one = people.organisation(OrganisationKind.ENTERPRISE, People.YUECHENG);
    Organisation other = people.organisation(OrganisationKind.ENTERPRISE, People.KEQIAO);
    for (Organisation each : List.of(one, other)) {
      identities.enrol(
          Actor.system(),
          new Enrolment("both-" + one.id(), "王敏", "1380000", each.id(), Set.of(Role.BENEFICIARY)));
    }
    String page =
        web.perform(get("/workbench").with(Logins.subject("both-" + one.id())))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    Organisation offered = page.contains("切换到 " + one.name()) ? one : other;
    assertThat(page)
        .contains("切换到 " + offered.name(), offered.id().toString())
        .contains("您正在代表 " + (offered.equals(one) ? other : one).name());
  }

  @Test
  void tasks_of_others_are_not_shown() throws Exception {
    assertThat(body("/workbench", person(Role.BENEFICIARY)))
        .contains("href=\"/voucher\"")
        .doesNotContain("/claim/review", "/payout", "/order/desk");
  }

  @Test
  void the_language_is_chosen_by_a_link_and_remembered() throws Exception {
    web.perform(get("/?lang=en"))
        .andExpect(cookie().value("QUANTONG_LANG", "en"))
        .andExpect(header().string("Content-Language", "en"));
    String page =
        web.perform(get("/").cookie(new Cookie("QUANTONG_LANG", "en")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("lang=\"en\"", "Public notices").doesNotContain("公示公告");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "zh_TW", "<script>", "de", ""})
  void an_unknown_language_is_chinese(String language) throws Exception {
    String page =
        web.perform(get("/").param("lang", language))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("公示公告");
  }

  @Test
  void the_view_for_elders_is_chosen_by_a_link_and_remembered() throws Exception {
    assertThat(
            web.perform(get("/?view=elder"))
                .andExpect(cookie().value("QUANTONG_VIEW", "elder"))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("class=\"elder\"");
    assertThat(
            web.perform(get("/").cookie(new Cookie("QUANTONG_VIEW", "elder")))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("class=\"elder\"")
        .contains("view=normal");
  }

  @Test
  void links_that_change_the_view_keep_the_question() throws Exception {
    assertThat(
            web.perform(get("/selfcheck").queryParam("q", "扫描").queryParam("lang", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("/selfcheck?q=%E6%89%AB%E6%8F%8F&amp;lang=zh-CN");
  }

  @Test
  void the_self_check_is_there_for_programs() throws Exception {
    web.perform(get("/api/v1/selfcheck"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.at").isNotEmpty())
        .andExpect(jsonPath("$.statements.length()").isNotEmpty());
  }

  @Test
  void pages_allow_nothing_inline_and_nothing_from_elsewhere() throws Exception {
    web.perform(get("/"))
        .andExpect(
            header()
                .string(
                    "Content-Security-Policy",
                    org.hamcrest.Matchers.containsString("script-src 'self'")))
        .andExpect(
            header()
                .string(
                    "Content-Security-Policy",
                    org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("unsafe"))));
  }

  @Test
  void files_of_the_front_end_are_kept_for_a_year() throws Exception {
    web.perform(get("/webjars/tabler__core/1.4.0/dist/css/tabler.min.css"))
        .andExpect(status().isOk())
        .andExpect(
            header()
                .string("Cache-Control", org.hamcrest.Matchers.containsString("max-age=31536000")))
        .andExpect(
            header().string("Cache-Control", org.hamcrest.Matchers.containsString("immutable")));
  }

  private String body(String page, Actor actor) throws Exception {
    return web.perform(get(page).with(Logins.as(actor)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private Actor person(Role role) {
    return RolePeople.of(identities, role);
  }
}
