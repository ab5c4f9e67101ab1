package io.quantong.catalogue;

import io.quantong.catalogue.SearchRepository.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers searches. Counts are kept for a short while: a change on this node empties them at once,
 * a change on another is seen when the time is over; counts begun before a change are not kept.
 */
@Component
class Searching {

  private static final Duration LIFE = Duration.ofSeconds(30);
  private static final int MOST = 500;

  private final SearchRepository offers;
  private final Clock clock;
  private final Map<Wanted, Kept> kept = new HashMap<>();
  private long generation;

  Searching(SearchRepository offers, Clock clock) {
    this.offers = offers;
    this.clock = clock;
  }

  private record Kept(Cube cube, Instant at) {}

  SearchResult search(Search search) {
    List<String> tokens = List.of(Tokens.wanted(search.words()));
    if (tokens.isEmpty() && !search.words().isEmpty()) {
      return answer(search, new Cube(List.of()), List.of(), false);
    }
    Wanted all = new Wanted(tokens, false);
    Cube cube = cube(all);
    if (!cube.cells().isEmpty() || tokens.size() < 2) {
      return answer(search, cube, offers.page(search, all), false);
    }
    Wanted half = new Wanted(tokens, true);
    return answer(search, cube(half), offers.page(search, half), true);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(CatalogueChanged change) {
    forget();
  }

  private static SearchResult answer(
      Search search, Cube cube, List<SearchResult.Hit> hits, boolean near) {
    return new SearchResult(hits, cube.total(search), cube.facets(search), near);
  }

  private Cube cube(Wanted wanted) {
    Instant now = clock.instant();
    long started;
    synchronized (this) {
      Kept hit = kept.get(wanted);
      if (hit != null && Duration.between(hit.at(), now).abs().compareTo(LIFE) < 0) {
        return hit.cube();
      }
      started = generation;
    }
    Cube cube = offers.cube(wanted);
    synchronized (this) {
      if (started == generation) {
        if (kept.size() >= MOST) {
          kept.clear();
        }
        kept.put(wanted, new Kept(cube, now));
      }
    }
    return cube;
  }

  private synchronized void forget() {
    generation++;
    kept.clear();
  }
}
