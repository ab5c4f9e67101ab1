package io.quantong.booking;

/** States of a booking (product section 5). */
public enum BookingState {
  REQUESTED,
  CONFIRMED,
  DECLINED,
  TIMED_OUT,
  CHECKED_IN,
  COMPLETED,
  CANCELLED,
  NO_SHOW
}
