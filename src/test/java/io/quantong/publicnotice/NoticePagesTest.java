package io.quantong.publicnotice;

import static io.quantong.payout.FinanceWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.Logins;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.policy.Policies;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Notices and objections through their doors: anyone reads, nobody finds a person (M4). */
@LedgerTest
@Clause("M4")
class NoticePagesTest {

  private static final String DISTRICT = "330602";
  private static final String PHONE = "13812345678";

  private final Actor head = person(Role.DISTRICT_HEAD, DISTRICT);

  @Autowired MockMvc web;
  @Autowired Notices notices;
  @Autowired Policies policies;
  @Autowired Clock clock;

  private @Nullable Cookie session;

  @Test
  void anyone_reads_what_is_published_and_no_personal_data() throws Exception {
    Notice notice = publish();
    List<String> pages =
        List.of(
            page(Actor.visitor(), "/publicnotice?q=" + notice.number()),
            page(Actor.visitor(), "/publicnotice/" + notice.id()),
            answer(Actor.visitor(), get("/api/v1/notices/" + notice.id()))
                .getContentAsString(StandardCharsets.UTF_8),
            page(head, "/publicnotice/" + notice.id()));
    assertThat(pages)
        .allSatisfy(
            page -> assertThat(page).contains("王*").doesNotContain("王小明").doesNotContain(PHONE));
    assertThat(pages.get(1)).contains("7</b>", "24:00", "提出异议");
    assertThat(page(Actor.visitor(), "/publicnotice?q=nothing-like-this")).contains("没有符合条件的公示");
  }

