package io.quantong.booking;

import java.util.UUID;

/**
 * Booked time came before the provider answered the order; who listens lets the order time out.
 *
 * @param orderId the order the time was booked for
 */
public record BookingUnanswered(UUID orderId) {}
