package io.quantong.claim.web;

import io.quantong.claim.ClaimView;
import io.quantong.claim.ClaimView.Who;
import io.quantong.claim.Claims;
import io.quantong.document.DocumentResponses;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import io.quantong.order.OrderDetail;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One claim for all sides; what each may do now comes from the facade. */
@Controller
@RequestMapping("/claim/{id:[0-9a-fA-F-]{36}}")
class ClaimPages {

  /** Asks the browser's viewer for the page alone, as wide as the frame. */
  private static final String VIEWER = "#navpanes=0&view=FitH";

  private final Claims claims;
  private final Clock clock;

  ClaimPages(Claims claims, Clock clock) {
    this.claims = claims;
    this.clock = clock;
  }

  @GetMapping
  @Allow
  String claim(Actor actor, @PathVariable UUID id, Model model) {
    ClaimView view = claims.view(actor, id);
    model.addAttribute("view", view);
    model.addAttribute("claim", view.claim());
    model.addAttribute("second", view.desk().second());
    model.addAttribute("papersTimes", view.desk().papersTimes());
    model.addAttribute("firstPaper", firstPaper(view));
    model.addAttribute("history", claims.history(actor, id));
    model.addAttribute("journey", Journey.of(view));
    model.addAttribute("onItsWay", Journey.shown(view.claim().state()));
    model.addAttribute("official", official(actor));
    model.addAttribute("mine", mine(actor, view));
    LocalDate due = view.next().due();
    LocalDate today = LocalDate.now(clock);
    model.addAttribute("today", today);
    model.addAttribute("late", due != null && due.isBefore(today));
    return "claim/claim";
  }

  /** A paper, shown inside the page where the browser can, else saved. */
  @GetMapping("/paper/{document}")
  @Allow
  ResponseEntity<Resource> paper(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable UUID document,
      @RequestParam(defaultValue = "false") boolean save) {
    Claims.Content found = claims.paper(actor, id, document);
    return save
        ? DocumentResponses.download(found.file(), found.stream())
        : DocumentResponses.inline(found.file(), found.stream());
  }

  /** The contract as plain text, for the frame beside the facts. */
  @GetMapping("/contract")
  @Allow
  ResponseEntity<byte[]> contract(Actor actor, @PathVariable UUID id) {
    OrderDetail.Contract contract = claims.view(actor, id).order().contract();
    if (contract == null) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header("X-Frame-Options", "SAMEORIGIN")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .body(contract.text().getBytes(StandardCharsets.UTF_8));
  }

  /** What the frame shows first: the invoice, else a report, else the contract. */
  private static @Nullable String firstPaper(ClaimView view) {
    String base = "/claim/" + view.claim().id();
    return view.papers().stream()
        .filter(ClaimView.Paper::shownInPage)
        .findFirst()
        .map(paper -> base + "/paper/" + paper.file().id() + VIEWER)
        .orElse(view.order().contract() == null ? null : base + "/contract");
  }

  private static boolean official(Actor actor) {
    return actor.readsAllDistricts()
        || actor.is(
            Role.DISTRICT_HANDLER,
            Role.DISTRICT_REVIEWER,
            Role.DISTRICT_HEAD,
            Role.FINANCE_CLERK,
            Role.FINANCE_APPROVER);
  }

  /** True when the reader holds the ball. */
  private static boolean mine(Actor actor, ClaimView view) {
    Who who = view.next().who();
    return switch (who) {
      case PROVIDER -> view.may("SUBMIT") || view.may("SUPPLY");
      case REVIEWER -> view.may("CONFIRM");
      case SECOND_REVIEWER -> view.may("SEND_BACK");
      case HEAD -> actor.is(Role.DISTRICT_HEAD);
      case FINANCE -> actor.is(Role.FINANCE_CLERK, Role.FINANCE_APPROVER);
      case PUBLIC, BANK, NOBODY -> false;
    };
  }
}
