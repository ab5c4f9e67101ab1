package io.quantong.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.claim.ClaimWorld.Case;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Every page and address of the module, for everybody who may and everybody who may not. */
@IntegrationTest
@Clause("M3")
class ClaimPagesTest {

  @Autowired MockMvc web;
  @Autowired ClaimWorld world;
  @Autowired Claims claims;

  static Stream<ClaimState> states() {
    return EnumSet.complementOf(EnumSet.of(ClaimState.SUBMITTED, ClaimState.CONFIRMED)).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void a_claim_is_shown_to_all_sides_in_both_languages(ClaimState state) throws Exception {
    Case it = world.in(state);
    People people = world.people();
    for (Actor reader :
        List.of(
            it.finance(),
            it.story().stall().manager(),
            it.story().stall().technician(),
            it.story().firm(),
            it.handler(),
            it.reviewer(),
            it.head(),
            people.clerk(People.YUECHENG),
            people.city(),
            people.auditor())) {
      for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
        String html = shown(reader, get("/claim/" + it.id()).locale(language));
        assertThat(html).contains(it.claim().number()).doesNotContain("??");
      }
    }
    for (String page : List.of("/claim/mine", "/claim/mine?stage=MINE", "/claim/mine?page=99")) {
      assertThat(shown(it.finance(), get(page))).doesNotContain("??");
    }
  }

