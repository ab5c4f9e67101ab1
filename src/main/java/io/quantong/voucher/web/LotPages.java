package io.quantong.voucher.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.voucher.Vouchers;
import io.quantong.voucher.Vouchers.Decision;
import io.quantong.voucher.Vouchers.LotDetail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A lot seen from both sides, and what its district decides about it. */
@Controller
@RequestMapping("/voucher")
class LotPages {

  private final Vouchers vouchers;
  private final Clock clock;

  LotPages(Vouchers vouchers, Clock clock) {
    this.vouchers = vouchers;
    this.clock = clock;
  }

  @GetMapping("/{lot}")
  @Allow({
    Role.BENEFICIARY,
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.FINANCE_CLERK,
    Role.FINANCE_APPROVER,
    Role.CITY_SCIENCE,
    Role.CITY_FINANCE,
    Role.AUDITOR
  })
  String lot(Actor actor, @PathVariable UUID lot, Model model) {
    LotDetail detail = vouchers.lot(actor, lot);
    LocalDate today = LocalDate.now(clock);
    model.addAttribute("detail", detail);
    model.addAttribute(
        "bar", LotBar.of(detail.lot(), detail.holds(), detail.lot().parts().face(), today));
    model.addAttribute("own", detail.lot().ownerId().equals(actor.organisationId()));
    model.addAttribute("may", May.of(actor, detail.lot()));
    return "voucher/lot";
  }

  @PostMapping("/{lot}/freeze")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  String freeze(
      Actor actor,
      @PathVariable UUID lot,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam @Nullable String key,
      RedirectAttributes redirect) {
    vouchers.freeze(actor, new Decision(lot, reason), RequestKey.of(key));
    return done(lot, "voucher.done.frozen", redirect);
  }

  @PostMapping("/{lot}/unfreeze")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  String unfreeze(
      Actor actor,
      @PathVariable UUID lot,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam @Nullable String key,
      RedirectAttributes redirect) {
    vouchers.unfreeze(actor, new Decision(lot, reason), RequestKey.of(key));
    return done(lot, "voucher.done.unfrozen", redirect);
  }

  @PostMapping("/{lot}/revoke")
  @Allow(Role.DISTRICT_HEAD)
  String revoke(
      Actor actor,
      @PathVariable UUID lot,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam @Nullable String key,
      RedirectAttributes redirect) {
    vouchers.revoke(actor, new Decision(lot, reason), RequestKey.of(key));
    return done(lot, "voucher.done.revoked", redirect);
  }

  private static String done(UUID lot, String message, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", message);
    return "redirect:/voucher/" + lot;
  }
}
