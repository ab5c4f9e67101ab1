package io.quantong.booking;

import io.quantong.booking.Bookings.Slot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week of an instrument as a table: a row for each time at which a slot begins, a cell for each
 * day.
 *
 * @param days Monday to Sunday
 * @param rows in time order
 */
public record Week(List<LocalDate> days, List<Row> rows) {

  public Week {
    days = List.copyOf(days);
    rows = List.copyOf(rows);
  }

  /** What a cell says. */
  public enum Kind {
    /** Can be booked now. */
    FREE,
    /** Somebody has it. */
    TAKEN,
    /** The provider keeps it for itself. */
    CLOSED,
    /** Past, or too close to be booked. */
    PASSED,
    /** Further ahead than bookings are taken. */
    LATER,
    /** Not open at that time. */
    SHUT
  }

  /**
   * The slots that begin at one time of the day.
   *
   * @param time local time
   * @param cells one for each day
   */
  public record Row(LocalTime time, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A slot.
   *
   * @param kind what it says
   * @param slot the stretch; null when not open
   * @param reservation who has it; null for the public and where nobody has it
   */
  public record Cell(Kind kind, @Nullable Slot slot, @Nullable Reservation reservation) {}
}
