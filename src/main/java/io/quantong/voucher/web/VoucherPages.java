package io.quantong.voucher.web;

import io.quantong.identity.Identities;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.voucher.Application;
import io.quantong.voucher.Vouchers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a firm or entrepreneur does with vouchers, and the estimate for everybody. */
@Controller
@RequestMapping("/voucher")
class VoucherPages {

  private final Vouchers vouchers;
  private final Identities identities;
  private final Clock clock;

  VoucherPages(Vouchers vouchers, Identities identities, Clock clock) {
    this.vouchers = vouchers;
    this.identities = identities;
    this.clock = clock;
  }

  @GetMapping
  @Allow(Role.BENEFICIARY)
  String mine(Actor actor, Model model) {
    LocalDate today = LocalDate.now(clock);
    model.addAttribute(
        "shelf",
        Shelf.of(vouchers.lots(actor, actor.organisationId()), vouchers.holds(actor), today));
    model.addAttribute("eligibility", vouchers.eligibility(actor));
    model.addAttribute(
        "refused", vouchers.applications(actor).stream().filter(one -> !one.issued()).toList());
    return "voucher/mine";
  }

  @GetMapping("/apply")
  @Allow(Role.BENEFICIARY)
  String form(Actor actor, Model model) {
    model.addAttribute("eligibility", vouchers.eligibility(actor));
    model.addAttribute("committed", vouchers.commitmentSigned(actor.organisationId()));
    return "voucher/apply";
  }

  @PostMapping("/apply")
  @Allow(Role.BENEFICIARY)
  String apply(
      Actor actor,
      @ModelAttribute ApplyForm form,
      @RequestParam @Nullable String key,
      RedirectAttributes redirect) {
    Application issued = vouchers.apply(actor, form.request(), RequestKey.of(key));
    redirect.addFlashAttribute("done", "voucher.done.issued");
    return "redirect:/voucher/" + issued.id();
  }

  /** A question changes nothing, so that its answer, refused or not, is the page itself. */
  @GetMapping("/estimate")
  @Allow(everyone = true)
  String estimate(@ModelAttribute EstimateForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("districts", identities.districts());
    model.addAttribute(
        "kinds", List.of(OrganisationKind.ENTERPRISE, OrganisationKind.ENTREPRENEUR));
    if (form.asked()) {
      try {
        String city = identities.districts().getFirst().code();
        model.addAttribute("estimate", vouchers.estimate(form.request(city)));
      } catch (Refused refused) {
        model.addAttribute("faults", refused.refusals());
      }
    }
    return "voucher/estimate";
  }
}
