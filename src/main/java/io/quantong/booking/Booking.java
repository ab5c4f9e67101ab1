package io.quantong.booking;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking of instrument time.
 *
 * @param id identifier
 * @param orderId its order
 * @param instrumentId the instrument
 * @param organisationId the user
 * @param start local time
 * @param end local time
 * @param state where it stands
 * @param usage what really ran; null until completed
 */
public record Booking(
    UUID id,
    UUID orderId,
    UUID instrumentId,
    UUID organisationId,
    LocalDateTime start,
    LocalDateTime end,
    BookingState state,
    Bookings.@Nullable UsageEntry usage) {}
