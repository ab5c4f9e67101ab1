package io.quantong.claim.web;

import io.quantong.claim.ClaimRefusal;
import io.quantong.claim.Claims;
import io.quantong.claim.Decision;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the bureau decides on the page of a claim; afterwards the next claim that waits opens. */
@Controller
@RequestMapping("/claim/{id:[0-9a-fA-F-]{36}}")
class ReviewPages {

  private final Claims claims;

  ReviewPages(Claims claims) {
    this.claims = claims;
  }

  @PostMapping("/confirm")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER})
  String confirm(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String key,
      RedirectAttributes redirect) {
    claims.decide(actor, id, Decision.CONFIRM, RequestKey.of(key));
    return next(actor, "confirm", redirect);
  }

  @PostMapping("/decide")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER})
  String decide(Actor actor, @PathVariable UUID id, Typed typed, RedirectAttributes redirect) {
    claims.decide(actor, id, typed.decision(), typed.requestKey());
    return next(actor, "decide", redirect);
  }

  @PostMapping("/return")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER})
  String askForPapers(
      Actor actor, @PathVariable UUID id, Typed typed, RedirectAttributes redirect) {
    claims.askForPapers(actor, id, typed.words(), typed.requestKey());
    return next(actor, "return", redirect);
  }

  @PostMapping("/agree")
  @Allow({Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD})
  String agree(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String key,
      RedirectAttributes redirect) {
    claims.agree(actor, id, RequestKey.of(key));
    return next(actor, "agree", redirect);
  }

  @PostMapping("/send-back")
  @Allow({Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD})
  String sendBack(Actor actor, @PathVariable UUID id, Typed typed, RedirectAttributes redirect) {
    claims.sendBack(actor, id, typed.words(), typed.requestKey());
    return next(actor, "send_back", redirect);
  }

  @PostMapping("/open-recovery")
  @Allow(Role.DISTRICT_HEAD)
  String openRecovery(
      Actor actor, @PathVariable UUID id, Typed typed, RedirectAttributes redirect) {
    Money amount = InvoiceForm.money(typed.amount());
    claims.openRecovery(
        actor, id, amount == null ? Money.ZERO : amount, typed.words(), typed.requestKey());
    return stay(id, "open_recovery", redirect);
  }

  @PostMapping("/recovered")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  String recovered(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(required = false) @Nullable String key,
      RedirectAttributes redirect) {
    claims.recovered(actor, id, reference, RequestKey.of(key));
    return stay(id, "recovered", redirect);
  }

  @PostMapping("/refer")
  @Allow(Role.DISTRICT_HEAD)
  String refer(Actor actor, @PathVariable UUID id, Typed typed, RedirectAttributes redirect) {
    claims.refer(actor, id, typed.words(), typed.requestKey());
    return stay(id, "refer", redirect);
  }

  /**
   * What is typed in the forms of a bureau.
   *
   * @param outcome CONFIRM, CUT or REFUSE
   * @param amount in yuan
   * @param reason in words
   * @param key of the request
   */
  record Typed(
      Decision.@Nullable Outcome outcome,
      @Nullable String amount,
      @Nullable String reason,
      @Nullable String key) {

    Decision decision() {
      Decision.Outcome chosen = outcome;
      if (chosen == null) {
        // A refusal cannot be taken back: it is never what nothing means.
        throw new Refused(ClaimRefusal.of(ClaimRefusal.Reason.OUTCOME_MISSING));
      }
      return new Decision(
          chosen, chosen == Decision.Outcome.CUT ? InvoiceForm.money(amount) : null, words());
    }

    String words() {
      return reason == null ? "" : reason.strip();
    }

    RequestKey requestKey() {
      return RequestKey.of(key);
    }
  }

  private String next(Actor actor, String what, RedirectAttributes redirect) {
    Optional<UUID> next = claims.nextFor(actor);
    redirect.addFlashAttribute("done", "claim.done." + what + (next.isPresent() ? "" : ".last"));
    return next.map(id -> "redirect:/claim/" + id).orElse("redirect:/claim/review");
  }

  private static String stay(UUID id, String what, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", "claim.done." + what);
    return "redirect:/claim/" + id;
  }
}
