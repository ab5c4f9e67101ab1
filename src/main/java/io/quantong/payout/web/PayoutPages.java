package io.quantong.payout.web;

import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.payout.Payouts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk of the finance bureau (M4, M13). */
@Controller
@RequestMapping("/payout")
class PayoutPages {

  private final Payouts payouts;
  private final Identities identities;
  private final Clock clock;

  PayoutPages(Payouts payouts, Identities identities, Clock clock) {
    this.payouts = payouts;
    this.identities = identities;
    this.clock = clock;
  }

  @GetMapping
  @Allow({Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.CITY_FINANCE, Role.AUDITOR})
  String desk(
      Actor actor, @RequestParam(defaultValue = "false") boolean all, Locale locale, Model model) {
    Payouts.Desk desk = payouts.desk(actor);
    model.addAttribute("desk", desk);
    model.addAttribute("stages", Stage.of(desk.sums()));
    model.addAttribute("all", all);
    model.addAttribute("makes", actor.is(Role.FINANCE_CLERK));
    model.addAttribute("me", actor.personId());
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("wide", actor.readsAllDistricts());
    model.addAttribute("places", District.names(identities.districts(), locale));
    return "payout/desk";
  }

  @PostMapping("/batch")
  @Allow(Role.FINANCE_CLERK)
  String make(
      Actor actor,
      @RequestParam(required = false) List<UUID> items,
      @RequestParam(required = false) String key,
      RedirectAttributes redirect) {
    Set<UUID> chosen = items == null ? Set.of() : Set.copyOf(items);
    UUID batch = payouts.makeBatch(actor, RequestKey.of(key), chosen);
    redirect.addFlashAttribute("done", "payout.done.made");
    return to(batch);
  }

  @PostMapping("/batch/{id}/submit")
  @Allow(Role.FINANCE_CLERK)
  String submit(
      Actor actor, @PathVariable UUID id, @RequestParam String key, RedirectAttributes redirect) {
    payouts.submitBatch(actor, RequestKey.of(key), id);
    redirect.addFlashAttribute("done", "payout.done.submitted");
    return to(id);
  }

  @PostMapping("/batch/{id}/approve")
  @Allow(Role.FINANCE_APPROVER)
  String approve(
      Actor actor, @PathVariable UUID id, @RequestParam String key, RedirectAttributes redirect) {
    payouts.approveBatch(actor, RequestKey.of(key), id);
    redirect.addFlashAttribute("done", "payout.done.approved");
    return to(id);
  }

  @PostMapping("/batch/{id}/back")
  @Allow(Role.FINANCE_APPROVER)
  String sendBack(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam String key,
      RedirectAttributes redirect) {
    payouts.sendBackBatch(actor, RequestKey.of(key), id, reason);
    redirect.addFlashAttribute("done", "payout.done.sent_back");
    return to(id);
  }

  @PostMapping("/batch/{id}/cancel")
  @Allow(Role.FINANCE_CLERK)
  String cancel(
      Actor actor, @PathVariable UUID id, @RequestParam String key, RedirectAttributes redirect) {
    payouts.cancelBatch(actor, RequestKey.of(key), id);
    redirect.addFlashAttribute("done", "payout.done.cancelled");
    return to(id);
  }

  @PostMapping("/batch/{id}/send")
  @Allow({Role.FINANCE_CLERK, Role.FINANCE_APPROVER})
  String send(
      Actor actor, @PathVariable UUID id, @RequestParam String key, RedirectAttributes redirect) {
    payouts.sendBatch(actor, RequestKey.of(key), id);
    redirect.addFlashAttribute("done", "payout.done.sent");
    return to(id);
  }

  private static String to(UUID batch) {
    return "redirect:/payout/batch/" + batch;
  }
}