  @Test
  void strangers_find_nothing() throws Exception {
    Case it = world.in(ClaimState.IN_NOTICE);
    for (Actor stranger :
        List.of(
            world.people().institution(People.YUECHENG),
            world.people().firm(People.YUECHENG),
            world.people().handler(People.KEQIAO),
            world.people().clerk(People.KEQIAO))) {
      for (String below : List.of("", "/contract", "/paper/" + it.id())) {
        assertThat(call(stranger, get("/claim/" + it.id() + below)).getStatus()).isEqualTo(404);
      }
      for (String below : List.of("", "/history", "/clock")) {
        assertThat(call(stranger, get("/api/v1/claims/" + it.id() + below)).getStatus())
            .isEqualTo(404);
      }
    }
    assertThat(call(Actor.visitor(), get("/claim/" + it.id())).getStatus()).isNotEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "fill, provider",
    "submit, provider",
    "supply, provider",
    "withdraw, provider",
    "confirm, bureau",
    "decide, bureau",
    "return, bureau",
    "agree, second",
    "send-back, second",
    "open-recovery, head",
    "recovered, handler",
    "refer, head"
  })
  void a_handler_is_closed_to_every_other_role(String act, String side) throws Exception {
    Case it = world.in(ClaimState.IN_REVIEW);
    People people = world.people();
    Map<String, Actor> others =
        Map.of(
            "firm", it.story().firm(),
            "technician", it.story().stall().technician(),
            "clerk", people.clerk(People.YUECHENG),
            "city", people.city(),
            "auditor", people.auditor());
    for (Actor other : others.values()) {
      assertThat(act(other, it, act).getStatus()).as("%s", other.roles()).isEqualTo(403);
    }
    if (!side.equals("provider")) {
      assertThat(act(it.finance(), it, act).getStatus()).isEqualTo(403);
    }
    if (side.equals("head")) {
      assertThat(act(it.handler(), it, act).getStatus()).isEqualTo(403);
    }
    assertThat(act(people.handler(People.KEQIAO), it, act).getStatus()).isEqualTo(403);
    assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
  }

  private MockHttpServletResponse act(Actor actor, Case it, String act) throws Exception {
    return call(
        actor,
        post("/claim/" + it.id() + "/" + act)
            .param("key", RequestKey.fresh().value())
            .param("outcome", "REFUSE")
            .param("amount", "1")
            .param("reason", "x")
            .param("reference", "x"));
  }

  @Test
  void the_provider_uploads_fills_and_submits_on_its_page() throws Exception {
    Case it = world.draft();
    Invoice invoice = it.invoice();
    MockMultipartFile file =
        new MockMultipartFile(
            "files", "发票.pdf", "application/pdf", "%PDF-1.7 发票".getBytes(StandardCharsets.UTF_8));
    MockHttpServletResponse uploaded =
        call(
            it.finance(),
            multipart("/claim/" + it.id() + "/upload").file(file).param("kind", "INVOICE"));
    assertThat(uploaded.getRedirectedUrl()).isEqualTo("/claim/" + it.id());
    MockHttpServletResponse refused =
        call(
            it.finance(),
            post("/claim/" + it.id() + "/submit")
                .header("Referer", "http://localhost/claim/" + it.id())
                .param("key", RequestKey.fresh().value())
                .param("number", "??"));
    assertThat(refused.getStatus()).isEqualTo(303);
    assertThat(it.state()).isEqualTo(ClaimState.DRAFT);
    MockHttpServletResponse submitted =
        call(
            it.finance(),
            post("/claim/" + it.id() + "/submit")
                .param("key", RequestKey.fresh().value())
                .param("number", String.valueOf(invoice.number()))
                .param("issuedOn", String.valueOf(invoice.issuedOn()))
                .param("net", "12,830.18")
                .param("gross", "13,600.00")
                .param("seller", String.valueOf(invoice.seller()))
                .param("buyer", String.valueOf(invoice.buyer()))
                .param("declared", "true"));
    assertThat(submitted.getStatus()).isEqualTo(302);
    assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
  }

  @Test
  void after_a_decision_the_next_claim_that_waits_opens() throws Exception {
    Case first = world.in(ClaimState.IN_REVIEW);
    Case second = world.in(ClaimState.IN_REVIEW);
    MockHttpServletResponse done = act(first.handler(), first, "confirm");
    assertThat(first.state()).isEqualTo(ClaimState.IN_NOTICE);
    assertThat(done.getRedirectedUrl()).startsWith("/claim/").isNotEqualTo("/claim/" + first.id());
    assertThat(second.state()).isEqualTo(ClaimState.IN_REVIEW);
  }

  @Test
  void the_bureau_lists_what_waits_by_urgency_and_only_its_own() throws Exception {
    Case it = world.in(ClaimState.IN_REVIEW);
    String number = it.claim().number();
    for (String queue : List.of("", "?queue=FIRST", "?queue=ALL&state=IN_REVIEW")) {
      assertThat(all(it.handler(), queue)).as(queue).contains(number);
    }
    assertThat(all(world.people().handler(People.KEQIAO), "?queue=ALL")).doesNotContain(number);
    assertThat(all(world.people().city(), "?queue=ALL&district=330603")).doesNotContain(number);
    assertThat(call(it.finance(), get("/claim/review")).getStatus()).isEqualTo(403);
    assertThat(call(it.handler(), get("/claim/mine")).getStatus()).isEqualTo(403);
  }

  /** All pages of a list. */
  private String all(Actor reader, String query) throws Exception {
    StringBuilder pages = new StringBuilder();
    String html = "/claim/";
    for (int page = 0; html.contains("href=\"/claim/0") || page == 0; page++) {
      String sign = query.isEmpty() ? "?" : "&";
      html = shown(reader, get("/claim/review" + query + sign + "page=" + page));
      pages.append(html);
      if (page > 60) {
        break;
      }
    }
    return pages.toString();
  }

  @Test
  void papers_are_answered_safely_to_those_who_may_see_them() throws Exception {
    Case it = world.in(ClaimState.IN_REVIEW);
    var file = it.seenBy(it.handler()).papers().getFirst().file();
    MockHttpServletResponse paper =
        call(it.handler(), get("/claim/" + it.id() + "/paper/" + file.id()));
    assertThat(paper.getStatus()).isEqualTo(200);
    assertThat(paper.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(paper.getHeader("Content-Disposition")).startsWith("inline");
    assertThat(paper.getHeader("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(
            call(
                    it.handler(),
                    get("/claim/" + it.id() + "/paper/" + file.id()).param("save", "true"))
                .getHeader("Content-Disposition"))
        .startsWith("attachment");
    MockHttpServletResponse contract = call(it.handler(), get("/claim/" + it.id() + "/contract"));
    assertThat(contract.getContentType()).startsWith("text/plain");
    assertThat(contract.getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
    Case other = world.in(ClaimState.IN_REVIEW);
    assertThat(call(it.handler(), get("/claim/" + other.id() + "/paper/" + file.id())).getStatus())
        .isEqualTo(404);
  }

  @Test
  void a_program_reads_fills_and_submits() throws Exception {
    Case it = world.draft().attach();
    Invoice invoice = it.invoice();
    String body =
        """
        {"invoice": {"number": "%s", "issuedOn": "%s", "net": "100.00", "gross": "%s",
         "seller": "%s", "buyer": "%s"}, "declared": true}
        """
            .formatted(
                invoice.number(),
                invoice.issuedOn(),
                it.claim().sums().price().plain(),
                invoice.seller(),
                invoice.buyer());
    var request =
        post("/api/v1/claims/" + it.id() + "/submit")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    assertThat(call(it.finance(), request).getStatus()).isEqualTo(422);
    MockHttpServletResponse done =
        call(it.finance(), request.header("Idempotency-Key", RequestKey.fresh().value()));
    assertThat(done.getStatus()).isEqualTo(200);
    assertThat(done.getContentAsString())
        .contains("\"state\":\"IN_REVIEW\"", "\"claimed\":\"11800.00\"", "\"signals\":[]");
    assertThat(shown(it.handler(), get("/api/v1/claims/" + it.id())))
        .contains("\"rule\":\"INVOICE_AMOUNT\"");
    assertThat(shown(it.handler(), get("/api/v1/claims?queue=FIRST&size=100")))
        .contains("\"total\":");
    assertThat(shown(it.finance(), get("/api/v1/claims"))).contains(it.claim().number());
    assertThat(shown(it.finance(), get("/api/v1/claims/" + it.id() + "/clock")))
        .contains("\"workingDays\":10");
    assertThat(shown(it.finance(), get("/api/v1/claims/" + it.id() + "/history")))
        .contains("\"event\":\"SUBMIT\"");
  }

  private String shown(Actor actor, AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    MockHttpServletResponse response = call(actor, request);
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse call(
      Actor actor, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return web.perform(request.with(Logins.as(actor))).andReturn().getResponse();
  }
}
