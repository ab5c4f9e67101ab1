package io.quantong.order.web;

import io.quantong.document.DocumentRefusal;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.OrderDetail.LogKind;
import io.quantong.order.OrderRefusal;
import io.quantong.order.Orders;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a provider does to an order on its page. */
@Controller
@RequestMapping("/order/{id:[0-9a-fA-F-]{36}}")
class ProviderPages {

  private final Orders orders;

  ProviderPages(Orders orders) {
    this.orders = orders;
  }

  @PostMapping("/accept")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String accept(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    orders.accept(actor, id);
    return done(id, "accept", redirect);
  }

  @PostMapping("/decline")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String decline(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    orders.decline(actor, id, reason);
    return done(id, "decline", redirect);
  }

  @PostMapping("/reprice")
  @Allow(Role.PROVIDER_MANAGER)
  String reprice(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String price,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    orders.reprice(actor, id, WishForm.money(price), reason);
    return done(id, "reprice", redirect);
  }

  @PostMapping("/start")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String start(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String received,
      RedirectAttributes redirect) {
    orders.start(actor, id, received != null);
    return done(id, "start", redirect);
  }

  @PostMapping("/log")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String log(Actor actor, @PathVariable UUID id, LogForm form, RedirectAttributes redirect) {
    orders.log(actor, id, form.entry());
    return done(id, "log", redirect);
  }

  @PostMapping("/stage")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String stage(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
      RedirectAttributes redirect)
      throws IOException {
    List<MultipartFile> chosen =
        files == null ? List.of() : files.stream().filter(one -> !name(one).isEmpty()).toList();
    if (chosen.isEmpty()) {
      throw new Refused(new DocumentRefusal.NoFile());
    }
    for (MultipartFile file : chosen) {
      try (InputStream content = file.getInputStream()) {
        orders.stage(actor, id, name(file), content);
      }
    }
    return done(id, "stage", redirect);
  }

  @PostMapping("/unstage")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String unstage(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam UUID document,
      RedirectAttributes redirect) {
    orders.unstage(actor, id, document);
    return done(id, "unstage", redirect);
  }

  @PostMapping("/deliver")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String deliver(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(name = "report", required = false) @Nullable List<UUID> reports,
      RedirectAttributes redirect) {
    orders.deliver(actor, id, reports == null ? List.of() : reports);
    return done(id, "deliver", redirect);
  }

  @PostMapping("/refund")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_FINANCE})
  String refund(Actor actor, @PathVariable UUID id, RefundForm form, RedirectAttributes redirect) {
    orders.refund(
        actor, id, WishForm.money(form.amountText()), form.reasonText(), RequestKey.of(form.key()));
    return done(id, "refund", redirect);
  }

  /** A refund as typed. */
  record RefundForm(@Nullable String amount, @Nullable String reason, @Nullable String key) {
    String amountText() {
      return amount == null ? "" : amount;
    }

    String reasonText() {
      return reason == null ? "" : reason;
    }
  }

  /** A line of the service log as typed; what cannot be read is refused by the facade. */
  record LogForm(
      @Nullable String kind,
      @Nullable String started,
      @Nullable String ended,
      @Nullable String operator,
      @Nullable String samples,
      @Nullable String note) {

    LogEntry entry() {
      boolean arrival = LogKind.ARRIVAL.name().equals(kind);
      var begin = WishForm.moment(text(started));
      var end = WishForm.moment(text(ended));
      if (end == null && arrival) {
        end = begin;
      }
      if (begin == null || end == null) {
        throw new Refused(OrderRefusal.of(OrderRefusal.Reason.LOG_TIMES));
      }
      return new LogEntry(
          arrival ? LogKind.ARRIVAL : LogKind.RUN,
          begin,
          end,
          text(operator).strip(),
          text(samples).isBlank() ? 0 : WishForm.number(text(samples)),
          text(note).strip());
    }

    private static String text(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  private static String name(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null ? "" : name;
  }

  private static String done(UUID id, String act, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", "order.done." + act);
    return "redirect:/order/" + id;
  }
}
