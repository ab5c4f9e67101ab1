package io.quantong.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.claim.ClaimWorld.Case;
import io.quantong.claim.Claims.Filter;
import io.quantong.claim.Claims.Queue;
import io.quantong.claim.Claims.Side;
import io.quantong.identity.People;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.WorkList;
import io.quantong.policy.DayBox;
import io.quantong.policy.Deadline;
import io.quantong.policy.Pause;
import io.quantong.policy.Policies;
import io.quantong.policy.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock: working days of the State Council, pauses, reminders, escalation (product 6). */
@IntegrationTest
@Clause("M4")
class ClaimClockTest {

  @Autowired ClaimWorld world;
  @Autowired ClaimClock clock;
  @Autowired Claims claims;
  @Autowired Policies policies;
  @Autowired WorkingCalendar calendar;
  @Autowired List<WorkList> workLists;

  private long version() {
    return policies.at(People.YUECHENG, world.today()).version();
  }

  /** The vectors of the plan, then the same with the clock standing still for a while. */
  @ParameterizedTest
  @CsvSource({
    "2026-09-18, , , 2026-10-09",
    "2026-02-10, , , 2026-03-02",
    "2026-04-28, , , 2026-05-14",
    "2025-01-20, , , 2025-02-08",
    "2025-09-25, , , 2025-10-15",
    "2026-09-18, 2026-09-21, 2026-09-24, 2026-10-13",
    "2026-09-18, 2026-09-26, 2026-10-05, 2026-10-13",
    "2026-02-10, 2026-02-13, 2026-02-24, 2026-03-04",
    "2026-04-28, 2026-04-29, 2026-04-29, 2026-05-14",
    "2025-01-20, 2025-01-24, 2025-02-06, 2025-02-13"
  })
  void ten_working_days_after_the_day_of_receipt_pauses_not_counted(
      LocalDate received, LocalDate from, LocalDate until, LocalDate expected) {
    List<Pause> pauses = from == null ? List.of() : List.of(new Pause(from, until));
    Deadline last = clock.confirmBy(version(), received, pauses);
    assertThat(last).isEqualTo(new Deadline(expected, false));
    assertThat(clock.workingDay(received, expected, pauses)).isEqualTo(10);
  }

  @Test
  void a_day_in_a_year_not_announced_is_provisional() {
    assertThat(clock.confirmBy(version(), LocalDate.of(2026, 12, 24), List.of()).provisional())
        .isTrue();
  }

