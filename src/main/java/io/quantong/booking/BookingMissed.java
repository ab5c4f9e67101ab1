package io.quantong.booking;

import java.util.UUID;

/**
 * Nobody came for a booked time. Published in the transaction that records it.
 *
 * @param orderId the order the time was booked for
 */
public record BookingMissed(UUID orderId) {}
