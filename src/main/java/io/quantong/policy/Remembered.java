package io.quantong.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers kept for a short while. A change on this node empties it at once; a change on another
 * node is seen when the minute is over. An answer computed before a change is never kept after it.
 */
final class Remembered<K, V> {

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final int MOST = 5_000;

  private final Clock clock;
  private final Map<K, Kept<V>> kept = new HashMap<>();
  private long generation;

  Remembered(Clock clock) {
    this.clock = clock;
  }

  V get(K key, Function<K, V> load) {
    Instant now = clock.instant();
    long started;
    synchronized (this) {
      Kept<V> hit = kept.get(key);
      if (hit != null && Duration.between(hit.at(), now).abs().compareTo(LIFE) < 0) {
        return hit.value();
      }
      started = generation;
    }
    V value = load.apply(key);
    synchronized (this) {
      if (started == generation) {
        if (kept.size() >= MOST) {
          kept.clear();
        }
        kept.put(key, new Kept<>(value, now));
      }
    }
    return value;
  }

  synchronized void forget() {
    generation++;
    kept.clear();
  }

  private record Kept<V>(V value, Instant at) {}
}
