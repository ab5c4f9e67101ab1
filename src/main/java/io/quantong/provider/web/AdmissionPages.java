package io.quantong.provider.web;

import io.quantong.document.DocumentResponses;
import io.quantong.identity.District;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import io.quantong.policy.WorkingCalendar;
import io.quantong.provider.Admissions;
import io.quantong.provider.Dossier;
import io.quantong.provider.Papers;
import io.quantong.provider.ProviderKind;
import io.quantong.provider.ProviderState;
import io.quantong.provider.Providers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bureau's desk: who waits, what they showed, what is decided (M6, M8). */
@Controller
@RequestMapping("/provider/admission")
@Allow({
  Role.DISTRICT_HANDLER,
  Role.DISTRICT_REVIEWER,
  Role.DISTRICT_HEAD,
  Role.CITY_SCIENCE,
  Role.AUDITOR
})
class AdmissionPages {

  private static final Set<ProviderState> WAITING =
      EnumSet.of(ProviderState.UNDER_REVIEW, ProviderState.AWAITING_PAPERS);

  private final Providers providers;
  private final Admissions admissions;
  private final Papers papers;
  private final WorkingCalendar calendar;
  private final Clock clock;

  AdmissionPages(
      Providers providers,
      Admissions admissions,
      Papers papers,
      WorkingCalendar calendar,
      Clock clock) {
    this.providers = providers;
    this.admissions = admissions;
    this.papers = papers;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * A line of the list.
   *
   * @param card the entry
   * @param waited working days since the application; null when nothing is to be decided
   * @param late true when papers are overdue
   */
  record Line(Providers.Card card, @Nullable Integer waited, boolean late) {}

  /** Which part of the list is looked at; every part may be missing. */
  record Find(
      @Nullable ProviderState state,
      @Nullable String district,
      @Nullable ProviderKind kind,
      @Nullable Integer page) {

    Providers.Filter filter() {
      String place = district == null || district.isBlank() ? null : district;
      return new Providers.Filter(
          place, kind, state == null ? WAITING : Set.of(state), page == null ? 1 : page + 1);
    }
  }

  @GetMapping
  String list(Actor actor, Find find, Locale locale, Model model) {
    Providers.Filter filter = find.filter();
    Providers.Listing found = providers.review(actor, filter);
    model.addAttribute("find", find);
    model.addAttribute("filter", filter);
    model.addAttribute("lines", found.cards().stream().map(this::line).toList());
    model.addAttribute("total", found.total());
    model.addAttribute("size", Providers.PAGE_SIZE);
    model.addAttribute("states", List.of(ProviderState.values()));
    model.addAttribute("kinds", ProviderKind.values());
    model.addAttribute("wide", actor.readsAllDistricts());
    model.addAttribute("places", District.names(providers.districts(), locale));
    return "provider/admission";
  }

  @GetMapping("/{id}")
  String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
    Dossier dossier = providers.dossier(actor, id);
    LocalDate today = LocalDate.now(clock);
    boolean waiting = WAITING.contains(dossier.provider().state());
    model.addAttribute("dossier", dossier);
    model.addAttribute("entry", dossier.provider());
    model.addAttribute("events", providers.history(actor, id));
    model.addAttribute("places", District.names(providers.districts(), locale));
    model.addAttribute("today", today);
    model.addAttribute("waited", waited(dossier.appliedOn(), today));
    model.addAttribute(
        "strip", waiting ? calendar.strip(dossier.appliedOn(), today, List.of()) : List.of());
    model.addAttribute("acts", Acts.of(actor, dossier.provider()));
    model.addAttribute("barUntil", today.plusYears(1));
    return "provider/dossier";
  }

  @GetMapping("/{id}/file/{document}")
  ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
    Papers.Content content = papers.open(actor, id, document);
    return DocumentResponses.inline(content.document(), content.content());
  }

  @PostMapping("/{id}/admit")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  String admit(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    admissions.admit(actor, id);
    return done(redirect, id, "provider.done.admit");
  }

  @PostMapping("/{id}/ask")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  String ask(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    admissions.askPapers(actor, id, reason);
    return done(redirect, id, "provider.done.ask");
  }

  @PostMapping("/{id}/refuse")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  String refuse(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    admissions.refuse(actor, id, reason);
    return done(redirect, id, "provider.done.refuse");
  }

  @PostMapping("/{id}/suspend")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  String suspend(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    admissions.suspend(actor, id, reason);
    return done(redirect, id, "provider.done.suspend");
  }

  @PostMapping("/{id}/resume")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  String resume(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    admissions.resume(actor, id, reason);
    return done(redirect, id, "provider.done.resume");
  }

  @PostMapping("/{id}/revoke")
  @Allow(Role.DISTRICT_HEAD)
  String revoke(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    admissions.revoke(actor, id, until == null ? LocalDate.EPOCH : until, reason);
    return done(redirect, id, "provider.done.revoke");
  }

  private Line line(Providers.Card card) {
    boolean open = card.provider().state() == ProviderState.UNDER_REVIEW;
    LocalDate today = LocalDate.now(clock);
    LocalDate due = card.papersDue();
    return new Line(
        card, open ? waited(card.appliedOn(), today) : null, due != null && due.isBefore(today));
  }

  private int waited(LocalDate from, LocalDate today) {
    return calendar.workingDaysBetween(from, today, List.of());
  }

  private static String done(RedirectAttributes redirect, UUID id, String message) {
    redirect.addFlashAttribute("done", message);
    return "redirect:/provider/admission/" + id;
  }
}
