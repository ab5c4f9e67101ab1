package io.quantong.identity.web;

import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.identity.IdentityRefusal;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For whom I act, with which roles, and what my organisation has promised (M1, M13, M15). */
@Controller
@RequestMapping("/identity")
class IdentityPages {

  private final Identities identities;

  IdentityPages(Identities identities) {
    this.identities = identities;
  }

  @GetMapping
  @Allow
  String show(Actor actor, Locale locale, Model model) {
    UUID id = actor.organisationId();
    model.addAttribute("actor", actor);
    model.addAttribute("organisation", identities.organisation(id));
    model.addAttribute("places", District.names(identities.districts(), locale));
    model.addAttribute("members", identities.members(id));
    model.addAttribute(
        "others",
        identities.memberships(actor.personId()).stream()
            .filter(one -> !one.organisation().id().equals(id))
            .toList());
    model.addAttribute("buys", actor.is(Role.BENEFICIARY));
    model.addAttribute("serves", actor.is(Role.PROVIDER_MANAGER));
    model.addAttribute("commits", actor.is(Role.BENEFICIARY, Role.PROVIDER_MANAGER));
    model.addAttribute("commitment", identities.commitment(id).orElse(null));
    model.addAttribute("version", Identities.COMMITMENT_VERSION);
    return "identity/mine";
  }

  @PostMapping("/commitment")
  @Allow({Role.BENEFICIARY, Role.PROVIDER_MANAGER})
  String sign(
      Actor actor,
      @RequestParam(defaultValue = "false") boolean agree,
      RedirectAttributes redirect) {
    if (!agree) {
      throw new Refused(IdentityRefusal.NOT_ACCEPTED);
    }
    identities.signCommitment(actor);
    redirect.addFlashAttribute("done", "identity.done.signed");
    return "redirect:/identity";
  }

  /** The choice lives in the session and is checked again in every request. */
  @PostMapping("/switch")
  @Allow
  String change(
      Actor actor,
      @RequestParam UUID organisation,
      HttpSession session,
      RedirectAttributes redirect) {
    Actor next = identities.actingFor(actor, organisation);
    session.setAttribute(Identities.CHOSEN_ORGANISATION, next.organisationId());
    redirect.addFlashAttribute("done", "identity.done.switched");
    return "redirect:/identity";
  }
}
