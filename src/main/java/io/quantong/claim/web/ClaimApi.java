package io.quantong.claim.web;

import io.quantong.claim.ClaimState;
import io.quantong.claim.ClaimView;
import io.quantong.claim.Claims;
import io.quantong.claim.Claims.Filter;
import io.quantong.claim.Claims.Listing;
import io.quantong.claim.Claims.Queue;
import io.quantong.claim.Claims.Side;
import io.quantong.claim.Invoice;
import io.quantong.claim.Signal;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Claims as JSON: reading for all sides, writing for the provider. */
@RestController
@RequestMapping("/api/v1/claims")
@Tag(name = "Claims", description = "Claims for redemption: papers, review, clock, money")
class ClaimApi {

  private static final String KEY = "Idempotency-Key";

  private final Claims claims;

  ClaimApi(Claims claims) {
    this.claims = claims;
  }

  /**
   * A page of claims.
   *
   * @param total under the filter
   * @param claims most urgent first
   */
  record Page(long total, List<ClaimJson> claims) {}

  @GetMapping
  @Allow
  @Operation(summary = "Claims the caller may see, most urgent first")
  Page list(
      Actor actor,
      @RequestParam(required = false) @Nullable ClaimState state,
      @RequestParam(defaultValue = "ALL") Queue queue,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    boolean provider =
        actor.is(Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
    Listing listing =
        claims.list(
            actor,
            new Filter(
                provider ? Side.PROVIDER : Side.OFFICIAL,
                provider ? Queue.ALL : queue,
                state == null ? Set.of() : Set.of(state),
                null,
                page,
                size));
    return new Page(listing.total(), listing.lines().stream().map(ClaimJson::of).toList());
  }

  /**
   * A claim with its papers and clock.
   *
   * @param claim the claim
   * @param invoice as stated
   * @param comparison facts side by side
   * @param signals for officials only
   * @param review boxes of the review clock
   * @param notice boxes of the notice
   * @param workingDay how many working days have counted
   */
  record Whole(
      ClaimJson claim,
      Invoice invoice,
      List<ClaimView.Row> comparison,
      List<Signal> signals,
      List<io.quantong.policy.DayBox> review,
      List<io.quantong.policy.DayBox> notice,
      int workingDay) {

    static Whole of(ClaimView view) {
      return new Whole(
          ClaimJson.of(view),
          view.invoice(),
          view.comparison(),
          view.signals(),
          view.clock().review(),
          view.clock().notice(),
          view.clock().workingDay());
    }
  }

  @GetMapping("/{id}")
  @Allow
  @Operation(summary = "A claim with papers, comparison, signals and the dated clock")
  Whole claim(Actor actor, @PathVariable UUID id) {
    return Whole.of(claims.view(actor, id));
  }

  /**
   * A step of the history.
   *
   * @param event what happened
   * @param from state before; null at the beginning
   * @param to state after
   * @param organisation who acted
   * @param at when
   * @param reason why; null when the event says it all
   */
  record Step(
      String event,
      @Nullable String from,
      String to,
      String organisation,
      Instant at,
      @Nullable String reason) {}

  @GetMapping("/{id}/history")
  @Allow
  @Operation(summary = "What happened to a claim, oldest first")
  List<Step> history(Actor actor, @PathVariable UUID id) {
    return claims.history(actor, id).stream()
        .map(
            event ->
                new Step(
                    event.event(),
                    event.from(),
                    event.to(),
                    event.actor().organisationName(),
                    event.at(),
                    event.reason()))
        .toList();
  }

  @PutMapping("/{id}/invoice")
  @Allow({Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER})
  @Operation(summary = "Stores the invoice data of a draft")
  Whole fill(Actor actor, @PathVariable UUID id, @RequestBody InvoiceForm form) {
    claims.fill(actor, id, form.invoice());
    return claim(actor, id);
  }

  /**
   * A claim handed in.
   *
   * @param invoice as stated; its file was uploaded before
   * @param declared that all is true
   */
  record Submission(InvoiceForm invoice, boolean declared) {

    /** Without an invoice the body cannot be read. */
    Submission {
      Objects.requireNonNull(invoice);
    }
  }

  @PostMapping("/{id}/submit")
  @Allow({Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER})
  @Operation(summary = "Hands the claim in; refused with every fault found")
  Whole submit(
      Actor actor,
      @PathVariable UUID id,
      @RequestBody Submission submission,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    claims.submit(
        actor, id, submission.invoice().invoice(), submission.declared(), RequestKey.of(key));
    return claim(actor, id);
  }

  /**
   * Why.
   *
   * @param reason in words
   */
  record Why(@Nullable String reason) {}

  @PostMapping("/{id}/withdraw")
  @Allow({Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER})
  @Operation(summary = "Gives the claim up; the money goes back to the budget")
  Whole withdraw(
      Actor actor,
      @PathVariable UUID id,
      @RequestBody Why why,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    claims.withdraw(actor, id, why.reason() == null ? "" : why.reason(), RequestKey.of(key));
    return claim(actor, id);
  }

  /**
   * The clock of a claim in short.
   *
   * @param dueOn last day now running
   * @param workingDay how many working days have counted
   * @param workingDays how many there are
   */
  record ClockJson(@Nullable LocalDate dueOn, int workingDay, int workingDays) {}

  @GetMapping("/{id}/clock")
  @Allow
  @Operation(summary = "The clock of a claim")
  ClockJson clock(Actor actor, @PathVariable UUID id) {
    ClaimView view = claims.view(actor, id);
    return new ClockJson(
        view.claim().dates().dueOn(), view.clock().workingDay(), view.clock().workingDays());
  }
}
