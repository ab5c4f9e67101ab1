package io.quantong.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.booking.Bookings.NewBooking;
import io.quantong.booking.Bookings.Slot;
import io.quantong.booking.Bookings.UsageEntry;
import io.quantong.catalogue.Market;
import io.quantong.catalogue.Market.Stall;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.WorkList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class BookingsTest {

  @Autowired Market market;
  @Autowired Bookings bookings;
  @Autowired BookingDesk desk;
  @Autowired BookingChecks check;
  @Autowired BookingRepository rows;
  @Autowired BookingWork work;
  @Autowired Identities identities;
  @Autowired EventLog log;
  @Autowired Clock clock;

  private Stall stall;
  private Actor firm;
  private Slot slot;

  @BeforeEach
  void open() {
    stall = market.stall();
    firm = People.of(identities).firm(People.KEQIAO);
    slot = free(tomorrow()).getFirst();
  }

  @Test
  @Clause("M2")
  void a_booked_slot_is_free_no_more_and_free_again_when_given_back() {
    UUID order = book(firm, slot);
    assertThat(free(tomorrow())).doesNotContain(slot);
    bookings.release(firm, order, "计划有变");
    assertThat(free(tomorrow())).contains(slot);
    assertThat(bookings.ofOrder(order).orElseThrow().state()).isEqualTo(BookingState.CANCELLED);
  }

  @Test
  @Clause("M2")
  void a_booking_goes_from_request_to_a_logged_run() {
    UUID order = book(firm, slot);
    bookings.confirm(stall.manager(), order);
    bookings.checkIn(stall.technician(), order, slot.start());
    bookings.complete(stall.technician(), order, run(slot));
    Booking done = bookings.ofOrder(order).orElseThrow();
    assertThat(done.state()).isEqualTo(BookingState.COMPLETED);
    assertThat(done.usage()).isEqualTo(run(slot));
    assertThat(events(done.id())).containsExactly("REQUEST", "CONFIRM", "CHECK_IN", "COMPLETE");
  }

  @Test
  void a_run_without_arrival_counts_as_arrival_and_a_second_run_is_added() {
    UUID order = book(firm, slot);
    bookings.confirm(stall.manager(), order);
    bookings.complete(stall.technician(), order, run(slot));
    Slot later = new Slot(slot.start().plusHours(2), slot.end().plusHours(2));
    bookings.complete(stall.technician(), order, run(later));
    Booking done = bookings.ofOrder(order).orElseThrow();
    assertThat(events(done.id()))
        .containsExactly("REQUEST", "CONFIRM", "CHECK_IN", "COMPLETE", "LOG_RUN");
    assertThat(done.usage()).extracting(UsageEntry::end).isEqualTo(later.end());
    assertThat(done.usage()).extracting(UsageEntry::samples).isEqualTo(6);
  }

  @Test
  @Clause("M2")
  void of_fifty_who_want_one_slot_at_once_exactly_one_gets_it() throws Exception {
    List<Actor> firms = new ArrayList<>();
    People people = People.of(identities);
    for (int i = 0; i < 50; i++) {
      firms.add(people.firm(People.KEQIAO));
    }
    List<String> answers = atOnce(firms);
    assertThat(answers).filteredOn("booked"::equals).hasSize(1);
    assertThat(answers).filteredOn("booking.refusal.TAKEN"::equals).hasSize(49);
    assertThat(check.check().holds()).isTrue();
  }

  @Test
  void an_overlapping_stretch_is_refused() {
    Slot two = new Slot(slot.start(), slot.end().plusHours(1));
    book(firm, two);
    Slot second = new Slot(slot.end(), slot.end().plusHours(2));
    assertThatThrownBy(() -> book(firm, second)).hasMessageContaining("TAKEN");
    book(firm, new Slot(two.end(), two.end().plusHours(1)));
  }

  @Test
  void an_order_has_one_booking() {
    UUID order = book(firm, slot);
    Slot next = new Slot(slot.end(), slot.end().plusHours(1));
    assertThatThrownBy(() -> book(firm, order, next)).hasMessageContaining("ORDER_HAS_TIME");
  }

  @Test
  void time_outside_the_rules_is_refused() {
    Slot crooked = new Slot(slot.start().plusMinutes(10), slot.end().plusMinutes(10));
    assertThatThrownBy(() -> book(firm, crooked)).hasMessageContaining("OUTSIDE_HOURS");
    Slot night = new Slot(tomorrow().atTime(22, 0), tomorrow().atTime(23, 0));
    assertThatThrownBy(() -> book(firm, night)).hasMessageContaining("OUTSIDE_HOURS");
    Slot far =
        new Slot(tomorrow().plusDays(90).atTime(9, 0), tomorrow().plusDays(90).atTime(10, 0));
    assertThatThrownBy(() -> book(firm, far)).hasMessageContaining("TOO_FAR");
    Slot past =
        new Slot(tomorrow().minusDays(3).atTime(9, 0), tomorrow().minusDays(3).atTime(10, 0));
    assertThatThrownBy(() -> book(firm, past)).hasMessageContaining("TOO_SOON");
    Slot backwards = new Slot(/* start= */ slot.end(), /* end= */ slot.start());
    assertThatThrownBy(() -> book(firm, backwards)).hasMessageContaining("BACKWARDS");
  }

  @Test
  void who_ends_a_request_decides_how_it_ends() {
    UUID cancelled = book(firm, slot);
    bookings.release(firm, cancelled, "x");
    UUID declined = book(firm, slot);
    bookings.release(stall.manager(), declined, "x");
    UUID timedOut = book(firm, slot);
    bookings.release(Actor.system(), timedOut, "x");
    assertThat(List.of(cancelled, declined, timedOut))
        .extracting(order -> bookings.ofOrder(order).orElseThrow().state())
        .containsExactly(BookingState.CANCELLED, BookingState.DECLINED, BookingState.TIMED_OUT);
    bookings.release(firm, declined, "again");
    assertThat(bookings.ofOrder(declined).orElseThrow().state()).isEqualTo(BookingState.DECLINED);
  }

  @Test
  void others_neither_confirm_nor_release_nor_log() {
    UUID order = book(firm, slot);
    Actor stranger = market.stall().manager();
    Actor otherFirm = People.of(identities).firm(People.KEQIAO);
    assertThatThrownBy(() -> bookings.confirm(stranger, order))
        .hasMessageContaining("ORGANISATION");
    assertThatThrownBy(() -> bookings.confirm(firm, order)).hasMessageContaining("ROLE");
    assertThatThrownBy(() -> bookings.checkIn(stranger, order, slot.start()))
        .hasMessageContaining("ORGANISATION");
    assertThatThrownBy(() -> bookings.complete(stall.finance(), order, run(slot)))
        .hasMessageContaining("ROLE");
    assertThatThrownBy(() -> bookings.release(otherFirm, order, "x"))
        .hasMessageContaining("ORGANISATION");
    assertThatThrownBy(() -> bookings.release(stranger, order, "x")).hasMessageContaining("ROLE");
    NewBooking forAnother = wanted(UUID.randomUUID(), slot);
    assertThatThrownBy(() -> bookings.request(otherFirm, forAnother))
        .hasMessageContaining("ORGANISATION");
  }

  @Test
  void closed_time_cannot_be_booked_and_booked_time_cannot_be_closed() {
    Actor technician = stall.technician();
    UUID machine = stall.instrument().id();
    UUID id = desk.close(technician, machine, slot, "保养", RequestKey.fresh());
    assertThatThrownBy(() -> book(firm, slot)).hasMessageContaining("TAKEN");
    desk.reopen(technician, id);
    book(firm, slot);
    assertThatThrownBy(() -> desk.close(technician, machine, slot, "保养", RequestKey.fresh()))
        .hasMessageContaining("TAKEN");
    assertThatThrownBy(() -> desk.reopen(technician, id)).isInstanceOf(Refused.class);
  }

  @Test
  void others_neither_see_nor_close_a_calendar() {
    Actor stranger = market.stall().technician();
    UUID machine = stall.instrument().id();
    assertThatThrownBy(() -> desk.week(stranger, machine, tomorrow()))
        .hasMessageContaining("ORGANISATION");
    assertThatThrownBy(() -> desk.close(stranger, machine, slot, "x", RequestKey.fresh()))
        .hasMessageContaining("ORGANISATION");
    assertThatThrownBy(() -> desk.week(firm, machine, tomorrow())).hasMessageContaining("ROLE");
    assertThatThrownBy(() -> desk.usage(firm, tomorrow(), tomorrow())).hasMessageContaining("ROLE");
  }

  @Test
  void nobody_is_missing_before_the_time_has_begun() {
    UUID order = book(firm, slot);
    bookings.confirm(stall.manager(), order);
    UUID id = bookings.ofOrder(order).orElseThrow().id();
    assertThatThrownBy(() -> desk.missed(stall.technician(), id)).hasMessageContaining("NOT_BEGUN");
    assertThatThrownBy(() -> desk.missed(market.stall().technician(), id))
        .hasMessageContaining("ORGANISATION");
  }

  @Test
  void who_did_not_come_is_recorded_once_and_waits_no_more() {
    Slot past =
        new Slot(tomorrow().minusDays(3).atTime(9, 0), tomorrow().minusDays(3).atTime(10, 0));
    Reservation row =
        new Reservation(
            Ids.next(),
            stall.instrument().id(),
            stall.manager().organisationId(),
            UUID.randomUUID(),
            firm.organisationId(),
            firm.organisationName(),
            past,
            BookingState.CONFIRMED,
            "");
    rows.insert(row);
    UUID order = Objects.requireNonNull(row.orderId());
    assertThat(desk.unsettled(stall.technician())).containsExactly(row);
    assertThat(work.waitingFor(stall.technician()))
        .extracting(WorkList.Item::key)
        .containsExactly("booking.work.settle");
    desk.missed(stall.technician(), row.id());
    assertThat(bookings.ofOrder(order).orElseThrow().state()).isEqualTo(BookingState.NO_SHOW);
    assertThat(desk.unsettled(stall.technician())).isEmpty();
    assertThat(work.waitingFor(firm)).isEmpty();
    assertThatThrownBy(() -> desk.missed(stall.technician(), row.id()))
        .hasMessageContaining("ILLEGAL_STEP");
    bookings.release(firm, order, "x");
    assertThat(bookings.ofOrder(order).orElseThrow().state()).isEqualTo(BookingState.NO_SHOW);
  }

  @Test
  void the_usage_log_is_of_the_own_instruments_only() {
    UUID order = book(firm, slot);
    bookings.confirm(stall.manager(), order);
    bookings.complete(stall.technician(), order, run(slot));
    LocalDate day = slot.start().toLocalDate();
    assertThat(desk.usage(stall.finance(), day, day))
        .singleElement()
        .extracting(UsageLine::usage)
        .isEqualTo(run(slot));
    assertThat(desk.usage(market.stall().manager(), day, day)).isEmpty();
  }

  @Test
  void the_bookings_to_come_stand_first() {
    UUID order = book(firm, slot);
    assertThat(desk.coming(stall.technician()))
        .extracting(Reservation::orderId)
        .containsExactly(order);
    assertThat(desk.coming(market.stall().manager())).isEmpty();
    assertThatThrownBy(() -> desk.coming(firm)).hasMessageContaining("ROLE");
  }

  @Test
  void the_public_week_shows_what_is_free_but_not_who_has_the_rest() {
    book(firm, slot);
    Week open = bookings.week(stall.instrument().id(), tomorrow());
    Week own = desk.week(stall.technician(), stall.instrument().id(), tomorrow());
    assertThat(cells(open, Week.Kind.TAKEN))
        .singleElement()
        .extracting(Week.Cell::reservation)
        .isNull();
    assertThat(cells(own, Week.Kind.TAKEN))
        .singleElement()
        .extracting(cell -> Objects.requireNonNull(cell.reservation()).organisationName())
        .isEqualTo(firm.organisationName());
    assertThat(open.days()).hasSize(7);
    assertThat(open.rows()).hasSize(12);
  }

  private static List<Week.Cell> cells(Week week, Week.Kind kind) {
    return week.rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.kind() == kind)
        .toList();
  }

  private List<String> atOnce(List<Actor> firms) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (Actor one : firms) {
        Callable<String> attempt =
            () -> {
              start.await();
              return attempt(one);
            };
        answers.add(threads.submit(attempt));
      }
      start.countDown();
      List<String> found = new ArrayList<>();
      for (Future<String> answer : answers) {
        found.add(answer.get());
      }
      return found;
    }
  }

  private String attempt(Actor one) {
    try {
      book(one, slot);
      return "booked";
    } catch (Refused refused) {
      return refused.refusals().getFirst().code();
    }
  }

  private LocalDate tomorrow() {
    return LocalDate.now(clock).plusDays(1);
  }

  private List<Slot> free(LocalDate day) {
    return bookings.freeSlots(stall.instrument().id(), day, day);
  }

  private UUID book(Actor actor, Slot wanted) {
    return book(actor, UUID.randomUUID(), wanted);
  }

  private UUID book(Actor actor, UUID order, Slot wanted) {
    bookings.request(
        actor,
        new NewBooking(
            order, stall.instrument().id(), actor.organisationId(), wanted.start(), wanted.end()));
    return order;
  }

  private NewBooking wanted(UUID order, Slot time) {
    return new NewBooking(
        order, stall.instrument().id(), firm.organisationId(), time.start(), time.end());
  }

  private static UsageEntry run(Slot time) {
    return new UsageEntry(time.start(), time.end(), "操作员", 3, "");
  }

  private List<String> events(UUID id) {
    return log.history("booking", id.toString()).stream().map(DomainEvent::event).toList();
  }
}
