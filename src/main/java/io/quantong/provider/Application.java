package io.quantong.provider;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation states when it asks to enter the library (M6, M7). Name and own district are
 * known from its registration and not asked.
 *
 * @param kind what it is; exempt kinds need no certificate
 * @param admittingDistrict six-digit code; own district when in the city, else the one chosen
 * @param place where it is, in words
 * @param account payee account; its holder is the organisation
 * @param contact who answers questions; never public
 * @param certificates at least one unless the kind is exempt
 * @param integrityDeclared true when good research integrity was declared (M7)
 */
public record Application(
    ProviderKind kind,
    String admittingDistrict,
    String place,
    Provider.BankAccount account,
    Contact contact,
    List<Certificate> certificates,
    boolean integrityDeclared) {

  public Application {
    certificates = List.copyOf(certificates);
  }

  /**
   * A person to ask.
   *
   * @param name of the person
   * @param phone where to call
   */
  public record Contact(String name, String phone) {}

  /** What a certificate certifies. */
  public enum CertificateKind {
    /** 检验检测机构资质认定, twelve digits. */
    CMA,
    /** 实验室认可. */
    CNAS,
    /** Licence or permit of the trade. */
    LICENCE,
    OTHER
  }

  /**
   * A certificate.
   *
   * @param kind what it certifies
   * @param number as printed
   * @param validUntil last day of validity
   * @param documentId the scanned certificate
   */
  public record Certificate(
      CertificateKind kind, String number, LocalDate validUntil, @Nullable UUID documentId) {}
}
