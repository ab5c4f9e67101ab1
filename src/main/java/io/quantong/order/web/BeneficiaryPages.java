package io.quantong.order.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.order.Checkout;
import io.quantong.order.OrderRefusal;
import io.quantong.order.Orders;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the one who ordered does to an order on its page, and what both sides may do. */
@Controller
@RequestMapping("/order/{id:[0-9a-fA-F-]{36}}")
class BeneficiaryPages {

  private final Orders orders;

  BeneficiaryPages(Orders orders) {
    this.orders = orders;
  }

  @PostMapping("/confirm-price")
  @Allow(Role.BENEFICIARY)
  String confirmPrice(
      Actor actor, @PathVariable UUID id, PriceForm form, RedirectAttributes redirect) {
    orders.confirmPrice(actor, id, form.shown(), RequestKey.of(form.key()));
    return done(id, "confirm_price", redirect);
  }

  /** The split that was on the screen. */
  record PriceForm(
      @Nullable String shownPrice, @Nullable String shownVoucher, @Nullable String key) {
    Checkout.Shown shown() {
      return new Checkout.Shown(
          WishForm.money(shownPrice == null ? "" : shownPrice),
          WishForm.money(shownVoucher == null ? "" : shownVoucher));
    }
  }

  @PostMapping("/sign")
  @Allow(Role.BENEFICIARY)
  String sign(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String sha256,
      @RequestParam(required = false) @Nullable String read,
      RedirectAttributes redirect) {
    if (read == null) {
      throw new Refused(OrderRefusal.of(OrderRefusal.Reason.NOT_READ));
    }
    orders.sign(actor, id, sha256);
    return done(id, "sign", redirect);
  }

  @PostMapping("/pay")
  @Allow(Role.BENEFICIARY)
  String pay(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reference,
      RedirectAttributes redirect) {
    orders.payOwnShare(actor, id, reference);
    return done(id, "pay", redirect);
  }

  @PostMapping("/accept-result")
  @Allow(Role.BENEFICIARY)
  String acceptResult(
      Actor actor, @PathVariable UUID id, VerdictForm form, RedirectAttributes redirect) {
    orders.acceptResult(actor, id, form.verdict(), RequestKey.of(form.key()));
    return done(id, "accept_result", redirect);
  }

  /** A verdict as given; no star chosen is refused by the facade. */
  record VerdictForm(@Nullable String stars, @Nullable String comment, @Nullable String key) {
    Orders.Verdict verdict() {
      return new Orders.Verdict(
          WishForm.number(stars == null ? "" : stars), comment == null ? "" : comment);
    }
  }

  @PostMapping("/dispute")
  @Allow(Role.BENEFICIARY)
  String dispute(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    orders.dispute(actor, id, reason);
    return done(id, "dispute", redirect);
  }

  @PostMapping("/cancel")
  @Allow({Role.BENEFICIARY, Role.PROVIDER_MANAGER})
  String cancel(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable String key,
      RedirectAttributes redirect) {
    orders.cancel(actor, id, reason, RequestKey.of(key));
    return done(id, "cancel", redirect);
  }

  private static String done(UUID id, String act, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", "order.done." + act);
    return "redirect:/order/" + id;
  }
}
