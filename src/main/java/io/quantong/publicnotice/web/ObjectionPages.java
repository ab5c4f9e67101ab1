package io.quantong.publicnotice.web;

import io.quantong.document.DocumentResponses;
import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.publicnotice.NoticeRefusal;
import io.quantong.publicnotice.Notices;
import io.quantong.publicnotice.Objection;
import io.quantong.publicnotice.ObjectionDecided;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Objections, for the deciding bureau (M4). */
@Controller
@RequestMapping("/publicnotice/objections")
@Allow({
  Role.DISTRICT_HANDLER,
  Role.DISTRICT_REVIEWER,
  Role.DISTRICT_HEAD,
  Role.CITY_SCIENCE,
  Role.AUDITOR
})
class ObjectionPages {

  private final Notices notices;
  private final Identities identities;
  private final Clock clock;

  ObjectionPages(Notices notices, Identities identities, Clock clock) {
    this.notices = notices;
    this.identities = identities;
    this.clock = clock;
  }

  @GetMapping
  String list(Actor actor, Locale locale, Model model) {
    model.addAttribute("objections", notices.objections(actor));
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("wide", actor.readsAllDistricts());
    model.addAttribute("places", District.names(identities.districts(), locale));
    return "publicnotice/objections";
  }

  @GetMapping("/{id}")
  String show(Actor actor, @PathVariable UUID id, Model model) {
    Objection objection = notices.objection(actor, id);
    model.addAttribute("objection", objection);
    model.addAttribute("notice", notices.notice(objection.noticeId()));
    model.addAttribute("file", notices.evidenceName(objection).orElse(null));
    model.addAttribute("history", notices.history(actor, id));
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute(
        "decides",
        actor.is(Role.DISTRICT_HEAD)
            && objection.district().equals(actor.district())
            && objection.state() == Objection.State.OPEN);
    return "publicnotice/objection";
  }

  @GetMapping("/{id}/file")
  ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id) {
    Notices.Evidence evidence = notices.evidence(actor, id);
    return DocumentResponses.download(evidence.document(), evidence.content());
  }

  @PostMapping("/{id}")
  @Allow(Role.DISTRICT_HEAD)
  String decide(Actor actor, @PathVariable UUID id, Choice choice, RedirectAttributes redirect) {
    notices.decide(actor, RequestKey.of(choice.key()), id, choice.ruling());
    redirect.addFlashAttribute("done", "publicnotice.done.decided");
    return "redirect:/publicnotice/objections/" + id;
  }

  /**
   * What the head chose.
   *
   * @param outcome null when nothing was chosen
   * @param newAmount with a new sum only
   * @param reason in words
   * @param key once only
   */
  record Choice(
      ObjectionDecided.@Nullable Outcome outcome,
      @Nullable Money newAmount,
      @Nullable String reason,
      @Nullable String key) {

    Objection.Ruling ruling() {
      if (outcome == null) {
        throw new Refused(NoticeRefusal.OUTCOME_MISSING);
      }
      return new Objection.Ruling(outcome, newAmount, reason == null ? "" : reason);
    }
  }
}
