package io.quantong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.IntegrationTest;
import io.quantong.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.DispatcherServlet;

@IntegrationTest
class FailureAnswerTest {

  private static final String FORM = "http://localhost/demo/components?x=1";

  @Autowired MockMvc web;

  @ParameterizedTest
  @CsvSource({"INVALID,422", "FORBIDDEN,403", "MISSING,404", "CONFLICT,409", "BUSY,503"})
  void a_program_gets_a_problem_document_with_every_reason(Refusal.Kind kind, int status)
      throws Exception {
    web.perform(post("/api/v1/test/refuse/" + kind).with(csrf()))
        .andExpect(status().is(status))
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.status").value(status))
        .andExpect(jsonPath("$.title").isNotEmpty())
        .andExpect(jsonPath("$.errors.length()").value(2))
        .andExpect(jsonPath("$.errors[0].code").value("gallery.refusal.AMOUNT"))
        .andExpect(jsonPath("$.errors[0].field").value("amount"))
        .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({"INVALID,422", "FORBIDDEN,403", "MISSING,404", "CONFLICT,409", "BUSY,503"})
  void a_page_that_cannot_be_shown_says_why(Refusal.Kind kind, int status) throws Exception {
    String page =
        web.perform(get("/test/refuse/" + kind).header("Referer", FORM))
            .andExpect(status().is(status))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("<h1").contains("金额超过可用余额");
  }

  @ParameterizedTest
  @EnumSource(
      value = Refusal.Kind.class,
      names = {"INVALID", "CONFLICT", "BUSY"})
  void a_refused_form_comes_back_with_reasons_and_everything_typed(Refusal.Kind kind)
      throws Exception {
    web.perform(
            post("/test/refuse/" + kind)
                .with(csrf())
                .header("Referer", FORM)
                .param("amount", "99")
                .param("key", "12345678")
                .param("name", "“引号”<b>"))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/demo/components?x=1"))
        .andExpect(
            flash()
                .attribute(
                    Forms.TYPED, Map.of("amount", List.of("99"), "name", List.of("“引号”<b>"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = Refusal.Kind.class,
      names = {"FORBIDDEN", "MISSING"})
  void who_may_not_know_is_not_sent_back(Refusal.Kind kind) throws Exception {
    web.perform(post("/test/refuse/" + kind).with(csrf()).header("Referer", FORM))
        .andExpect(status().is(kind == Refusal.Kind.FORBIDDEN ? 403 : 404));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/x", "not an address", "//evil.example/"})
  void nobody_is_sent_to_another_site(String from) throws Exception {
    web.perform(post("/test/refuse/CONFLICT").with(csrf()).header("Referer", from))
        .andExpect(status().isConflict());
  }

  @Test
  void a_part_of_a_page_makes_the_browser_load_the_whole() throws Exception {
    web.perform(
            post("/test/refuse/CONFLICT")
                .with(csrf())
                .header("Referer", FORM)
                .header("HX-Request", "true"))
        .andExpect(status().isOk())
        .andExpect(header().string("HX-Redirect", "/demo/components?x=1"))
        .andExpect(flash().attributeExists(Forms.REFUSALS));
  }

  @Test
  void fields_show_their_reason_and_what_was_typed() throws Exception {
    var reasons = new java.util.ArrayList<>(List.of(new Reason("x", "太多了", "amount")));
    String page =
        web.perform(
                get("/demo/components")
                    .requestAttr(
                        DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE,
                        Map.of(
                            Forms.REFUSALS,
                            reasons,
                            Forms.TYPED,
                            Map.of("amount", List.of("99,x")))))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page)
        .contains("value=\"99,x\"")
        .contains("href=\"#f-amount\"")
        .contains("id=\"f-amount-under\"")
        .contains("aria-invalid=\"true\"");
    assertThat(page.split("太多了", -1)).hasSize(3);
  }

  @Test
  void what_is_kept_until_the_next_page_survives_the_session_store() throws Exception {
    Map<String, ?> flash =
        web.perform(
                post("/test/refuse/CONFLICT")
                    .with(csrf())
                    .header("Referer", FORM)
                    .param("name", "a", "b"))
            .andReturn()
            .getFlashMap();
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(stored)) {
      out.writeObject(flash);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(stored.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(flash);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"transaction", "slow"})
  void when_busy_the_browser_learns_when_to_try_again(String how) throws Exception {
    web.perform(get("/test/fail/" + how))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"));
    web.perform(get("/api/v1/test/fail/" + how))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"));
  }

  @Test
  void a_bug_shows_an_incident_number_and_no_insides() throws Exception {
    String page =
        web.perform(get("/test/fail/bug"))
            .andExpect(status().isInternalServerError())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).containsPattern("<code>[0-9A-F]{8}</code>");
    assertThat(page).doesNotContain("secret words", "IllegalState", "at io.quantong");
    String json =
        web.perform(get("/api/v1/test/fail/bug"))
            .andExpect(status().isInternalServerError())
            .andExpect(jsonPath("$.incident").isNotEmpty())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(json).doesNotContain("secret words", "IllegalState");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/test/fail/unknown", "/no/such/page", "/test/refuse/NO_KIND"})
  void an_address_of_nothing_is_a_page_that_is_missing(String address) throws Exception {
    String page =
        web.perform(get(address))
            .andExpect(status().isNotFound())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("没有找到这个页面").doesNotContain("secret words");
  }

  @Test
  void an_upload_that_is_too_large_is_said_to_be() throws Exception {
    web.perform(get("/api/v1/test/fail/large")).andExpect(status().isContentTooLarge());
  }

  @ParameterizedTest
  @CsvSource({"amount,12.345", "amount,abc", "day,2026-13-01", "amount,99999999999999999999"})
  void what_cannot_be_read_comes_back_to_its_field(String field, String typed) throws Exception {
    web.perform(
            post("/test/typed")
                .with(csrf())
                .header("Referer", FORM)
                .param("name", "x")
                .param(field, typed))
        .andExpect(status().isSeeOther())
        .andExpect(flash().attributeExists(Forms.REFUSALS));
  }

  @Test
  void amounts_are_read_as_people_type_them() throws Exception {
    web.perform(post("/test/typed").with(csrf()).param("name", "x").param("amount", "¥1,234.5"))
        .andExpect(content().string("¥1,234.50 null x"));
    web.perform(post("/test/typed").with(csrf()).param("name", "x").param("amount", " "))
        .andExpect(content().string("null null x"));
  }

  @Test
  void a_missing_field_comes_back_to_the_form() throws Exception {
    web.perform(post("/test/typed").with(csrf()).header("Referer", FORM))
        .andExpect(status().isSeeOther());
  }
}
