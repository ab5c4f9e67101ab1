package io.quantong.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.booking.Bookings.Slot;
import io.quantong.catalogue.Instrument.BookingRules;
import io.quantong.catalogue.Instrument.Hours;
import io.quantong.kernel.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotRulesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final LocalDateTime NOW = MONDAY.minusDays(3).atTime(12, 0);
  private static final BookingRules RULES =
      new BookingRules(
          List.of(hours(8, 12), hours(13, 17)), 120, 24, 30, Set.of(MONDAY.plusDays(7)));

  @Test
  void an_opening_is_cut_into_slots_from_its_begin() {
    assertThat(SlotRules.slots(RULES, MONDAY))
        .extracting(slot -> slot.start().getHour())
        .containsExactly(8, 10, 13, 15);
  }

  @Test
  void what_is_left_of_an_opening_is_no_slot() {
    BookingRules odd = new BookingRules(List.of(hours(8, 11)), 120, 0, 30, Set.of());
    assertThat(SlotRules.slots(odd, MONDAY)).hasSize(1);
  }

  @Test
  void other_weekdays_and_closed_days_have_no_slots() {
    assertThat(SlotRules.slots(RULES, MONDAY.plusDays(1))).isEmpty();
    assertThat(SlotRules.slots(RULES, MONDAY.plusDays(7))).isEmpty();
  }

  @Test
  void neighbouring_slots_are_booked_together_but_not_across_a_gap() {
    assertThat(codes(slot(8, 12))).isEmpty();
    assertThat(codes(slot(10, 15))).containsExactly("booking.refusal.OUTSIDE_HOURS");
    assertThat(codes(slot(9, 11))).containsExactly("booking.refusal.OUTSIDE_HOURS");
    assertThat(codes(slot(8, 9))).containsExactly("booking.refusal.OUTSIDE_HOURS");
    assertThat(codes(slot(15, 19))).containsExactly("booking.refusal.OUTSIDE_HOURS");
  }

  @Test
  void every_reason_is_named() {
    LocalDate closed = MONDAY.plusDays(7);
    LocalDateTime muchLater = closed.atTime(9, 0);
    Slot wanted = new Slot(closed.atTime(8, 0), closed.atTime(10, 0));
    assertThat(SlotRules.check(RULES, wanted, muchLater))
        .extracting(Refusal::code)
        .containsExactly("booking.refusal.CLOSED_DAY", "booking.refusal.TOO_SOON");
    assertThat(SlotRules.check(RULES, slot(8, 10), NOW.minusDays(60)))
        .extracting(Refusal::code)
        .containsExactly("booking.refusal.TOO_FAR");
  }

  @Test
  void the_lead_ends_and_the_horizon_begins_at_the_minute() {
    Slot wanted = slot(8, 10);
    assertThat(SlotRules.inReach(RULES, wanted, MONDAY.minusDays(1).atTime(8, 0))).isTrue();
    assertThat(SlotRules.inReach(RULES, wanted, MONDAY.minusDays(1).atTime(8, 1))).isFalse();
    assertThat(SlotRules.inReach(RULES, wanted, MONDAY.minusDays(30).atTime(23, 0))).isTrue();
    assertThat(SlotRules.inReach(RULES, wanted, MONDAY.minusDays(31).atTime(23, 0))).isFalse();
  }

  @Test
  void touching_stretches_do_not_overlap() {
    assertThat(SlotRules.overlap(slot(8, 10), slot(10, 12))).isFalse();
    assertThat(SlotRules.overlap(slot(8, 10), slot(9, 12))).isTrue();
    assertThat(SlotRules.overlap(slot(8, 12), slot(9, 10))).isTrue();
  }

  private static List<String> codes(Slot wanted) {
    return SlotRules.check(RULES, wanted, NOW).stream().map(Refusal::code).toList();
  }

  private static Slot slot(int from, int until) {
    return new Slot(MONDAY.atTime(from, 0), MONDAY.atTime(until, 0));
  }

  private static Hours hours(int from, int until) {
    return new Hours(DayOfWeek.MONDAY, LocalTime.of(from, 0), LocalTime.of(until, 0));
  }
}
