package io.quantong.claim;

import io.quantong.claim.Claims.Filter;
import io.quantong.claim.Claims.Listing;
import io.quantong.claim.Claims.Queue;
import io.quantong.claim.ListRepository.Page;
import io.quantong.claim.ListRepository.Scope;
import io.quantong.claim.ListRepository.Wanted;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.policy.Pause;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lists of claims, each reader within own scope. */
@Component
class ClaimLists {

  private final ListRepository rows;
  private final ClaimClock clock;

  ClaimLists(ListRepository rows, ClaimClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  Listing list(Actor actor, Filter filter) {
    Scope scope = scope(actor, filter.side());
    Wanted wanted = new Wanted(filter.queue(), filter.states(), filter.district());
    List<Claim> page = rows.list(scope, wanted, new Page(filter.page(), filter.size()));
    Map<UUID, List<Pause>> pauses = rows.pauses(page.stream().map(Claim::id).toList());
    boolean inside = filter.side() == Claims.Side.OFFICIAL;
    return new Listing(
        page.stream().map(claim -> line(claim, pauses, inside)).toList(),
        rows.total(scope, wanted),
        rows.sums(scope),
        inside ? queues(scope, filter) : Map.of());
  }

  private Map<Queue, Long> queues(Scope scope, Filter filter) {
    Map<Queue, Long> queues = new EnumMap<>(Queue.class);
    for (Queue queue : Queue.values()) {
      queues.put(queue, rows.total(scope, new Wanted(queue, Set.of(), filter.district())));
    }
    return queues;
  }

  private ClaimView.Line line(Claim claim, Map<UUID, List<Pause>> pauses, boolean inside) {
    LocalDate received = claim.dates().receivedOn();
    int day =
        received != null && ClaimState.UNDER_REVIEW.contains(claim.state())
            ? clock.workingDay(received, clock.today(), pauses.getOrDefault(claim.id(), List.of()))
            : 0;
    Claim shown =
        inside ? claim : Edit.of(claim).proposal(null).risk(Signal.Level.PASS).to(claim.state());
    return new ClaimView.Line(
        shown,
        ClaimGuide.next(shown),
        day,
        clock.workingDays(claim.policyVersion()),
        clock.expectedOn(claim));
  }

  /** The next claim a reviewer can take, after the one just decided. */
  Optional<UUID> nextFor(Actor actor) {
    Queue queue = actor.is(Role.DISTRICT_HANDLER) ? Queue.FIRST : Queue.SECOND;
    Wanted wanted = new Wanted(queue, Set.of(), actor.district());
    return Optional.ofNullable(
        rows.waiting(scope(actor, Claims.Side.OFFICIAL), wanted, actor.personId()).first());
  }

  /** The scope of a list; there is none that sees more than the actor's own. */
  static Scope scope(Actor actor, Claims.Side side) {
    return switch (side) {
      case PROVIDER -> {
        actor.require(Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
        yield new Scope(actor.organisationId(), null, false);
      }
      case OFFICIAL -> {
        if (!ClaimReading.inside(actor)) {
          throw new Refused(Actor.AccessRefusal.ROLE);
        }
        yield new Scope(null, actor.district(), actor.readsAllDistricts());
      }
    };
  }
}
