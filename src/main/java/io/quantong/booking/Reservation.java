package io.quantong.booking;

import io.quantong.booking.Bookings.Slot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Taken time as its provider sees it.
 *
 * @param id identifier
 * @param instrumentId the instrument
 * @param providerOrganisation owner of the instrument
 * @param orderId its order; null when the provider closed the time itself
 * @param organisationId who uses it
 * @param organisationName for display
 * @param time local time
 * @param state where it stands
 * @param note why it was closed or ended
 */
public record Reservation(
    UUID id,
    UUID instrumentId,
    UUID providerOrganisation,
    @Nullable UUID orderId,
    UUID organisationId,
    String organisationName,
    Slot time,
    BookingState state,
    String note) {

  /** True when the provider keeps the time for itself. */
  public boolean closing() {
    return orderId == null;
  }
}
