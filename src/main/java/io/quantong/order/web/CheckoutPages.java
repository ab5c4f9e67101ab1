package io.quantong.order.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.order.Checkout;
import io.quantong.order.Order;
import io.quantong.order.Orders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Checkout (M2): the split is shown and explained before the click. */
@Controller
class CheckoutPages {

  /** What the portal calls the fields of a form that comes back. */
  private static final String TYPED = "typed";

  private final Orders orders;
  private final CheckoutDesk desk;

  CheckoutPages(Orders orders, CheckoutDesk desk) {
    this.orders = orders;
    this.desk = desk;
  }

  @GetMapping("/order/new")
  @Allow(Role.BENEFICIARY)
  String show(Actor actor, @RequestParam MultiValueMap<String, String> asked, Model model) {
    model.addAttribute("sheet", desk.sheet(actor, WishForm.read(typedOr(model, asked))));
    return "order/new";
  }

  /** The price card alone, as the wish changes. */
  @GetMapping("/order/new/price")
  @Allow(Role.BENEFICIARY)
  String price(Actor actor, @RequestParam MultiValueMap<String, String> asked, Model model) {
    model.addAttribute("sheet", desk.sheet(actor, WishForm.read(asked)));
    return "order/price-card :: card";
  }

  /** Recalculates, or takes a free slot, without losing a word that was typed. */
  @PostMapping("/order/new")
  @Allow(Role.BENEFICIARY)
  String recalculate(
      @RequestParam MultiValueMap<String, String> posted, RedirectAttributes redirect) {
    HashMap<String, List<String>> typed = new HashMap<>();
    posted.forEach((name, values) -> typed.put(name, new ArrayList<>(values)));
    List.of("_csrf", "key", "slot").forEach(typed::remove);
    String slot = WishForm.text(posted, "slot");
    if (slot.contains("/")) {
      typed.put("start", new ArrayList<>(List.of(slot.substring(0, slot.indexOf('/')))));
      typed.put("end", new ArrayList<>(List.of(slot.substring(slot.indexOf('/') + 1))));
    }
    redirect.addFlashAttribute(TYPED, typed);
    return "redirect:" + address(WishForm.read(typed));
  }

  @PostMapping("/order")
  @Allow(Role.BENEFICIARY)
  String place(
      Actor actor,
      @RequestParam MultiValueMap<String, String> posted,
      RedirectAttributes redirect) {
    Checkout.Placement placement =
        new Checkout.Placement(
            WishForm.read(posted).wish(),
            WishForm.text(posted, "sample"),
            WishForm.text(posted, "purpose"),
            posted.containsKey("declared"),
            new Checkout.Shown(
                WishForm.money(WishForm.text(posted, "shownPrice")),
                WishForm.money(WishForm.text(posted, "shownVoucher"))));
    Order placed = orders.place(actor, placement, RequestKey.of(posted.getFirst("key")));
    redirect.addFlashAttribute("done", "order.done.placed");
    return "redirect:/order/" + placed.id();
  }

  /** For offer pages: what it costs whoever looks. */
  @GetMapping("/order/price")
  @Allow(everyone = true)
  String unitPrice(Actor actor, @RequestParam("offer") UUID offerId, Model model) {
    model.addAttribute("offer", desk.offer(offerId));
    if (actor.is(Role.BENEFICIARY)) {
      model.addAttribute("quote", desk.unit(actor, offerId));
    }
    return "order/price :: price";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> typedOr(
      Model model, MultiValueMap<String, String> asked) {
    return model.getAttribute(TYPED) instanceof Map<?, ?> typed && typed.containsKey("offer")
        ? (Map<String, List<String>>) typed
        : asked;
  }

  private static String address(WishForm form) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/order/new")
            .queryParam("offer", form.offerId())
            .queryParam("quantity", form.quantity())
            .queryParam(WishForm.ASKED, 1);
    if (form.start() != null) {
      address.queryParam("start", form.start());
    }
    if (form.end() != null) {
      address.queryParam("end", form.end());
    }
    if (form.useVoucher()) {
      address.queryParam("useVoucher", true);
    }
    return address.build().toUriString();
  }
}
