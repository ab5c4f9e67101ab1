package io.quantong.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.booking.BookingState;
import io.quantong.booking.BookingUnanswered;
import io.quantong.booking.Bookings;
import io.quantong.kernel.DailyJob;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class UnansweredTimeTest {

  @Autowired OrderWorld world;
  @Autowired Bookings bookings;
  @Autowired List<DailyJob> jobs;
  @Autowired ApplicationEventPublisher publisher;
  @Autowired TransactionTemplate transaction;

  @Test
  @Clause("M2")
  void an_order_whose_time_came_unanswered_times_out_and_gives_everything_back() {
    OrderWorld.Story story = ordered();
    tell(story);
    assertThat(story.order().state()).isEqualTo(OrderState.TIMED_OUT);
    assertThat(bookings.ofOrder(story.id()).orElseThrow().state())
        .isEqualTo(BookingState.TIMED_OUT);
  }

  @Test
  @Clause("M2")
  void the_day_after_the_booked_day_the_order_has_timed_out() {
    OrderWorld.Story story = ordered();
    LocalDate booked = world.slot().toLocalDate();
    DailyJob job =
        jobs.stream()
            .filter(one -> one.name().equals("booking.unanswered"))
            .findFirst()
            .orElseThrow();
    job.run(booked);
    assertThat(story.order().state()).isEqualTo(OrderState.PLACED);
    job.run(booked.plusDays(1));
    job.run(booked.plusDays(1));
    assertThat(story.order().state()).isEqualTo(OrderState.TIMED_OUT);
  }

  @Test
  void an_answered_order_stays_as_it_is() {
    OrderWorld.Story story = ordered().accept();
    tell(story);
    assertThat(story.order().state()).isEqualTo(OrderState.ACCEPTED);
  }

  private OrderWorld.Story ordered() {
    OrderWorld.Story story = world.story();
    return story.place(story.stall().time(), 1, world.slot());
  }

  private void tell(OrderWorld.Story story) {
    transaction.executeWithoutResult(
        status -> publisher.publishEvent(new BookingUnanswered(story.id())));
  }
}
