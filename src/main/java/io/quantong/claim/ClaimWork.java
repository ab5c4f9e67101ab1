package io.quantong.claim;

import io.quantong.claim.Claims.Queue;
import io.quantong.claim.ListRepository.Scope;
import io.quantong.claim.ListRepository.Waiting;
import io.quantong.claim.ListRepository.Wanted;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims in which the actor is the next to act, one line for each kind of act. */
@Component
class ClaimWork implements WorkList {

  private final ListRepository rows;

  ClaimWork(ListRepository rows) {
    this.rows = rows;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Item> waitingFor(Actor actor) {
    List<Item> items = new ArrayList<>();
    if (actor.is(Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER)) {
      Scope own = new Scope(actor.organisationId(), null, false);
      add(items, "claim.work.supply", "/claim/mine", waits(own, ClaimState.AWAITING_PAPERS));
      add(items, "claim.work.submit", "/claim/mine", waits(own, ClaimState.DRAFT));
    }
    if (actor.is(Role.DISTRICT_HANDLER)) {
      review(items, actor, Queue.FIRST, "claim.work.review");
    }
    if (actor.is(Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD)) {
      review(items, actor, Queue.SECOND, "claim.work.second");
    }
    if (actor.is(Role.CITY_SCIENCE)) {
      Waiting escalated =
          rows.waiting(
              new Scope(null, null, true), new Wanted(Queue.ESCALATED, Set.of(), null), null);
      add(items, "claim.work.escalated", "/claim/review?queue=ESCALATED", escalated);
    }
    return items;
  }

  private Waiting waits(Scope scope, ClaimState state) {
    return rows.waiting(scope, new Wanted(Queue.ALL, Set.of(state), null), null);
  }

  /** Only what this bureau handles and this person may still decide. */
  private void review(List<Item> items, Actor actor, Queue queue, String key) {
    String district = actor.district();
    if (district != null) {
      Scope scope = new Scope(null, district, false);
      Waiting waiting =
          rows.waiting(scope, new Wanted(queue, Set.of(), district), actor.personId());
      add(items, key, "/claim/review?queue=" + queue, waiting);
    }
  }

  private static void add(List<Item> items, String key, String page, Waiting waiting) {
    @Nullable UUID first = waiting.first();
    if (waiting.count() > 0 && first != null) {
      String href = waiting.count() == 1 ? "/claim/" + first : page;
      items.add(new Item(key, List.of(waiting.count()), href, waiting.due(), waiting.count()));
    }
  }
}
