package io.quantong.identity;

import io.quantong.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation, as registered.
 *
 * @param id identifier
 * @param kind what it is
 * @param name registered name (public)
 * @param nameEn English name, may equal {@code name}
 * @param unifiedCode unified social credit code (GB 32100, public); null for an entrepreneur
 * @param district six-digit code; null outside the city
 * @param profile figures for eligibility
 * @param legalRepresentative name, used for the related-party check
 * @param phone contact phone, used for the related-party check, never public
 * @param address registered address
 */
public record Organisation(
    UUID id,
    OrganisationKind kind,
    String name,
    String nameEn,
    @Nullable String unifiedCode,
    @Nullable String district,
    Profile profile,
    String legalRepresentative,
    String phone,
    String address) {

  /**
   * Size of a firm; zeros where it does not apply.
   *
   * @param staff insured employees
   * @param sales of last year
   * @param assets at the end of last year
   */
  public record Profile(int staff, Money sales, Money assets) {}
}
