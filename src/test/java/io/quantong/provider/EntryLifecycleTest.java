package io.quantong.provider;

import static io.quantong.provider.EntryLifecycle.Event.*;
import static io.quantong.provider.ProviderState.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.provider.EntryLifecycle.Event;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every pair of state and event (product 5). */
@Clause({"M6", "M8"})
class EntryLifecycleTest {

  private static final Map<ProviderState, Map<Event, ProviderState>> WANTED =
      new EnumMap<>(
          Map.of(
              APPLIED,
              Map.of(ADMIT_EXEMPT, ADMITTED, RECEIVE, UNDER_REVIEW),
              UNDER_REVIEW,
              Map.of(
                  ASK_PAPERS,
                  AWAITING_PAPERS,
                  ADMIT,
                  ADMITTED,
                  Event.REFUSE,
                  ProviderState.REFUSED),
              AWAITING_PAPERS,
              Map.of(SUPPLY_PAPERS, UNDER_REVIEW, Event.REFUSE, ProviderState.REFUSED),
              ADMITTED,
              Map.of(
                  SUSPEND,
                  SUSPENDED,
                  CERTIFICATE_EXPIRED,
                  SUSPENDED,
                  REVOKE,
                  REVOKED,
                  LEAVE,
                  LEFT,
                  CHANGE_ACCOUNT,
                  ADMITTED,
                  ADD_CERTIFICATE,
                  ADMITTED),
              SUSPENDED,
              Map.of(
                  RESUME,
                  ADMITTED,
                  REVOKE,
                  REVOKED,
                  LEAVE,
                  LEFT,
                  CHANGE_ACCOUNT,
                  SUSPENDED,
                  ADD_CERTIFICATE,
                  SUSPENDED),
              ProviderState.REFUSED,
              Map.of(),
              REVOKED,
              Map.of(),
              LEFT,
              Map.of()));

  @Test
  void each_state_allows_exactly_its_own_steps() {
    assertThat(WANTED.keySet()).isEqualTo(Set.of(ProviderState.values()));
    for (ProviderState from : ProviderState.values()) {
      for (Event event : Event.values()) {
        ProviderState to = WANTED.getOrDefault(from, Map.of()).get(event);
        assertThat(EntryLifecycle.TABLE.allows(from, event))
            .as("%s by %s", from, event)
            .isEqualTo(to != null);
        if (to != null) {
          assertThat(EntryLifecycle.TABLE.next(from, event)).isEqualTo(to);
        }
      }
    }
  }
}
