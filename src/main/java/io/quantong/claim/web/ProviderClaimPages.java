package io.quantong.claim.web;

import io.quantong.claim.ClaimView.PaperKind;
import io.quantong.claim.Claims;
import io.quantong.document.DocumentRefusal;
import io.quantong.document.Documents;
import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
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

/** What a provider does on the page of its claim. */
@Controller
@RequestMapping("/claim/{id:[0-9a-fA-F-]{36}}")
@Allow({Role.PROVIDER_FINANCE, Role.PROVIDER_MANAGER})
class ProviderClaimPages {

  private final Claims claims;
  private final Documents documents;

  ProviderClaimPages(Claims claims, Documents documents) {
    this.claims = claims;
    this.documents = documents;
  }

  /** Files are stored at once, so that a refusal elsewhere never loses one. */
  @PostMapping("/upload")
  String upload(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam PaperKind kind,
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
        StoredDocument stored = documents.store(actor, name(file), content);
        claims.attach(actor, id, kind, stored.id());
      }
    }
    return done(id, "upload", redirect);
  }

  @PostMapping("/fill")
  String fill(Actor actor, @PathVariable UUID id, InvoiceForm form, RedirectAttributes redirect) {
    claims.fill(actor, id, form.invoice());
    return done(id, "fill", redirect);
  }

  @PostMapping("/submit")
  String submit(
      Actor actor,
      @PathVariable UUID id,
      InvoiceForm form,
      Handing handing,
      RedirectAttributes redirect) {
    claims.submit(actor, id, form.invoice(), handing.declared() != null, handing.requestKey());
    return done(id, "submit", redirect);
  }

  @PostMapping("/supply")
  String supply(
      Actor actor,
      @PathVariable UUID id,
      InvoiceForm form,
      Handing handing,
      RedirectAttributes redirect) {
    claims.supply(actor, id, form.invoice(), handing.words(), handing.requestKey());
    return done(id, "supply", redirect);
  }

  @PostMapping("/withdraw")
  String withdraw(
      Actor actor, @PathVariable UUID id, Handing handing, RedirectAttributes redirect) {
    claims.withdraw(actor, id, handing.words(), handing.requestKey());
    return done(id, "withdraw", redirect);
  }

  /**
   * What goes along with a claim handed in.
   *
   * @param declared ticked or not
   * @param reason words of the provider
   * @param key of the request
   */
  record Handing(@Nullable String declared, @Nullable String reason, @Nullable String key) {
    String words() {
      return reason == null ? "" : reason;
    }

    RequestKey requestKey() {
      return RequestKey.of(key);
    }
  }

  private static String name(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null ? "" : name;
  }

  private static String done(UUID id, String what, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", "claim.done." + what);
    return "redirect:/claim/" + id;
  }
}
