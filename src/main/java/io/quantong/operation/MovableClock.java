package io.quantong.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The machine's clock plus an offset that the demo's time machine moves. */
final class MovableClock extends Clock {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final ZoneId zone;
  private volatile Duration offset;

  MovableClock(Duration offset) {
    this(ZONE, offset);
  }

  private MovableClock(ZoneId zone, Duration offset) {
    this.zone = zone;
    this.offset = offset;
  }

  void offset(Duration newOffset) {
    offset = newOffset;
  }

  Duration offset() {
    return offset;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(other, offset);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }
}