  @Test
  void the_strip_can_be_recounted_by_anyone() {
    Case it = world.in(ClaimState.IN_REVIEW);
    List<DayBox> strip = it.seenBy(it.finance()).clock().review();
    assertThat(strip.getFirst().day()).isEqualTo(world.today().plusDays(1));
    assertThat(strip.getLast().day()).isEqualTo(it.claim().dates().dueOn());
    assertThat(strip.stream().filter(box -> box.counted() > 0).map(DayBox::counted))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void while_papers_are_awaited_the_clock_stands_still_and_supplying_starts_it() {
    Case it = world.in(ClaimState.AWAITING_PAPERS);
    LocalDate papersBy = clock.papersBy(it.claim().policyVersion(), world.today()).day();
    assertThat(it.claim().dates().dueOn()).isEqualTo(papersBy);
    assertThat(it.seenBy(it.finance()).desk().askedFor()).isEqualTo("请补充原始记录");
    it.supply();
    assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
    assertThat(it.claim().dates().dueOn())
        .isEqualTo(clock.confirmBy(it.claim().policyVersion(), world.today(), List.of()).day());
  }

  @Test
  void papers_that_do_not_come_let_the_clock_run_again_and_decide_nothing() {
    Case it = world.in(ClaimState.AWAITING_PAPERS);
    LocalDate due = Objects.requireNonNull(it.claim().dates().dueOn());
    world.runJob("claim.clock", due);
    assertThat(it.state()).isEqualTo(ClaimState.AWAITING_PAPERS);
    world.runJob("claim.clock", due.plusDays(1));
    assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
    List<Pause> pause = List.of(new Pause(world.today(), due.plusDays(1)));
    assertThat(it.claim().dates().dueOn())
        .isEqualTo(clock.confirmBy(it.claim().policyVersion(), world.today(), pause).day());
  }

  @Test
  void reminded_on_days_five_and_eight_escalated_on_day_ten_never_confirmed_by_silence() {
    Case it = world.in(ClaimState.IN_REVIEW);
    LocalDate due = Objects.requireNonNull(it.claim().dates().dueOn());
    for (LocalDate day = world.today(); !day.isAfter(due.plusDays(3)); day = day.plusDays(1)) {
      world.runJob("claim.clock", day);
      world.runJob("claim.clock", day);
    }
    assertThat(claims.history(it.handler(), it.id()))
        .filteredOn(event -> Set.of("REMIND", "ESCALATE").contains(event.event()))
        .extracting(event -> event.event() + " " + event.facts().get("workingDay"))
        .containsExactly("REMIND 5", "REMIND 8", "ESCALATE 10");
    assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
    assertThat(claims.history(it.finance(), it.id()))
        .extracting(DomainEvent::event)
        .doesNotContain("REMIND", "ESCALATE");
    assertThat(work(world.people().city())).contains("claim.work.escalated");
    assertThat(
            claims
                .list(
                    world.people().city(),
                    new Filter(Side.OFFICIAL, Queue.ESCALATED, Set.of(), null, 1, 100))
                .lines())
        .extracting(line -> line.claim().id())
        .contains(it.id());
  }

  @Test
  @Clause("M3")
  void a_claim_not_handed_in_within_its_window_lapses_and_is_refused_before_that() {
    Case it = world.draft();
    LocalDate due = Objects.requireNonNull(it.claim().dates().dueOn());
    assertThat(due)
        .isEqualTo(calendar.afterCalendarDays(it.claim().matter().completedOn(), 90).day());
    world.runJob("claim.clock", due);
    assertThat(it.state()).isEqualTo(ClaimState.DRAFT);
    world.runJob("claim.clock", due.plusDays(1));
    assertThat(it.state()).isEqualTo(ClaimState.WITHDRAWN);
    assertThatThrownBy(it::attach).isInstanceOf(Refused.class);
  }

  @Test
  void each_side_finds_its_own_work_on_the_workbench() {
    Case draft = world.draft();
    assertThat(work(draft.finance())).contains("claim.work.submit");
    assertThat(work(draft.story().firm())).isEmpty();
    draft.submit();
    assertThat(work(draft.handler())).contains("claim.work.review");
    draft.askForPapers();
    assertThat(work(draft.finance())).contains("claim.work.supply");
  }

  @Test
  void the_provider_is_told_by_which_day_the_money_comes() {
    Case it = world.in(ClaimState.IN_REVIEW);
    LocalDate expected = Objects.requireNonNull(it.seenBy(it.finance()).clock().expectedOn());
    LocalDate due = Objects.requireNonNull(it.claim().dates().dueOn());
    LocalDate lastDay = calendar.afterCalendarDays(due, 7).day();
    assertThat(expected).isEqualTo(calendar.afterWorkingDays(lastDay, 5).day());
    it.confirm();
    assertThat(it.seenBy(it.finance()).clock().expectedOn())
        .isEqualTo(calendar.afterWorkingDays(it.notice().lastDay(), 5).day());
  }

  @Test
  void an_invoice_serves_one_order_even_in_another_district() {
    Case first = world.draft().attach();
    Invoice invoice = first.invoice();
    first.submit(invoice);
    Case second = world.draftAt(People.KEQIAO).attach();
    Invoice same =
        new Invoice(
            invoice.number(),
            invoice.issuedOn(),
            invoice.net(),
            invoice.gross(),
            second.claim().parties().providerName(),
            second.claim().parties().beneficiaryName(),
            null);
    assertThatThrownBy(
            () -> claims.submit(second.finance(), second.id(), same, true, RequestKey.fresh()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("INVOICE_USED");
    first.withdraw();
    assertThatThrownBy(() -> second.submit(same)).hasMessageContaining("INVOICE_USED");
    String number = String.valueOf(same.number());
    Invoice hyphened =
        new Invoice(
            number.substring(0, 4) + "-" + number.substring(4),
            same.issuedOn(),
            same.net(),
            same.gross(),
            same.seller(),
            same.buyer(),
            null);
    assertThatThrownBy(() -> second.submit(hyphened)).hasMessageContaining("INVOICE_USED");
  }

  @Test
  void a_number_no_invoice_has_is_a_fault_of_the_claim_not_of_the_platform() {
    Case it = world.draft().attach();
    String odd =
        ThreadLocalRandom.current()
            .ints(9_000, 'a', 'z')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    Invoice good = it.invoice();
    Invoice bad =
        new Invoice(
            odd, good.issuedOn(), good.net(), good.gross(), good.seller(), good.buyer(), null);
    assertThatThrownBy(() -> it.submit(bad))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("INVOICE_NUMBER");
  }

  private List<String> work(io.quantong.kernel.Actor actor) {
    return workLists.stream()
        .flatMap(list -> list.waitingFor(actor).stream())
        .map(WorkList.Item::key)
        .filter(key -> key.startsWith("claim."))
        .toList();
  }
}
