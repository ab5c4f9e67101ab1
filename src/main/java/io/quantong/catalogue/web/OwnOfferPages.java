package io.quantong.catalogue.web;

import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.CatalogueDesk;
import io.quantong.catalogue.Category;
import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.Instruments;
import io.quantong.catalogue.Offer;
import io.quantong.catalogue.OfferView;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** The offers of a provider (M7): list, write, price, publish, withdraw. */
@Controller
@RequestMapping("/catalogue/mine")
class OwnOfferPages {

  private static final String HOME = "redirect:/catalogue/mine/";

  private final Catalogue catalogue;
  private final CatalogueDesk desk;
  private final Instruments instruments;
  private final FilterGroups names;
  private final Clock clock;

  OwnOfferPages(
      Catalogue catalogue,
      CatalogueDesk desk,
      Instruments instruments,
      FilterGroups names,
      Clock clock) {
    this.catalogue = catalogue;
    this.desk = desk;
    this.instruments = instruments;
    this.names = names;
    this.clock = clock;
  }

  @GetMapping
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE})
  String list(Actor actor, Model model) {
    model.addAttribute("offers", catalogue.own(actor));
    model.addAttribute("instruments", instruments.own(actor));
    model.addAttribute("manager", actor.is(Role.PROVIDER_MANAGER));
    model.addAttribute("keeper", actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN));
    return "catalogue/mine";
  }

  @GetMapping("/new")
  @Allow(Role.PROVIDER_MANAGER)
  String blank(Actor actor, Model model) {
    choices(actor, model);
    model.addAttribute("form", OfferForm.empty());
    return "catalogue/new-offer";
  }

  @PostMapping
  @Allow(Role.PROVIDER_MANAGER)
  String create(
      Actor actor,
      OfferForm form,
      @RequestParam(required = false) @Nullable String key,
      RedirectAttributes redirect) {
    UUID id = desk.draft(actor, form.sheet(), RequestKey.of(key));
    return done(id, "draft", redirect);
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}")
  @Allow(Role.PROVIDER_MANAGER)
  String edit(Actor actor, @PathVariable UUID id, Model model) {
    OfferView view = catalogue.view(actor, id);
    model.addAttribute("history", catalogue.history(actor, id));
    model.addAttribute("view", view);
    model.addAttribute("form", OfferForm.of(view.sheet()));
    model.addAttribute("today", LocalDate.now(clock));
    choices(actor, model);
    return "catalogue/my-offer";
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}")
  @Allow(Role.PROVIDER_MANAGER)
  String save(Actor actor, @PathVariable UUID id, OfferForm form, RedirectAttributes redirect) {
    desk.edit(actor, id, form.sheet());
    return done(id, "edit", redirect);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/price")
  @Allow(Role.PROVIDER_MANAGER)
  String price(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String price,
      @RequestParam(defaultValue = "") String from,
      RedirectAttributes redirect) {
    desk.price(actor, id, money(price), day(from));
    return done(id, "price", redirect);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/publish")
  @Allow(Role.PROVIDER_MANAGER)
  String publish(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    desk.publish(actor, id);
    return done(id, "publish", redirect);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/withdraw")
  @Allow(Role.PROVIDER_MANAGER)
  String withdraw(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    desk.withdraw(actor, id, reason);
    return done(id, "withdraw", redirect);
  }

  private void choices(Actor actor, Model model) {
    Map<String, String> categories = new LinkedHashMap<>();
    Map<String, String> texts = names.categoryNames();
    for (Category one : catalogue.categories()) {
      String top = one.parent();
      if (top != null) {
        categories.put(one.code(), texts.get(top) + " / " + texts.get(one.code()));
      }
    }
    model.addAttribute("categories", categories);
    model.addAttribute("modes", names.named(Offer.Mode.values(), "catalogue.mode."));
    model.addAttribute("bases", names.named(Offer.Basis.values(), "catalogue.basis."));
    Map<String, String> machines = new LinkedHashMap<>();
    machines.put("", names.text("catalogue.form.no_instrument"));
    for (Instrument one : instruments.own(actor)) {
      machines.put(one.id().toString(), one.sheet().name() + " " + one.sheet().model());
    }
    model.addAttribute("machines", machines);
  }

  private static Money money(String typed) {
    try {
      return Money.parse(typed);
    } catch (NumberFormatException noAmount) {
      return Money.ZERO;
    }
  }

  /** A day that cannot be read is one the facade refuses. */
  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException noDay) {
      return LocalDate.EPOCH;
    }
  }

  private static String done(UUID id, String act, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", "catalogue.done." + act);
    return HOME + id;
  }
}
