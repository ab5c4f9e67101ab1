package io.quantong.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.kernel.Refused;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a lot, every pair of state and event, written down a second time (product 5). */
@Clause("M1")
class LotLifecycleTest {

  private static final Map<LotState, String> EXPECTED =
      Map.of(
          LotState.APPLIED,
          "ISSUE:ACTIVE REFUSE:REFUSED",
          LotState.ACTIVE,
          "HOLD:ACTIVE RELEASE:ACTIVE CAPTURE:ACTIVE USE_UP:USED_UP REVERSE:ACTIVE EXPIRE:EXPIRED"
              + " FREEZE:FROZEN REVOKE:REVOKED",
          LotState.REFUSED,
          "",
          LotState.FROZEN,
          "RELEASE:FROZEN RELEASE_LATE:FROZEN GRACE:FROZEN CAPTURE:FROZEN REVERSE:FROZEN"
              + " REVERSE_LATE:FROZEN UNFREEZE:ACTIVE REVOKE:REVOKED",
          LotState.USED_UP,
          "REVERSE:ACTIVE REVERSE_LATE:EXPIRED",
          LotState.EXPIRED,
          "RELEASE_LATE:EXPIRED GRACE:ACTIVE CAPTURE:EXPIRED REVERSE_LATE:EXPIRED",
          LotState.REVOKED,
          "RELEASE_LATE:REVOKED CAPTURE:REVOKED REVERSE_LATE:REVOKED");

  static Stream<Arguments> pairs() {
    return Arrays.stream(LotState.values())
        .flatMap(from -> Arrays.stream(LotEvent.values()).map(event -> Arguments.of(from, event)));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("pairs")
  void each_pair_leads_where_the_plan_says_or_is_refused(LotState from, LotEvent event) {
    LotState to = expected(from, event);
    assertThat(LotLifecycle.TABLE.allows(from, event)).isEqualTo(to != null);
    if (to == null) {
      assertThatThrownBy(() -> LotLifecycle.TABLE.next(from, event))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("ILLEGAL_STEP");
    } else {
      assertThat(LotLifecycle.TABLE.next(from, event)).isEqualTo(to);
    }
  }

  @Test
  void nothing_but_active_can_be_held() {
    assertThat(Arrays.stream(LotState.values()))
        .filteredOn(state -> LotLifecycle.TABLE.allows(state, LotEvent.HOLD))
        .containsExactly(LotState.ACTIVE);
  }

  private static @Nullable LotState expected(LotState from, LotEvent event) {
    return Arrays.stream(EXPECTED.getOrDefault(from, "").split(" "))
        .filter(step -> step.startsWith(event.name() + ":"))
        .map(step -> LotState.valueOf(step.substring(step.indexOf(':') + 1)))
        .findFirst()
        .orElse(null);
  }
}
