package io.quantong.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the provider library 服务机构库.
 *
 * @param id identifier of the entry
 * @param organisationId the organisation
 * @param name registered name
 * @param nameEn English name
 * @param kind what it is; decides exemption (M6)
 * @param state of the entry
 * @param district own district when in the city, else null
 * @param admittingDistrict the district that admits and supervises the entry (属地)
 * @param place where it is, in words
 * @param account payee account
 */
public record Provider(
    UUID id,
    UUID organisationId,
    String name,
    String nameEn,
    ProviderKind kind,
    ProviderState state,
    @Nullable String district,
    String admittingDistrict,
    String place,
    BankAccount account) {

  /**
   * Payee account.
   *
   * @param bank name of the bank branch
   * @param number account number; masked wherever it is shown
   * @param holder account name, must be the organisation
   */
  public record BankAccount(String bank, String number, String holder) {

    /** The number with only its last four digits, for everyone who does not pay. */
    public String maskedNumber() {
      return "**** **** " + number.substring(Math.max(0, number.length() - 4));
    }
  }

  /** This entry with the account number masked. */
  public Provider withMaskedAccount() {
    return new Provider(
        id,
        organisationId,
        name,
        nameEn,
        kind,
        state,
        district,
        admittingDistrict,
        place,
        new BankAccount(account.bank(), account.maskedNumber(), account.holder()));
  }
}
