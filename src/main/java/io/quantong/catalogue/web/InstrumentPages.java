package io.quantong.catalogue.web;

import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.Category;
import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.Instruments;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The instruments of a provider: what they are and when they can be booked. */
@Controller
@RequestMapping("/catalogue/mine/instrument")
class InstrumentPages {

  private static final String LIST = "redirect:/catalogue/mine";

  private final Instruments instruments;
  private final Catalogue catalogue;
  private final FilterGroups names;

  InstrumentPages(Instruments instruments, Catalogue catalogue, FilterGroups names) {
    this.instruments = instruments;
    this.catalogue = catalogue;
    this.names = names;
  }

  @GetMapping("/new")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String blank(Model model) {
    return form(model, InstrumentForm.usual(), "/catalogue/mine/instrument");
  }

  @PostMapping
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String register(
      Actor actor, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
    InstrumentForm form = new InstrumentForm(typed);
    instruments.register(actor, form.sheet(null), form.rules(), RequestKey.of(typed.get("key")));
    redirect.addFlashAttribute("done", "catalogue.done.register");
    return LIST;
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String edit(Actor actor, @PathVariable UUID id, Model model) {
    Instrument instrument = instruments.instrument(id);
    actor.requireOrganisation(instrument.ownerId());
    return form(model, InstrumentForm.of(instrument), "/catalogue/mine/instrument/" + id);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String change(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    InstrumentForm form = new InstrumentForm(typed);
    UUID photo = instruments.instrument(id).sheet().photo();
    instruments.change(actor, id, form.sheet(photo), form.rules());
    redirect.addFlashAttribute("done", "catalogue.done.change");
    return LIST;
  }

  private String form(Model model, InstrumentForm form, String action) {
    Map<String, String> texts = names.categoryNames();
    Map<String, String> choices = new LinkedHashMap<>();
    for (Category one : catalogue.categories()) {
      String top = one.parent();
      if (top != null) {
        choices.put(one.code(), texts.get(top) + " / " + texts.get(one.code()));
      }
    }
    model.addAttribute("categories", choices);
    model.addAttribute("form", form);
    model.addAttribute("action", action);
    return "catalogue/instrument";
  }
}
