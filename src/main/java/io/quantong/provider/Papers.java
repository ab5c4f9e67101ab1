package io.quantong.provider;

import io.quantong.document.Documents;
import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Application.CertificateKind;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certificates and their files (M6): kept before an application, shown to those who may see them.
 */
@Service
public class Papers {

  private static final Set<ProviderState> LISTED =
      Set.of(ProviderState.ADMITTED, ProviderState.SUSPENDED);

  private final DraftRepository drafts;
  private final Providers providers;
  private final Documents documents;
  private final Clock clock;

  Papers(DraftRepository drafts, Providers providers, Documents documents, Clock clock) {
    this.drafts = drafts;
    this.providers = providers;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * A certificate that is not yet part of an entry.
   *
   * @param id identifier
   * @param certificate with its file
   */
  public record Draft(UUID id, Certificate certificate) {}

  /**
   * What is printed on a certificate.
   *
   * @param kind what it certifies
   * @param number as printed
   * @param validUntil last day of validity
   */
  public record Print(CertificateKind kind, String number, LocalDate validUntil) {}

  /**
   * A file to be shown; the stream is to be closed by the caller.
   *
   * @param document what is known of it
   * @param content its bytes
   */
  public record Content(StoredDocument document, InputStream content) {}

  /** Certificates the actor's organisation has shown but not yet handed in, in that order. */
  @Transactional(readOnly = true)
  public List<Draft> drafts(Actor actor) {
    actor.require(Role.PROVIDER_MANAGER);
    return drafts.of(actor.organisationId());
  }

  /**
   * Takes a certificate in: an entry in the library gets it at once, else it waits for the
   * application or the answer to the bureau.
   *
   * @param fileName as uploaded; empty when no file was chosen
   * @throws Refused with every reason against it
   */
  @Transactional
  public void add(Actor actor, Print print, String fileName, InputStream content) {
    actor.require(Role.PROVIDER_MANAGER);
    @Nullable UUID file =
        fileName.isBlank() ? null : documents.store(actor, fileName, content).id();
    Certificate certificate =
        new Certificate(print.kind(), print.number().strip(), print.validUntil(), file);
    Refused.ifAny(
        ApplicationRules.certificate(
            certificate, file == null ? Set.of() : Set.of(file), LocalDate.now(clock)));
    Optional<Provider> listed =
        providers
            .byOrganisation(actor.organisationId())
            .filter(entry -> LISTED.contains(entry.state()));
    if (listed.isPresent()) {
      providers.addCertificate(actor, listed.get().id(), certificate);
    } else {
      drafts.insert(Ids.next(), actor.organisationId(), certificate, LocalDate.now(clock));
    }
  }

  /** Takes a certificate back that was not yet handed in. */
  @Transactional
  public void drop(Actor actor, UUID draft) {
    actor.require(Role.PROVIDER_MANAGER);
    drafts.delete(actor.organisationId(), draft);
  }

  /** The file of a certificate for those who may read the entry's dossier. */
  @Transactional(readOnly = true)
  public Content open(Actor actor, UUID entry, UUID document) {
    return content(providers.dossier(actor, entry).certificates().stream(), document);
  }

  /** The file of a certificate of the actor's own that was not yet handed in. */
  @Transactional(readOnly = true)
  public Content open(Actor actor, UUID document) {
    return content(drafts(actor).stream().map(Draft::certificate), document);
  }

  private Content content(Stream<Certificate> certificates, UUID document) {
    UUID known =
        certificates
            .map(Certificate::documentId)
            .filter(Objects::nonNull)
            .filter(document::equals)
            .findFirst()
            .orElseThrow(() -> new Refused(ProviderRefusal.NOT_FOUND));
    return new Content(documents.describe(List.of(known)).getFirst(), documents.open(known));
  }
}
