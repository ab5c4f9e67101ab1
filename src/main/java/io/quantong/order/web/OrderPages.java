package io.quantong.order.web;

import io.quantong.document.DocumentResponses;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.order.OrderEvent;
import io.quantong.order.OrderRefusal;
import io.quantong.order.OrderView;
import io.quantong.order.OrderView.Who;
import io.quantong.order.Orders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One order, for both sides and for officials; what each may do now comes from the facade. */
@Controller
class OrderPages {

  /** Acts that need words of their own get a page of their own. */
  private static final Map<String, OrderEvent> ASKED =
      Map.of(
          "decline", OrderEvent.DECLINE,
          "reprice", OrderEvent.REPRICE,
          "dispute", OrderEvent.DISPUTE,
          "cancel", OrderEvent.CANCEL,
          "refund", OrderEvent.REFUND);

  private final Orders orders;
  private final Clock clock;

  OrderPages(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @GetMapping("/order/{id:[0-9a-fA-F-]{36}}")
  @Allow
  String order(Actor actor, @PathVariable UUID id, Model model) {
    OrderView view = orders.view(actor, id);
    List<DomainEvent> history = orders.history(actor, id);
    model.addAttribute("view", view);
    model.addAttribute("history", history);
    model.addAttribute(
        "timeline",
        Timeline.of(view.order().state(), view.order().price().voucher().isPositive(), history));
    model.addAttribute("due", Due.of(view.next().due(), LocalDate.now(clock)));
    model.addAttribute("mine", mine(actor, view));
    model.addAttribute("party", party(actor, view));
    if (view.may().contains(OrderEvent.CONFIRM_PRICE)) {
      model.addAttribute("newSplit", orders.newSplit(actor, id));
    }
    return "order/order";
  }

  @GetMapping("/order/{id:[0-9a-fA-F-]{36}}/contract")
  @Allow
  String contract(Actor actor, @PathVariable UUID id, Model model) {
    OrderView view = orders.view(actor, id);
    if (view.detail().contract() == null) {
      throw new Refused(OrderRefusal.of(OrderRefusal.Reason.UNKNOWN));
    }
    model.addAttribute("view", view);
    return "order/contract";
  }

  @GetMapping("/order/{id:[0-9a-fA-F-]{36}}/report/{document}")
  @Allow
  ResponseEntity<Resource> report(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
    Orders.ReportFile found = orders.report(actor, id, document);
    return DocumentResponses.download(found.file(), found.content());
  }

  @GetMapping("/order/{id:[0-9a-fA-F-]{36}}/{act:decline|reprice|dispute|cancel|refund}")
  @Allow({Role.BENEFICIARY, Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE})
  String ask(Actor actor, @PathVariable UUID id, @PathVariable String act, Model model) {
    OrderView view = orders.view(actor, id);
    model.addAttribute("view", view);
    model.addAttribute("act", act);
    OrderEvent event = ASKED.get(act);
    model.addAttribute("possible", event != null && view.may().contains(event));
    return "order/act";
  }

  /** True when the reader's side holds the ball. */
  private static boolean mine(Actor actor, OrderView view) {
    Who who = view.next().who();
    return switch (who) {
      case BENEFICIARY -> isBeneficiary(actor, view);
      case PROVIDER -> isProvider(actor, view);
      case CLAIM -> isProvider(actor, view) && actor.is(Role.PROVIDER_FINANCE);
      case NOBODY -> false;
    };
  }

  private static boolean party(Actor actor, OrderView view) {
    return isBeneficiary(actor, view) || isProvider(actor, view);
  }

  private static boolean isBeneficiary(Actor actor, OrderView view) {
    return actor.is(Role.BENEFICIARY)
        && actor.organisationId().equals(view.order().beneficiaryId());
  }

  private static boolean isProvider(Actor actor, OrderView view) {
    return actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE)
        && actor.organisationId().equals(view.detail().facts().parties().providerOrganisationId());
  }
}
