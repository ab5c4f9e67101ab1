package io.quantong.booking;

/**
 * A line of the usage log 使用记录.
 *
 * @param booking the booked time
 * @param usage what really ran
 */
public record UsageLine(Reservation booking, Bookings.UsageEntry usage) {}
