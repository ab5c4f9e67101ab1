package io.quantong.booking;

/** What happens to a booking. */
enum BookingEvent {
  REQUEST,
  CONFIRM,
  DECLINE,
  TIME_OUT,
  CANCEL,
  CHECK_IN,
  COMPLETE,
  LOG_RUN,
  MISS,
  /** The provider keeps time for itself: maintenance, own work. */
  CLOSE_TIME
}
