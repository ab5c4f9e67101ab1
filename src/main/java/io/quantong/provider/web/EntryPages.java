package io.quantong.provider.web;

import io.quantong.document.DocumentResponses;
import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Application.CertificateKind;
import io.quantong.provider.Dossier;
import io.quantong.provider.Papers;
import io.quantong.provider.ProviderKind;
import io.quantong.provider.ProviderState;
import io.quantong.provider.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own entry: apply, show papers, change the account, leave (M6, M7). */
@Controller
@RequestMapping("/provider/mine")
@Allow(Role.PROVIDER_MANAGER)
class EntryPages {

  private static final String BACK = "redirect:/provider/mine";
  private static final Set<ProviderState> OVER =
      Set.of(ProviderState.REFUSED, ProviderState.LEFT, ProviderState.REVOKED);
  private static final Set<ProviderState> LISTED =
      Set.of(ProviderState.ADMITTED, ProviderState.SUSPENDED);

  private final Providers providers;
  private final Papers papers;
  private final Identities identities;

  EntryPages(Providers providers, Papers papers, Identities identities) {
    this.providers = providers;
    this.papers = papers;
    this.identities = identities;
  }

  @GetMapping
  String show(Actor actor, Locale locale, Model model) {
    Organisation organisation = identities.organisation(actor.organisationId());
    @Nullable Dossier dossier = providers.own(actor).orElse(null);
    ProviderState state = dossier == null ? null : dossier.provider().state();
    model.addAttribute("actor", actor);
    model.addAttribute("organisation", organisation);
    model.addAttribute("committed", identities.hasSignedCommitment(organisation.id()));
    model.addAttribute("dossier", dossier);
    model.addAttribute("drafts", papers.drafts(actor));
    model.addAttribute("applies", state == null || OVER.contains(state));
    model.addAttribute("answers", state == ProviderState.AWAITING_PAPERS);
    model.addAttribute("listed", state != null && LISTED.contains(state));
    model.addAttribute("kinds", ProviderKind.values());
    model.addAttribute("certificateKinds", CertificateKind.values());
    model.addAttribute("places", District.names(providers.districts(), locale));
    model.addAttribute(
        "events", dossier == null ? List.of() : providers.history(actor, dossier.provider().id()));
    return "provider/mine";
  }

  @PostMapping
  String apply(Actor actor, EntryForm form, RedirectAttributes redirect) {
    Organisation organisation = identities.organisation(actor.organisationId());
    ProviderState state =
        providers.apply(actor, form.application(organisation, certificates(actor))).state();
    return done(
        redirect,
        state == ProviderState.ADMITTED ? "provider.done.admitted" : "provider.done.applied");
  }

  /** A form of its own, so that a refusal elsewhere never loses the file. */
  @PostMapping("/certificate")
  String addCertificate(Actor actor, CertificateForm form, RedirectAttributes redirect)
      throws IOException {
    MultipartFile file = form.certificateFile();
    try (InputStream content =
        file == null ? InputStream.nullInputStream() : file.getInputStream()) {
      papers.add(actor, form.print(), form.fileName(), content);
    }
    return done(redirect, "provider.done.certificate");
  }

  /** What is typed about a certificate. */
  record CertificateForm(
      @Nullable CertificateKind certificateKind,
      @Nullable String certificateNumber,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate certificateValidUntil,
      @Nullable MultipartFile certificateFile) {

    Papers.Print print() {
      return new Papers.Print(
          Objects.requireNonNullElse(certificateKind, CertificateKind.OTHER),
          Objects.requireNonNullElse(certificateNumber, ""),
          Objects.requireNonNullElse(certificateValidUntil, LocalDate.EPOCH));
    }

    String fileName() {
      String name = certificateFile == null ? null : certificateFile.getOriginalFilename();
      return name == null ? "" : name;
    }
  }

  @PostMapping("/certificate/{draft}/drop")
  String dropCertificate(Actor actor, @PathVariable UUID draft, RedirectAttributes redirect) {
    papers.drop(actor, draft);
    return done(redirect, "provider.done.dropped");
  }

  @GetMapping("/file/{document}")
  ResponseEntity<Resource> file(Actor actor, @PathVariable UUID document) {
    Papers.Content content = papers.open(actor, document);
    return DocumentResponses.inline(content.document(), content.content());
  }

  @GetMapping("/{id}/file/{document}")
  ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
    Papers.Content content = papers.open(actor, id, document);
    return DocumentResponses.inline(content.document(), content.content());
  }

  @PostMapping("/{id}/papers")
  String supplyPapers(
      Actor actor, @PathVariable UUID id, @RequestParam String note, RedirectAttributes redirect) {
    providers.supplyPapers(actor, id, certificates(actor), note);
    return done(redirect, "provider.done.papers");
  }

  @PostMapping("/{id}/account")
  String changeAccount(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String bank,
      @RequestParam String accountNumber,
      RedirectAttributes redirect) {
    Organisation organisation = identities.organisation(actor.organisationId());
    providers.changeAccount(actor, id, EntryForm.account(bank, accountNumber, organisation));
    return done(redirect, "provider.done.account");
  }

  @PostMapping("/{id}/leave")
  String leave(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    providers.leave(actor, id, reason);
    return done(redirect, "provider.done.left");
  }

  private List<Certificate> certificates(Actor actor) {
    return papers.drafts(actor).stream().map(Papers.Draft::certificate).toList();
  }

  private static String done(RedirectAttributes redirect, String message) {
    redirect.addFlashAttribute("done", message);
    return BACK;
  }
}