  @Test
  void a_refused_objection_keeps_words_and_file_and_the_second_try_carries_both() throws Exception {
    Notice notice = publish();
    String path = "/publicnotice/" + notice.id();
    MockMultipartFile file =
        new MockMultipartFile(
            "files", "证据.txt", "text/plain", "看".getBytes(StandardCharsets.UTF_8));
    MockHttpServletResponse refused =
        answer(
            Actor.visitor(),
            multipart(path + "/objection")
                .file(file)
                .param("objectorName", "")
                .param("contact", PHONE)
                .param("evidence", "价格不实")
                .param("key", key())
                .header("Referer", "http://localhost" + path));
    assertThat(refused.getRedirectedUrl()).endsWith(path);
    assertThat(notices.objectionStates(notice.id())).isEmpty();
    assertThat(page(Actor.visitor(), path)).contains("证据.txt", "无需重新上传");

    MockHttpServletResponse filed =
        answer(
            Actor.visitor(),
            multipart(path + "/objection")
                .param("objectorName", "李四光")
                .param("contact", PHONE)
                .param("evidence", "价格不实")
                .param("key", key()));
    String receipt = Objects.requireNonNull(filed.getRedirectedUrl());
    assertThat(receipt).startsWith("/publicnotice/receipt?number=YY");
    assertThat(page(Actor.visitor(), receipt))
        .contains("异议编号：YY", "已停付")
        .doesNotContain("李四光", PHONE, "价格不实");
    assertThat(page(Actor.visitor(), path)).doesNotContain("李四光", PHONE, "价格不实", "证据.txt");

    Objection objection = newest(notice);
    String desk = "/publicnotice/objections/" + objection.id();
    assertThat(page(head, "/publicnotice/objections")).contains(objection.number());
    assertThat(page(head, desk)).contains("李四光", PHONE, "价格不实", "证据.txt", "确认决定");
    MockHttpServletResponse evidence = answer(head, get(desk + "/file"));
    assertThat(evidence.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("看");
    assertThat(evidence.getHeader("Content-Disposition")).startsWith("attachment");
  }

  @Test
  void the_head_decides_by_a_form_and_says_why() throws Exception {
    Notice notice = publish();
    Objection objection = object(notice);
    String desk = "/publicnotice/objections/" + objection.id();
    MockHttpServletResponse nothing =
        answer(head, post(desk).param("key", key()).header("Referer", "http://localhost" + desk));
    assertThat(nothing.getRedirectedUrl()).endsWith(desk);
    MockHttpServletResponse decided =
        answer(
            head,
            post(desk)
                .param("outcome", "UPHELD_NEW_SUM")
                .param("newAmount", "1,000")
                .param("reason", "价格确有出入")
                .param("key", key()));
    assertThat(decided.getRedirectedUrl()).isEqualTo(desk);
    assertThat(page(head, desk))
        .contains("价格确有出入", "¥1,000.00", "社会公众", "采纳，调减金额</dd>")
        .doesNotContain("确认决定", "visitor");
    String receipt = page(Actor.visitor(), "/publicnotice/receipt?number=" + objection.number());
    assertThat(receipt).contains("已采纳", "价格确有出入");
    assertThat(page(Actor.visitor(), "/publicnotice/receipt?number=YY1")).contains("没有编号为“YY1”的异议");
  }

  @Test
  void nobody_else_decides_or_reads_who_objected() throws Exception {
    Objection objection = object(publish());
    String desk = "/publicnotice/objections/" + objection.id();
    Actor elsewhere = person(Role.DISTRICT_HEAD, "330603");
    assertThat(answer(elsewhere, get(desk)).getStatus()).isEqualTo(403);
    assertThat(answer(elsewhere, get(desk + "/file")).getStatus()).isEqualTo(403);
    assertThat(
            answer(
                    elsewhere,
                    post(desk)
                        .param("outcome", "DISMISSED")
                        .param("reason", "x")
                        .param("key", key()))
                .getStatus())
        .isEqualTo(403);
    assertThat(page(person(Role.DISTRICT_HANDLER, DISTRICT), desk)).doesNotContain("确认决定");
    Actor firm = person(Role.BENEFICIARY, DISTRICT);
    assertThat(answer(firm, get("/publicnotice/objections")).getStatus()).isEqualTo(403);
    assertThat(answer(firm, get(desk)).getStatus()).isEqualTo(403);
    String json =
        answer(head, get("/api/v1/notices/objections")).getContentAsString(StandardCharsets.UTF_8);
    assertThat(json).contains(objection.number()).doesNotContain("李四光", PHONE);
  }

  @Test
  void programs_page_through_the_notices() throws Exception {
    Notice notice = publish();
    String found =
        answer(Actor.visitor(), get("/api/v1/notices?size=1&q=" + notice.number()))
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(JsonPath.<Integer>read(found, "$.total")).isEqualTo(1);
    assertThat(JsonPath.<String>read(found, "$.rows[0].amount")).isEqualTo("8000.00");
    assertThat(answer(Actor.visitor(), get("/api/v1/notices/" + Ids.next())).getStatus())
        .isEqualTo(404);
    assertThat(answer(Actor.visitor(), get("/publicnotice/" + Ids.next())).getStatus())
        .isEqualTo(404);
  }

  private Notice publish() {
    UUID claim = Ids.next();
    return notices.publish(
        person(Role.DISTRICT_HANDLER, DISTRICT),
        new Notices.Draft(
            claim,
            "SD-" + claim.toString().substring(24),
            DISTRICT,
            "某某检测中心",
            "王小明",
            true,
            "扫描电镜测试，联系人：王小明 " + PHONE,
            Money.yuan(12_000),
            Money.yuan(8_000),
            policies.at(DISTRICT, LocalDate.now(clock)).version()));
  }

  private Objection object(Notice notice) {
    return notices.object(
        Actor.visitor(),
        RequestKey.fresh(),
        new Objection.Filing(notice.id(), "李四光", PHONE, "价格不实", null));
  }

  private Objection newest(Notice notice) {
    return notices.objections(head).stream()
        .filter(objection -> objection.noticeId().equals(notice.id()))
        .findFirst()
        .orElseThrow();
  }

  private String page(Actor actor, String path) throws Exception {
    URI uri = UriComponentsBuilder.fromUriString(path).build().encode().toUri();
    MockHttpServletResponse answer = answer(actor, get(uri));
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse answer(
      Actor actor, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    if (actor.isVisitor() && session != null) {
      request.cookie(session);
    }
    MockHttpServletResponse answer =
        web.perform(request.with(Logins.as(actor))).andReturn().getResponse();
    if (actor.isVisitor() && answer.getCookie("QUANTONG") != null) {
      session = answer.getCookie("QUANTONG");
    }
    return answer;
  }

  private static String key() {
    return RequestKey.fresh().value();
  }
}
