package io.quantong.provider.web;

import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.provider.Admissions;
import io.quantong.provider.Dossier;
import io.quantong.provider.Library;
import io.quantong.provider.Papers;
import io.quantong.provider.Provider;
import io.quantong.provider.ProviderKind;
import io.quantong.provider.ProviderRefusal;
import io.quantong.provider.ProviderState;
import io.quantong.provider.Providers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The library for programs (M5, M6, M8, M14). */
@RestController
@RequestMapping("/api/v1/providers")
@Tag(name = "providers")
class ProviderApi {

  private final Library library;
  private final Providers providers;
  private final Admissions admissions;
  private final Papers papers;
  private final Identities identities;

  ProviderApi(
      Library library,
      Providers providers,
      Admissions admissions,
      Papers papers,
      Identities identities) {
    this.library = library;
    this.providers = providers;
    this.admissions = admissions;
    this.papers = papers;
    this.identities = identities;
  }

  /** An entry as its own people and the bureaus see it; the account is masked. */
  record Entry(
      UUID id,
      String name,
      ProviderKind kind,
      ProviderState state,
      @Nullable String district,
      String admittingDistrict,
      Dossier.Route route,
      LocalDate appliedOn,
      @Nullable LocalDate admittedOn,
      @Nullable LocalDate papersDue,
      @Nullable LocalDate revokedUntil,
      String bank,
      String account) {

    static Entry of(Dossier one) {
      Provider entry = one.provider();
      return new Entry(
          entry.id(),
          entry.name(),
          entry.kind(),
          entry.state(),
          entry.district(),
          entry.admittingDistrict(),
          one.route(),
          one.appliedOn(),
          one.admittedOn(),
          one.papersDue(),
          one.revokedUntil(),
          entry.account().bank(),
          entry.account().maskedNumber());
    }
  }

  /**
   * What the district decides.
   *
   * @param decision one of the ways
   * @param reason needed for all but an admission
   * @param until last day of the bar; for a revocation only
   */
  record Decision(Way decision, @Nullable String reason, @Nullable LocalDate until) {

    /** Without a way the body cannot be read. */
    Decision {
      Objects.requireNonNull(decision);
    }

    /** The ways to decide. */
    enum Way {
      ADMIT,
      ASK_PAPERS,
      REFUSE,
      SUSPEND,
      RESUME,
      REVOKE
    }

    String why() {
      return Objects.requireNonNullElse(reason, "");
    }
  }

  @GetMapping
  @Allow(everyone = true)
  @Operation(
      summary = "The public library: admitted and suspended providers by name; pages from zero")
  Library.Page list(LibraryPages.Find find, @RequestParam(defaultValue = "0") int page) {
    return library.find(find.search(page));
  }

  @GetMapping("/{id}")
  @Allow(everyone = true)
  @Operation(summary = "A public entry")
  Library.Listed one(@PathVariable UUID id) {
    return library.entry(id).orElseThrow(() -> new Refused(ProviderRefusal.NOT_FOUND));
  }

  @GetMapping("/mine")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_FINANCE, Role.PROVIDER_TECHNICIAN})
  @Operation(summary = "The entry of the caller's organisation, whatever became of it")
  Entry mine(Actor actor) {
    return providers
        .own(actor)
        .map(Entry::of)
        .orElseThrow(() -> new Refused(ProviderRefusal.NOT_FOUND));
  }

  @PostMapping
  @Allow(Role.PROVIDER_MANAGER)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Apply for the library with the certificates uploaded before")
  Entry apply(Actor actor, @RequestBody EntryForm form) {
    Organisation organisation = identities.organisation(actor.organisationId());
    Provider entry =
        providers.apply(
            actor,
            form.application(
                organisation,
                papers.drafts(actor).stream().map(Papers.Draft::certificate).toList()));
    return Entry.of(providers.dossier(actor, entry.id()));
  }

  @GetMapping("/admissions")
  @Allow({
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.CITY_SCIENCE,
    Role.AUDITOR
  })
  @Operation(summary = "Entries of the caller's district; without a state those to be decided")
  List<Entry> admissions(Actor actor, AdmissionPages.Find find) {
    return providers.review(actor, find.filter()).cards().stream()
        .map(card -> Entry.of(providers.dossier(actor, card.provider().id())))
        .toList();
  }

  @PostMapping("/{id}/decisions")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  @Operation(summary = "Decide on an entry; only the head revokes")
  Entry decide(Actor actor, @PathVariable UUID id, @RequestBody Decision decision) {
    LocalDate until = Objects.requireNonNullElse(decision.until(), LocalDate.EPOCH);
    Provider decided =
        switch (decision.decision()) {
          case ADMIT -> admissions.admit(actor, id);
          case ASK_PAPERS -> admissions.askPapers(actor, id, decision.why());
          case REFUSE -> admissions.refuse(actor, id, decision.why());
          case SUSPEND -> admissions.suspend(actor, id, decision.why());
          case RESUME -> admissions.resume(actor, id, decision.why());
          case REVOKE -> admissions.revoke(actor, id, until, decision.why());
        };
    return Entry.of(providers.dossier(actor, decided.id()));
  }
}
