package io.quantong.publicnotice.web;

import io.quantong.document.StoredDocument;
import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import io.quantong.publicnotice.Objection;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Public notices, for anyone (M4, product 8). */
@Controller
@RequestMapping("/publicnotice")
@Allow(everyone = true)
class NoticePages {

  private static final int PAGE_SIZE = 20;
  private static final String EVIDENCE = "publicnotice.evidence.";

  private final Notices notices;
  private final Identities identities;

  NoticePages(Notices notices, Identities identities) {
    this.notices = notices;
    this.identities = identities;
  }

  @GetMapping
  String list(Find find, @RequestParam(defaultValue = "0") int page, Locale locale, Model model) {
    int number = Math.max(0, page);
    model.addAttribute("found", notices.list(find.search(), number + 1, PAGE_SIZE));
    model.addAttribute("find", find.search());
    model.addAttribute("page", number);
    model.addAttribute("size", PAGE_SIZE);
    model.addAttribute("places", District.names(identities.districts(), locale));
    return "publicnotice/list";
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Locale locale, HttpSession session, Model model) {
    Notice notice = notices.notice(id);
    model.addAttribute("notice", notice);
    model.addAttribute("strip", notices.strip(notice));
    model.addAttribute("counts", counts(notices.objectionStates(id)));
    model.addAttribute("open", notices.takesObjections(notice));
    model.addAttribute("evidence", session.getAttribute(EVIDENCE + id));
    model.addAttribute("places", District.names(identities.districts(), locale));
    return "publicnotice/notice";
  }

  /** The file is kept first, so that a refusal of the words does not lose it. */
  @PostMapping("/{id}/objection")
  String object(
      Actor actor,
      @PathVariable UUID id,
      Words words,
      HttpSession session,
      RedirectAttributes redirect)
      throws IOException {
    MultipartFile file = words.files();
    if (file != null && !file.isEmpty()) {
      session.setAttribute(EVIDENCE + id, keep(id, file));
    }
    Kept kept = (Kept) session.getAttribute(EVIDENCE + id);
    Objection.Filing filing =
        new Objection.Filing(
            id,
            words.objectorName(),
            words.contact(),
            words.evidence(),
            kept == null ? null : kept.id());
    Objection objection = notices.object(actor, RequestKey.of(words.key()), filing);
    session.removeAttribute(EVIDENCE + id);
    redirect.addFlashAttribute("done", "publicnotice.done.objected");
    redirect.addAttribute("number", objection.number());
    return "redirect:/publicnotice/receipt";
  }

  @GetMapping("/receipt")
  String receipt(@RequestParam(defaultValue = "") String number, Model model) {
    model.addAttribute("number", number.strip());
    model.addAttribute("receipt", notices.receipt(number).orElse(null));
    return "publicnotice/receipt";
  }

  private Kept keep(UUID notice, MultipartFile file) throws IOException {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      StoredDocument stored = notices.keepEvidence(notice, name == null ? "" : name, content);
      return new Kept(stored.id(), stored.fileName());
    }
  }

  private static Map<Objection.State, Integer> counts(List<Objection.State> states) {
    Map<Objection.State, Integer> counts = new EnumMap<>(Objection.State.class);
    for (Objection.State state : Objection.State.values()) {
      counts.put(state, 0);
    }
    states.forEach(state -> counts.merge(state, 1, Integer::sum));
    return counts;
  }

  /**
   * What to look for; blank means all.
   *
   * @param district six digits
   * @param q words
   * @param running only notices that run
   */
  record Find(@Nullable String district, @Nullable String q, @Nullable Boolean running) {
    Notices.Search search() {
      return new Notices.Search(
          district == null ? "" : district, q == null ? "" : q, Boolean.TRUE.equals(running));
    }
  }

  /** What an objector types, and the file added. */
  record Words(
      @Nullable String objectorName,
      @Nullable String contact,
      @Nullable String evidence,
      @Nullable String key,
      @Nullable MultipartFile files) {

    @Override
    public String objectorName() {
      return objectorName == null ? "" : objectorName;
    }

    @Override
    public String contact() {
      return contact == null ? "" : contact;
    }

    @Override
    public String evidence() {
      return evidence == null ? "" : evidence;
    }
  }
}
