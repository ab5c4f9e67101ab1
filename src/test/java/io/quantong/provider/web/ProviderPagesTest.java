package io.quantong.provider.web;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.provider.Papers;
import io.quantong.provider.Provider;
import io.quantong.provider.ProviderState;
import io.quantong.provider.Providers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages and REST handlers of the library, as each side meets them (M5, M6, M8, M13). */
@IntegrationTest
class ProviderPagesTest {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  @Autowired MockMvc mvc;
  @Autowired Identities identities;
  @Autowired Providers providers;
  @Autowired Papers papers;
  @Autowired Clock clock;

  private People people;
  private Actor manager;
  private Actor handler;
  private Actor head;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
    manager = people.servingFirm(YUECHENG);
    handler = people.handler(YUECHENG);
    head = people.head(YUECHENG);
  }

  @Test
  @Clause("M6")
  void from_the_first_certificate_to_the_public_page() throws Exception {
    upload("251100349999").andExpect(redirectedUrl("/provider/mine"));
    mvc.perform(get("/provider/mine").with(Logins.as(manager)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("251100349999")));
    mvc.perform(application("TESTING_FIRM"))
        .andExpect(redirectedUrl("/provider/mine"))
        .andExpect(flash().attribute("done", "provider.done.applied"));
    UUID id = entry().id();
    mvc.perform(get("/provider/" + id)).andExpect(status().isNotFound());
    mvc.perform(get("/provider/admission").with(Logins.as(handler)))
        .andExpect(content().string(containsString(manager.organisationName())));
    mvc.perform(get("/provider/admission/" + id).with(Logins.as(handler)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/provider/admission/" + id + "/admit")));
    mvc.perform(post("/provider/admission/" + id + "/admit").with(Logins.as(handler)))
        .andExpect(redirectedUrl("/provider/admission/" + id));
    mvc.perform(get("/provider/" + id))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(manager.organisationName())))
        .andExpect(content().string(not(containsString("6222000011112222"))))
        .andExpect(content().string(not(containsString("13955556666"))))
        .andExpect(content().string(not(containsString("联系张"))));
    mvc.perform(get("/provider?q=" + manager.organisationName()))
        .andExpect(content().string(containsString("/provider/" + id)));
  }

  @Test
  @Clause("M6")
  void an_exempt_kind_is_listed_by_one_click_and_not_twice() throws Exception {
    mvc.perform(application("UNIVERSITY"))
        .andExpect(flash().attribute("done", "provider.done.admitted"));
    mvc.perform(application("UNIVERSITY").header("Referer", "http://localhost/provider/mine"))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/provider/mine"));
    assertThat(providers.history(manager, entry().id())).hasSize(2);
  }

  @Test
  @Clause("M6")
  void papers_go_back_and_forth_until_the_decision() throws Exception {
    UUID id = underReview();
    act(handler, id, "ask", "缺附表").andExpect(redirectedUrl("/provider/admission/" + id));
    mvc.perform(get("/provider/mine").with(Logins.as(manager)))
        .andExpect(content().string(containsString("缺附表")));
    upload("251100348888");
    mvc.perform(
            post("/provider/mine/" + id + "/papers").param("note", "已补").with(Logins.as(manager)))
        .andExpect(flash().attribute("done", "provider.done.papers"));
    act(handler, id, "refuse", "资质不符").andExpect(status().isFound());
    assertThat(entryState(id)).isEqualTo(ProviderState.REFUSED);
    mvc.perform(get("/provider/mine").with(Logins.as(manager)))
        .andExpect(content().string(containsString("资质不符")))
        .andExpect(content().string(containsString("integrityDeclared")));
  }

  @Test
  @Clause("M8")
  void a_head_suspends_resumes_and_revokes_and_everyone_sees_it() throws Exception {
    UUID id = admitted();
    act(handler, id, "suspend", "核查").andExpect(status().isFound());
    act(handler, id, "resume", "核查完毕").andExpect(status().isFound());
    LocalDate until = LocalDate.now(clock).plusYears(1);
    mvc.perform(
            post("/provider/admission/" + id + "/revoke")
                .param("reason", "伪造报告")
                .param("until", until.toString())
                .with(Logins.as(head)))
        .andExpect(flash().attribute("done", "provider.done.revoke"));
    mvc.perform(get("/provider/" + id))
        .andExpect(content().string(containsString(until.toString())));
    mvc.perform(get("/provider/admission?state=REVOKED").with(Logins.as(head)))
        .andExpect(content().string(containsString(manager.organisationName())));
    mvc.perform(get("/provider/mine").with(Logins.as(manager))).andExpect(status().isOk());
  }

  @Test
  @Clause("M8")
  void a_revocation_without_day_or_reason_keeps_the_entry() throws Exception {
    UUID id = admitted();
    mvc.perform(
            post("/provider/admission/" + id + "/revoke")
                .param("reason", " ")
                .param("until", "")
                .header("Referer", "http://localhost/provider/admission/" + id)
                .with(Logins.as(head)))
        .andExpect(status().isSeeOther());
    assertThat(entryState(id)).isEqualTo(ProviderState.ADMITTED);
  }

  @Test
  @Clause("M13")
  void each_handler_is_closed_to_other_roles_and_other_districts() throws Exception {
    UUID waiting = underReview();
    List<Actor> strangers =
        List.of(people.firm(YUECHENG), manager, people.clerk(YUECHENG), people.handler(KEQIAO));
    for (Actor actor : strangers) {
      for (String act : List.of("admit", "ask", "refuse", "suspend", "resume", "revoke")) {
        mvc.perform(
                post("/provider/admission/" + waiting + "/" + act)
                    .param("reason", "x")
                    .param("until", "2099-01-01")
                    .with(Logins.as(actor)))
            .andExpect(status().isForbidden());
      }
      mvc.perform(get("/provider/admission/" + waiting).with(Logins.as(actor)))
          .andExpect(status().isForbidden());
    }
    for (Actor reader : List.of(people.reviewer(YUECHENG), people.city(), people.auditor())) {
      mvc.perform(get("/provider/admission/" + waiting).with(Logins.as(reader)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("/admit"))));
      mvc.perform(post("/provider/admission/" + waiting + "/admit").with(Logins.as(reader)))
          .andExpect(status().isForbidden());
    }
    mvc.perform(
            post("/provider/admission/" + waiting + "/revoke")
                .param("reason", "x")
                .param("until", "2099-01-01")
                .with(Logins.as(handler)))
        .andExpect(status().isForbidden());
    for (Actor actor : List.of(people.firm(YUECHENG), handler, people.auditor())) {
      mvc.perform(get("/provider/mine").with(Logins.as(actor))).andExpect(status().isForbidden());
    }
    assertThat(entryState(waiting)).isEqualTo(ProviderState.UNDER_REVIEW);
  }

  @Test
  @Clause("M13")
  void what_belongs_to_others_cannot_be_changed_by_its_address() throws Exception {
    UUID id = admitted();
    Actor other = people.servingFirm(YUECHENG);
    for (MockHttpServletRequestBuilder request :
        List.of(
            post("/provider/mine/" + id + "/leave").param("reason", "x"),
            post("/provider/mine/" + id + "/account")
                .param("bank", "x")
                .param("accountNumber", "6222000099990000"),
            post("/provider/mine/" + id + "/papers").param("note", "x"))) {
      mvc.perform(request.with(Logins.as(other))).andExpect(status().isForbidden());
    }
    UUID file = providers.dossier(manager, id).certificates().getFirst().documentId();
    String address = "/provider/mine/" + id + "/file/" + file;
    mvc.perform(get(address).with(Logins.as(manager)))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/pdf"));
    mvc.perform(get(address).with(Logins.as(other))).andExpect(status().isForbidden());
    mvc.perform(get("/provider/mine/file/" + file).with(Logins.as(other)))
        .andExpect(status().isNotFound());
  }

  @Test
  @Clause("M14")
  void programs_read_the_library_and_decide_as_pages_do() throws Exception {
    UUID id = underReview();
    mvc.perform(
            post("/api/v1/providers/" + id + "/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\":\"ASK_PAPERS\"}")
                .with(Logins.as(handler)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].code").value("provider.refusal.REASON_MISSING"));
    mvc.perform(
            post("/api/v1/providers/" + id + "/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\":\"ADMIT\"}")
                .with(Logins.as(people.handler(KEQIAO))))
        .andExpect(status().isForbidden());
    mvc.perform(
            post("/api/v1/providers/" + id + "/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\":\"ADMIT\"}")
                .with(Logins.as(handler)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("ADMITTED"))
        .andExpect(jsonPath("$.account").value("**** **** 2222"));
    mvc.perform(get("/api/v1/providers/" + id))
        .andExpect(jsonPath("$.name").value(manager.organisationName()))
        .andExpect(jsonPath("$.account").doesNotExist());
    mvc.perform(get("/api/v1/providers?q=" + manager.organisationName()))
        .andExpect(jsonPath("$.total").value(1));
    mvc.perform(get("/api/v1/providers/mine").with(Logins.as(manager)))
        .andExpect(jsonPath("$.id").value(id.toString()));
    mvc.perform(get("/api/v1/providers/" + UUID.randomUUID())).andExpect(status().isNotFound());
    mvc.perform(get("/api/v1/providers/admissions").with(Logins.as(handler)))
        .andExpect(status().isOk());
    mvc.perform(get("/api/v1/providers/admissions").with(Logins.as(manager)))
        .andExpect(status().isForbidden());
  }

  @Test
  void both_languages_draw_every_page() throws Exception {
    UUID id = admitted();
    for (String address : List.of("/provider", "/provider/" + id)) {
      mvc.perform(get(address).param("lang", "en")).andExpect(status().isOk());
    }
    mvc.perform(get("/provider/mine?lang=en").with(Logins.as(manager))).andExpect(status().isOk());
    mvc.perform(get("/provider/admission/" + id + "?lang=en").with(Logins.as(head)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Revoke")));
  }

  @Test
  @Clause("M6")
  void a_certificate_without_its_file_is_asked_for_by_name() throws Exception {
    mvc.perform(
            multipart("/provider/mine/certificate")
                .param("certificateKind", "CMA")
                .param("certificateNumber", "12")
                .param("certificateValidUntil", "2020-01-01")
                .header("Referer", "http://localhost/provider/mine")
                .with(Logins.as(manager)))
        .andExpect(status().isSeeOther())
        .andExpect(
            flash()
                .attribute(
                    "refusals",
                    org.hamcrest.Matchers.hasToString(
                        org.hamcrest.Matchers.allOf(
                            containsString("CERTIFICATE_NUMBER"),
                            containsString("CERTIFICATE_EXPIRED"),
                            containsString("CERTIFICATE_FILE_MISSING")))));
  }

  private UUID underReview() throws Exception {
    upload("251100347777");
    mvc.perform(application("TESTING_FIRM")).andExpect(status().isFound());
    return entry().id();
  }

  private UUID admitted() throws Exception {
    UUID id = underReview();
    mvc.perform(post("/provider/admission/" + id + "/admit").with(Logins.as(handler)))
        .andExpect(status().isFound());
    return id;
  }

  private Provider entry() {
    return providers.byOrganisation(manager.organisationId()).orElseThrow();
  }

  private ProviderState entryState(UUID id) {
    return providers.provider(id).state();
  }

  private org.springframework.test.web.servlet.ResultActions upload(String number)
      throws Exception {
    return mvc.perform(
        multipart("/provider/mine/certificate")
            .file(new MockMultipartFile("certificateFile", "cma.pdf", "application/pdf", PDF))
            .param("certificateKind", "CMA")
            .param("certificateNumber", number)
            .param("certificateValidUntil", LocalDate.now(clock).plusYears(1).toString())
            .with(Logins.as(manager)));
  }

  private MockHttpServletRequestBuilder application(String kind) {
    return post("/provider/mine")
        .param("kind", kind)
        .param("place", "浙江省绍兴市")
        .param("bank", "绍兴银行越城支行")
        .param("accountNumber", "6222 0000 1111 2222")
        .param("contactName", "联系张")
        .param("contactPhone", "13955556666")
        .param("integrityDeclared", "true")
        .with(Logins.as(manager));
  }

  private org.springframework.test.web.servlet.ResultActions act(
      Actor actor, UUID id, String act, String reason) throws Exception {
    return mvc.perform(
        post("/provider/admission/" + id + "/" + act)
            .param("reason", reason)
            .with(Logins.as(actor)));
  }
}
