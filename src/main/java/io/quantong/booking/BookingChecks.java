package io.quantong.booking;

import io.quantong.kernel.SelfCheck;
import org.springframework.stereotype.Component;

/** What must always hold of bookings. */
@Component
class BookingChecks implements SelfCheck {

  private final BookingRepository bookings;

  BookingChecks(BookingRepository bookings) {
    this.bookings = bookings;
  }

  @Override
  public String statement() {
    return "selfcheck.booking.never_overlap";
  }

  @Override
  public Finding check() {
    return Finding.none(bookings.overlaps());
  }
}
