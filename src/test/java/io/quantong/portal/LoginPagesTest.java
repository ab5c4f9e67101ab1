package io.quantong.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Outside the demo the login is one button, and nobody can choose who to be. */
@IntegrationTest
class LoginPagesTest {

  @Autowired MockMvc mvc;

  @Test
  void one_button_leads_to_the_issuer() throws Exception {
    mvc.perform(get("/login"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/oauth2/authorization/quantong")))
        .andExpect(content().string(not(containsString("data-persona"))));
  }

  @Test
  void an_unknown_account_is_told_what_to_do() throws Exception {
    mvc.perform(get("/login?lang=en").with(Logins.subject("nobody-at-all")))
        .andExpect(content().string(containsString("no role in any organisation")));
  }

  @Test
  void there_is_no_persona_to_choose() throws Exception {
    mvc.perform(post("/login").param("persona", "firm").with(Logins.as(Actor.visitor())))
        .andExpect(status().is4xxClientError());
  }
}
