package io.quantong.claim.web;

import io.quantong.claim.ClaimState;
import io.quantong.claim.ClaimView.Sum;
import io.quantong.claim.Claims;
import io.quantong.claim.Claims.Filter;
import io.quantong.claim.Claims.Listing;
import io.quantong.claim.Claims.Queue;
import io.quantong.claim.Claims.Side;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import io.quantong.policy.Policies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of claims: money on its way for the provider, the desk of the bureau. */
@Controller
class ClaimListPages {

  private static final int SIZE = 20;

  private final Claims claims;
  private final Policies policies;
  private final Clock clock;

  ClaimListPages(Claims claims, Policies policies, Clock clock) {
    this.claims = claims;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * A tab over the provider's list.
   *
   * @param stage what it shows
   * @param sum count and money of it
   */
  record StageTab(Stage stage, Sum sum) {}

  /**
   * A tab over the bureau's list.
   *
   * @param queue what it shows
   * @param count of claims
   */
  record QueueTab(Queue queue, long count) {}

  @GetMapping("/claim/mine")
  @Allow({Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String mine(
      Actor actor,
      @RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Set<ClaimState> states = stage == null ? Set.of() : stage.states();
    Listing listing =
        claims.list(actor, new Filter(Side.PROVIDER, Queue.ALL, states, null, page + 1, SIZE));
    model.addAttribute("stage", stage);
    model.addAttribute(
        "tabs",
        Arrays.stream(Stage.values())
            .map(one -> new StageTab(one, one.of(listing.sums())))
            .toList());
    put(model, listing, page);
    return "claim/mine";
  }

  @GetMapping("/claim/review")
  @Allow({
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.FINANCE_CLERK,
    Role.FINANCE_APPROVER,
    Role.CITY_SCIENCE,
    Role.CITY_FINANCE,
    Role.AUDITOR
  })
  String review(
      Actor actor, Chosen chosen, @RequestParam(defaultValue = "0") int page, Model model) {
    Queue shown = chosen.queue() == null ? first(actor) : chosen.queue();
    ClaimState state = chosen.state();
    String district = chosen.district() == null ? "" : chosen.district();
    Set<ClaimState> states = state == null ? Set.of() : Set.of(state);
    String place = district.isBlank() ? null : district;
    Listing listing =
        claims.list(actor, new Filter(Side.OFFICIAL, shown, states, place, page + 1, SIZE));
    model.addAttribute("queue", shown);
    model.addAttribute("state", state == null ? "" : state.name());
    model.addAttribute("district", district);
    model.addAttribute("everywhere", actor.readsAllDistricts());
    model.addAttribute("districts", policies.districts());
    model.addAttribute("states", ClaimState.values());
    model.addAttribute(
        "tabs",
        List.of(Queue.values()).stream()
            .map(one -> new QueueTab(one, listing.queues().getOrDefault(one, 0L)))
            .toList());
    put(model, listing, page);
    return "claim/review";
  }

  /**
   * What a bureau picks out of its list.
   *
   * @param queue null for what waits for the reader
   * @param state null for all
   * @param district handling district; blank for all
   */
  record Chosen(@Nullable Queue queue, @Nullable ClaimState state, @Nullable String district) {}

  /** What waits for this reader comes first. */
  private static Queue first(Actor actor) {
    if (actor.is(Role.DISTRICT_HANDLER)) {
      return Queue.FIRST;
    }
    if (actor.is(Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD)) {
      return Queue.SECOND;
    }
    return actor.is(Role.CITY_SCIENCE) ? Queue.ESCALATED : Queue.ALL;
  }

  private void put(Model model, Listing listing, int page) {
    model.addAttribute("listing", listing);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("page", Math.max(0, page));
    model.addAttribute("size", SIZE);
  }
}
