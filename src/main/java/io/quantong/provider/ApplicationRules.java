package io.quantong.provider;

import io.quantong.identity.Organisation;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Refusal;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Application.CertificateKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may enter the library (M6, M7, M8): pure rules, every reason is given. */
final class ApplicationRules {

  private static final Pattern CMA_NUMBER = Pattern.compile("\\d{12}");
  private static final Pattern ACCOUNT_NUMBER = Pattern.compile("\\d{8,30}");

  /**
   * All that is known when an application is judged.
   *
   * @param committed true when the credit commitment is signed
   * @param listed true when a live entry exists
   * @param barredUntil last day of a revocation, null without one
   * @param districts codes of the districts of the city
   * @param files those of the certificates' files that exist
   */
  record Facts(
      Application application,
      Organisation organisation,
      boolean committed,
      boolean listed,
      @Nullable LocalDate barredUntil,
      Set<String> districts,
      Set<UUID> files,
      LocalDate today) {}

  private static final List<Function<Facts, List<Refusal>>> RULES =
      List.of(
          ApplicationRules::organisationCanProvide,
          ApplicationRules::commitmentIsSigned,
          ApplicationRules::integrityIsDeclared,
          ApplicationRules::notListedYet,
          ApplicationRules::notBarred,
          ApplicationRules::districtIsItsOwn,
          facts -> when(facts.application().place().isBlank(), ProviderRefusal.PLACE_MISSING),
          facts -> account(facts.application().account(), facts.organisation().name()),
          ApplicationRules::contactIsNamed,
          ApplicationRules::certificatesAreShown);

  private ApplicationRules() {}

  /** Every reason against the application; empty when it may stand. */
  static List<Refusal> check(Facts facts) {
    return RULES.stream().flatMap(rule -> rule.apply(facts).stream()).toList();
  }

  /** Money goes to an account of the organisation itself (plan 三(一)). */
  static List<Refusal> account(Provider.BankAccount account, String organisation) {
    return Stream.of(
            when(account.bank().isBlank(), ProviderRefusal.BANK_MISSING),
            when(
                !ACCOUNT_NUMBER.matcher(account.number()).matches(),
                ProviderRefusal.ACCOUNT_NUMBER),
            when(
                !account.holder().equals(organisation),
                ProviderRefusal.ACCOUNT_HOLDER.about(organisation)))
        .flatMap(List::stream)
        .toList();
  }

  /** A certificate is readable, in force and on file (M6). */
  static List<Refusal> certificate(Certificate certificate, Set<UUID> files, LocalDate today) {
    List<Refusal> found = new ArrayList<>();
    boolean cma = certificate.kind() == CertificateKind.CMA;
    String number = certificate.number();
    if (number.isBlank() || cma && !CMA_NUMBER.matcher(number).matches()) {
      found.add(ProviderRefusal.CERTIFICATE_NUMBER.about(number));
    }
    if (certificate.validUntil().isBefore(today)) {
      found.add(ProviderRefusal.CERTIFICATE_EXPIRED.about(number, certificate.validUntil()));
    }
    UUID file = certificate.documentId();
    if (file == null || !files.contains(file)) {
      found.add(ProviderRefusal.CERTIFICATE_FILE_MISSING.about(number));
    }
    return found;
  }

  private static List<Refusal> organisationCanProvide(Facts facts) {
    OrganisationKind kind = facts.organisation().kind();
    boolean fits =
        kind == OrganisationKind.ENTERPRISE || kind == OrganisationKind.PUBLIC_INSTITUTION;
    return when(
        !fits || facts.organisation().unifiedCode() == null, ProviderRefusal.ORGANISATION_KIND);
  }

  private static List<Refusal> commitmentIsSigned(Facts facts) {
    return when(!facts.committed(), ProviderRefusal.COMMITMENT_MISSING);
  }

  private static List<Refusal> integrityIsDeclared(Facts facts) {
    return when(!facts.application().integrityDeclared(), ProviderRefusal.INTEGRITY_NOT_DECLARED);
  }

  private static List<Refusal> notListedYet(Facts facts) {
    return when(facts.listed(), ProviderRefusal.ALREADY_LISTED);
  }

  private static List<Refusal> notBarred(Facts facts) {
    LocalDate until = facts.barredUntil();
    return until == null || until.isBefore(facts.today())
        ? List.of()
        : List.of(ProviderRefusal.BARRED.about(until));
  }

  private static List<Refusal> districtIsItsOwn(Facts facts) {
    String wanted = facts.application().admittingDistrict();
    String own = facts.organisation().district();
    boolean inCity = own != null && facts.districts().contains(own);
    return when(
        !facts.districts().contains(wanted) || inCity && !wanted.equals(own),
        ProviderRefusal.WRONG_DISTRICT);
  }

  private static List<Refusal> contactIsNamed(Facts facts) {
    Application.Contact contact = facts.application().contact();
    return when(
        contact.name().isBlank() || contact.phone().isBlank(), ProviderRefusal.CONTACT_MISSING);
  }

  private static List<Refusal> certificatesAreShown(Facts facts) {
    List<Certificate> shown = facts.application().certificates();
    if (shown.isEmpty()) {
      return when(!facts.application().kind().exempt(), ProviderRefusal.CERTIFICATE_MISSING);
    }
    return shown.stream()
        .flatMap(one -> certificate(one, facts.files(), facts.today()).stream())
        .toList();
  }

  private static List<Refusal> when(boolean broken, Refusal refusal) {
    return broken ? List.of(refusal) : List.of();
  }
}
