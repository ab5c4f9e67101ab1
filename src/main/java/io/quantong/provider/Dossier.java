package io.quantong.provider;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry with all that its own people and the bureaus may see; the account number is masked
 * unless the reader may know it.
 *
 * @param provider the entry
 * @param route how it came in (M6)
 * @param contact who answers questions
 * @param appliedOn day of application
 * @param admittedOn day of admission; null before
 * @param papersDue last day for further papers; null when none are awaited
 * @param revokedUntil last day of the bar; null unless revoked
 * @param certificates latest first
 */
public record Dossier(
    Provider provider,
    Route route,
    Application.Contact contact,
    LocalDate appliedOn,
    @Nullable LocalDate admittedOn,
    @Nullable LocalDate papersDue,
    @Nullable LocalDate revokedUntil,
    List<Application.Certificate> certificates) {

  public Dossier {
    certificates = List.copyOf(certificates);
  }

  /** How an entry comes into the library. */
  public enum Route {
    /** By its kind, checked afterwards. */
    EXEMPT,
    /** By the decision of a district. */
    REVIEWED
  }

  Dossier withMaskedAccount() {
    return new Dossier(
        provider.withMaskedAccount(),
        route,
        contact,
        appliedOn,
        admittedOn,
        papersDue,
        revokedUntil,
        certificates);
  }
}
