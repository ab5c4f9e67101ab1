package io.quantong.identity.web;

import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** My organisation: what is shown, signed and switched (M1, M13, M15). */
@IntegrationTest
class IdentityPagesTest {

  @Autowired MockMvc mvc;
  @Autowired Identities identities;

  private People people;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
  }

  @Test
  @Clause("M1")
  void a_newcomer_reads_the_commitment_ticks_it_and_signs_once() throws Exception {
    Actor firm = people.uncommittedFirm(YUECHENG);
    mvc.perform(get("/identity").with(Logins.as(firm)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("name=\"agree\"")));
    mvc.perform(
            post("/identity/commitment")
                .header("Referer", "http://localhost/identity")
                .with(Logins.as(firm)))
        .andExpect(status().isSeeOther());
    assertThat(identities.hasSignedCommitment(firm.organisationId())).isFalse();
    for (int i = 0; i < 2; i++) {
      mvc.perform(post("/identity/commitment").param("agree", "true").with(Logins.as(firm)))
          .andExpect(redirectedUrl("/identity"));
    }
    mvc.perform(get("/identity").with(Logins.as(firm)))
        .andExpect(content().string(not(containsString("name=\"agree\""))))
        .andExpect(content().string(containsString("/voucher/apply")));
  }

  @Test
  @Clause("M13")
  void only_those_who_bind_an_organisation_sign_for_it() throws Exception {
    Actor technician = people.colleague(people.institution(YUECHENG), Role.PROVIDER_TECHNICIAN);
    for (Actor actor : List.of(technician, people.handler(YUECHENG), people.auditor())) {
      mvc.perform(post("/identity/commitment").param("agree", "true").with(Logins.as(actor)))
          .andExpect(status().isForbidden());
      mvc.perform(post("/api/v1/me/commitment").with(Logins.as(actor)))
          .andExpect(status().isForbidden());
      mvc.perform(get("/identity").with(Logins.as(actor)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("/identity/commitment"))));
    }
  }

  @Test
  @Clause("M13")
  void nobody_switches_to_an_organisation_of_others() throws Exception {
    Actor firm = people.firm(YUECHENG);
    Actor other = people.firm(YUECHENG);
    mvc.perform(
            post("/identity/switch")
                .param("organisation", other.organisationId().toString())
                .with(Logins.as(firm)))
        .andExpect(status().isForbidden());
  }

  @Test
  @Clause("M13")
  void a_visitor_sees_nothing_of_an_organisation() throws Exception {
    mvc.perform(get("/identity")).andExpect(redirectedUrl("/login"));
    mvc.perform(get("/api/v1/me")).andExpect(status().isUnauthorized());
  }

  @Test
  @Clause("M14")
  void programs_learn_who_they_act_for_and_check_codes() throws Exception {
    Actor firm = people.firm(YUECHENG);
    mvc.perform(get("/api/v1/me").with(Logins.as(firm)))
        .andExpect(jsonPath("$.organisation.name").value(firm.organisationName()))
        .andExpect(jsonPath("$.roles[0]").value("BENEFICIARY"))
        .andExpect(jsonPath("$.commitmentSigned").value(true))
        .andExpect(jsonPath("$.organisation.phone").doesNotExist());
    mvc.perform(get("/api/v1/me/organisations").with(Logins.as(firm)))
        .andExpect(jsonPath("$.length()").value(1));
    mvc.perform(get("/api/v1/districts")).andExpect(jsonPath("$.length()").value(7));
    mvc.perform(get("/api/v1/unified-codes/91330602ma0000015k"))
        .andExpect(jsonPath("$.valid").value(true))
        .andExpect(jsonPath("$.code").value("91330602MA0000015K"));
  }

  @Test
  void the_page_is_drawn_for_every_kind_of_organisation_in_both_languages() throws Exception {
    for (Actor actor :
        List.of(
            people.firm(YUECHENG),
            people.entrepreneur(YUECHENG),
            people.institution(null),
            people.handler(YUECHENG),
            people.clerk(YUECHENG),
            people.auditor())) {
      for (String language : List.of("zh-CN", "en")) {
        mvc.perform(get("/identity?lang=" + language).with(Logins.as(actor)))
            .andExpect(status().isOk());
      }
    }
  }
}
