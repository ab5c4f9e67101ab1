package io.quantong.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.operation.TimeMachine;
import io.quantong.payout.FinanceWorld;
import io.quantong.policy.DayBox;
import io.quantong.policy.Policies;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seven days for everybody to see, and what happens when somebody disagrees (M4). */
@LedgerTest
@Clause("M4")
class NoticesTest {

  private static final String DISTRICT = "330602";
  private static final Money SUM = Money.yuan(8_000);

  private final Actor handler = FinanceWorld.person(Role.DISTRICT_HANDLER, DISTRICT);
  private final Actor head = FinanceWorld.person(Role.DISTRICT_HEAD, DISTRICT);

  @Autowired Notices notices;
  @Autowired NoticeJobs jobs;
  @Autowired Policies policies;
  @Autowired TimeMachine machine;
  @Autowired Clock clock;
  @Autowired DataSource dataSource;

  private Instant before;

  @BeforeEach
  void remember_the_day() {
    before = clock.instant();
  }

  @AfterEach
  void go_back_to_it() {
    machine.set(before);
  }

  @ParameterizedTest(name = "published {0}, ends {1}")
  @CsvSource({
    "2026-10-09,2026-10-16",
    "2026-09-18,2026-09-28",
    "2026-09-30,2026-10-08",
    "2026-05-02,2026-05-09"
  })
  void the_last_day_rolls_to_the_next_working_day(LocalDate published, LocalDate last) {
    at(published.atTime(10, 0));
    Notice notice = publish(Ids.next());
    assertThat(notice.publishedOn()).isEqualTo(published);
    assertThat(notice.lastDay()).isEqualTo(last);
    List<DayBox> strip = notices.strip(notice);
    assertThat(strip.getFirst().day()).isEqualTo(published.plusDays(1));
    assertThat(strip.getLast().day()).isEqualTo(last);
    assertThat(strip.stream().filter(box -> box.counted() > 0)).hasSize(7);
    assertThat(strip).extracting(DayBox::counted).startsWith(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void a_notice_takes_objections_until_midnight_of_its_last_day_and_ends_after_it() {
    at(LocalDateTime.of(2026, 10, 9, 23, 59, 30));
    Notice notice = publish(Ids.next());
    at(LocalDateTime.of(2026, 10, 16, 23, 59));
    assertThat(notices.takesObjections(notice)).isTrue();
    jobs.run(LocalDate.of(2026, 10, 16));
    assertThat(state(notice)).isEqualTo(Notice.State.RUNNING);
    at(LocalDateTime.of(2026, 10, 17, 0, 0, 5));
    assertThat(notices.takesObjections(notice)).isFalse();
    refused(() -> object(notice), "NOT_RUNNING");
    jobs.run(LocalDate.of(2026, 10, 17));
    assertThat(state(notice)).isEqualTo(Notice.State.ENDED);
    assertThat(jobs.run(LocalDate.of(2026, 10, 17))).isZero();
  }

  @Test
  void what_is_published_is_masked_and_never_changes() {
    Notice person =
        notices.publish(handler, draft(Ids.next(), "王小明", true, "XRD 测试，联系人：王小明 13812345678"));
    assertThat(person.beneficiaryName()).isEqualTo("王*");
    assertThat(person.service()).isEqualTo("XRD 测试，联系人：王* ******");
    JdbcTemplate sql = new JdbcTemplate(dataSource);
    assertThatThrownBy(
            () ->
                sql.update(
                    "update publicnotice.notice set service = 'x' where id = ?", person.id()))
        .hasMessageContaining("never changes");
    assertThatThrownBy(
            () ->
                sql.update(
                    "update publicnotice.notice set last_day = last_day + 1 where id = ?",
                    person.id()))
        .hasMessageContaining("fixed");
  }

  @Test
  void a_new_notice_on_a_claim_takes_the_old_one_down() {
    UUID claim = Ids.next();
    Notice first = publish(claim);
    Notice second = publish(claim);
    assertThat(state(first)).isEqualTo(Notice.State.SUPERSEDED);
    assertThat(notices.latest(claim)).hasValue(second);
    refused(() -> object(first), "NOT_RUNNING");
  }

  @Test
  void only_the_bureau_of_the_district_publishes() {
    Notices.Draft draft = draft(Ids.next(), "某公司", false, "测试");
    refused(() -> notices.publish(Actor.visitor(), draft), "ROLE");
    refused(
        () -> notices.publish(FinanceWorld.person(Role.FINANCE_CLERK, DISTRICT), draft), "ROLE");
    refused(
        () -> notices.publish(FinanceWorld.person(Role.DISTRICT_HANDLER, "330603"), draft),
        "DISTRICT");
  }

  @Test
  void an_open_objection_keeps_the_notice_from_ending() {
    at(LocalDateTime.of(2026, 10, 9, 10, 0));
    Notice notice = publish(Ids.next());
    Objection objection = object(notice);
    assertThat(objection.answerBy()).isEqualTo(LocalDate.of(2026, 10, 29));
    assertThat(notices.hasOpenObjection(notice.claimId())).isTrue();
    at(LocalDateTime.of(2026, 10, 20, 10, 0));
    jobs.run(LocalDate.of(2026, 10, 20));
    assertThat(state(notice)).isEqualTo(Notice.State.RUNNING);
    decide(objection, ObjectionDecided.Outcome.DISMISSED, null);
    assertThat(state(notice)).isEqualTo(Notice.State.ENDED);
    assertThat(notices.hasOpenObjection(notice.claimId())).isFalse();
  }

  @Test
  void an_objection_dismissed_on_the_last_day_leaves_the_notice_running_until_midnight() {
    at(LocalDateTime.of(2026, 10, 9, 10, 0));
    Notice notice = publish(Ids.next());
    Objection objection = object(notice);
    at(LocalDateTime.of(2026, 10, 16, 18, 0));
    decide(objection, ObjectionDecided.Outcome.DISMISSED, null);
    assertThat(state(notice)).isEqualTo(Notice.State.RUNNING);
    assertThat(notices.takesObjections(notice)).isTrue();
  }

  @Test
  void upholding_decides_every_open_objection_alike_and_takes_the_notice_down() {
    Notice notice = publish(Ids.next());
    Objection one = object(notice);
    Objection two = object(notice);
    decide(one, ObjectionDecided.Outcome.UPHELD_REFUSE, null);
    assertThat(state(notice)).isEqualTo(Notice.State.SUPERSEDED);
    assertThat(notices.objection(head, two.id()).state()).isEqualTo(Objection.State.UPHELD);
    refused(() -> decide(two, ObjectionDecided.Outcome.DISMISSED, null), "DECIDED");
    assertThat(notices.objectionStates(notice.id()))
        .containsExactly(Objection.State.UPHELD, Objection.State.UPHELD);
  }

  @Test
  void every_fault_of_an_objection_is_named_at_once() {
    Notice notice = publish(Ids.next());
    assertThatThrownBy(() -> file(notice, " ", "", "", RequestKey.fresh()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .isEqualTo(
                        List.of(
                            NoticeRefusal.NAME_MISSING,
                            NoticeRefusal.CONTACT_MISSING,
                            NoticeRefusal.EVIDENCE_MISSING)));
    refused(() -> file(notice, "李四", "电话", "长".repeat(4_001), RequestKey.fresh()), "TOO_LONG");
    refused(
        () ->
            notices.object(
                Actor.visitor(),
                RequestKey.fresh(),
                new Objection.Filing(Ids.next(), "李四", "电话", "不实", null)),
        "UNKNOWN");
  }

  @Test
  void a_form_sent_twice_is_one_objection() {
    Notice notice = publish(Ids.next());
    RequestKey key = RequestKey.fresh();
    Objection first = file(notice, "李四", "0575-1", "价格不实", key);
    assertThat(file(notice, "李四", "0575-1", "价格不实", key).id()).isEqualTo(first.id());
    assertThat(notices.objectionStates(notice.id())).hasSize(1);
    refused(() -> file(notice, "李四", "0575-1", "另一件事", key), "KEY_REUSED");
  }

  @Test
  void a_new_sum_lies_above_zero_and_below_the_published_one() {
    Objection objection = object(publish(Ids.next()));
    ObjectionDecided.Outcome lower = ObjectionDecided.Outcome.UPHELD_NEW_SUM;
    for (Money wrong : new Money[] {Money.ZERO, SUM, SUM.plus(Money.ofFen(1))}) {
      refused(() -> decide(objection, lower, wrong), "NEW_SUM_OUT_OF_RANGE");
    }
    refused(() -> decide(objection, lower, null), "NEW_SUM_OUT_OF_RANGE");
    refused(
        () -> decide(objection, ObjectionDecided.Outcome.DISMISSED, Money.yuan(1)),
        "NEW_SUM_OUT_OF_RANGE");
    refused(
        () ->
            notices.decide(
                head,
                RequestKey.fresh(),
                objection.id(),
                new Objection.Ruling(ObjectionDecided.Outcome.DISMISSED, null, " ")),
        "REASON_MISSING");
    decide(objection, lower, Money.yuan(5_000));
    assertThat(notices.objection(head, objection.id()).decision())
        .isNotNull()
        .extracting(Objection.Decision::newAmount)
        .isEqualTo(Money.yuan(5_000));
  }

  @Test
  void only_the_head_of_the_own_district_decides_and_only_bureaus_read_who_objected() {
    Objection objection = object(publish(Ids.next()));
    Objection.Ruling ruling = new Objection.Ruling(ObjectionDecided.Outcome.DISMISSED, null, "属实");
    refused(() -> notices.decide(handler, RequestKey.fresh(), objection.id(), ruling), "ROLE");
    Actor elsewhere = FinanceWorld.person(Role.DISTRICT_HEAD, "330603");
    refused(
        () -> notices.decide(elsewhere, RequestKey.fresh(), objection.id(), ruling), "DISTRICT");
    refused(() -> notices.objection(elsewhere, objection.id()), "DISTRICT");
    refused(() -> notices.evidence(elsewhere, objection.id()), "DISTRICT");
    refused(() -> notices.history(elsewhere, objection.id()), "DISTRICT");
    refused(() -> notices.objection(Actor.visitor(), objection.id()), "ROLE");
    refused(() -> notices.objections(Actor.visitor()), "ROLE");
    refused(() -> notices.objections(FinanceWorld.person(Role.PROVIDER_FINANCE, DISTRICT)), "ROLE");
    assertThat(notices.objections(elsewhere)).noneMatch(found -> found.id().equals(objection.id()));
    assertThat(notices.objections(FinanceWorld.person(Role.CITY_SCIENCE, "330600")))
        .anyMatch(found -> found.id().equals(objection.id()));
  }

  @Test
  void the_number_tells_where_it_stands_and_nothing_of_who_objected() {
    Objection objection = object(publish(Ids.next()));
    notices.decide(
        head,
        RequestKey.fresh(),
        objection.id(),
        new Objection.Ruling(
            ObjectionDecided.Outcome.DISMISSED, null, "已电话 13812345678 核实，李四光先生所述不实"));
    Objection.Receipt receipt =
        notices.receipt(" " + objection.number().toLowerCase(Locale.ROOT)).orElseThrow();
    assertThat(receipt.state()).isEqualTo(Objection.State.DISMISSED);
    assertThat(receipt.reason()).isEqualTo("已电话 ****** 核实，李*先生所述不实");
    assertThat(receipt.toString()).doesNotContain("李四光", "0575-88001234", "价格与发票不符");
    assertThat(notices.receipt("YY00000000-00000")).isEmpty();
  }

  @Test
  void a_file_comes_with_an_objection_and_only_the_bureau_reads_it() throws Exception {
    Notice notice = publish(Ids.next());
    UUID file =
        notices
            .keepEvidence(
                notice.id(),
                "证据.txt",
                new ByteArrayInputStream("发票照片".getBytes(StandardCharsets.UTF_8)))
            .id();
    Objection objection =
        notices.object(
            Actor.visitor(),
            RequestKey.fresh(),
            new Objection.Filing(notice.id(), "李四光", "0575-88001234", "价格与发票不符", file));
    try (var content = notices.evidence(head, objection.id()).content()) {
      assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("发票照片");
    }
    assertThat(notices.evidenceName(objection)).isPresent();
    Objection bare = object(notice);
    refused(() -> notices.evidence(head, bare.id()), "UNKNOWN");
  }

  @Test
  void notices_are_found_by_district_words_and_state() {
    String word = "独" + Ids.next().toString().substring(30);
    Notice running = notices.publish(handler, draft(Ids.next(), word + "公司", false, "测试"));
    UUID claim = Ids.next();
    notices.publish(handler, draft(claim, word + "公司", false, "测试"));
    notices.publish(handler, draft(claim, word + "公司", false, "测试"));
    assertThat(found(new Notices.Search("", word, false)).total()).isEqualTo(3);
    assertThat(found(new Notices.Search(DISTRICT, word, true)).total()).isEqualTo(2);
    assertThat(found(new Notices.Search("330603", word, false)).total()).isZero();
    assertThat(found(new Notices.Search("", running.number(), false)).notices())
        .containsExactly(running);
    assertThat(found(new Notices.Search("", "%", false)).notices())
        .noneMatch(notice -> notice.id().equals(running.id()));
  }

  private Notices.Page found(Notices.Search search) {
    return notices.list(search, 1, 50);
  }

  private void at(LocalDateTime local) {
    machine.set(local.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
  }

  private Notice publish(UUID claim) {
    return notices.publish(handler, draft(claim, "某某精密仪器有限公司", false, "扫描电镜测试"));
  }

  private Notices.Draft draft(UUID claim, String beneficiary, boolean person, String service) {
    return new Notices.Draft(
        claim,
        "SD-" + claim.toString().substring(24),
        DISTRICT,
        "某某检测中心",
        beneficiary,
        person,
        service,
        Money.yuan(12_000),
        SUM,
        policies.at(DISTRICT, LocalDate.now(clock)).version());
  }

  private Objection object(Notice notice) {
    return file(notice, "李四光", "0575-88001234", "价格与发票不符", RequestKey.fresh());
  }

  private Objection file(
      Notice notice, String name, String contact, String evidence, RequestKey key) {
    return notices.object(
        Actor.visitor(), key, new Objection.Filing(notice.id(), name, contact, evidence, null));
  }

  private void decide(Objection objection, ObjectionDecided.Outcome outcome, @Nullable Money sum) {
    notices.decide(
        head, RequestKey.fresh(), objection.id(), new Objection.Ruling(outcome, sum, "经核实"));
  }

  private Notice.State state(Notice notice) {
    return notices.notice(notice.id()).state();
  }

  private static void refused(ThrowingCallable step, String reason) {
    assertThatThrownBy(step).isInstanceOf(Refused.class).hasMessageContaining(reason);
  }
}
