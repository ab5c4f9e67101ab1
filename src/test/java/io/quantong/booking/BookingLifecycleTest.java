package io.quantong.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.kernel.Refused;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BookingLifecycleTest {

  private static final Map<String, BookingState> ALLOWED =
      Map.of(
          "REQUESTED CONFIRM", BookingState.CONFIRMED,
          "REQUESTED DECLINE", BookingState.DECLINED,
          "REQUESTED TIME_OUT", BookingState.TIMED_OUT,
          "REQUESTED CANCEL", BookingState.CANCELLED,
          "CONFIRMED CHECK_IN", BookingState.CHECKED_IN,
          "CONFIRMED CANCEL", BookingState.CANCELLED,
          "CONFIRMED MISS", BookingState.NO_SHOW,
          "CHECKED_IN COMPLETE", BookingState.COMPLETED,
          "COMPLETED LOG_RUN", BookingState.COMPLETED);

  @ParameterizedTest
  @MethodSource("pairs")
  void every_pair_of_state_and_event_is_allowed_or_refused(BookingState from, BookingEvent event) {
    BookingState to = ALLOWED.get(from + " " + event);
    if (to == null) {
      assertThatThrownBy(() -> BookingLifecycle.TABLE.next(from, event))
          .isInstanceOf(Refused.class);
    } else {
      assertThat(BookingLifecycle.TABLE.next(from, event)).isEqualTo(to);
    }
  }

  static Stream<Arguments> pairs() {
    return Arrays.stream(BookingState.values())
        .flatMap(
            from -> Arrays.stream(BookingEvent.values()).map(event -> Arguments.of(from, event)));
  }
}
