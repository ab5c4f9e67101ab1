package io.quantong.provider.web;

import io.quantong.identity.Organisation;
import io.quantong.provider.Application;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Provider;
import io.quantong.provider.ProviderKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to enter the library; holder of the account and own district are known.
 *
 * @param kind what it is
 * @param admittingDistrict chosen outside the city only
 * @param place where it is, in words
 * @param bank branch
 * @param accountNumber payee account
 * @param contactName who answers questions
 * @param contactPhone where to call
 * @param integrityDeclared the box about research integrity (M7)
 */
record EntryForm(
    @Nullable ProviderKind kind,
    @Nullable String admittingDistrict,
    @Nullable String place,
    @Nullable String bank,
    @Nullable String accountNumber,
    @Nullable String contactName,
    @Nullable String contactPhone,
    boolean integrityDeclared) {

  Application application(Organisation organisation, List<Certificate> certificates) {
    String district = organisation.district();
    return new Application(
        kind == null ? ProviderKind.OTHER_SERVICE : kind,
        district == null ? text(admittingDistrict) : district,
        text(place),
        account(bank, accountNumber, organisation),
        new Application.Contact(text(contactName), text(contactPhone)),
        certificates,
        integrityDeclared);
  }

  /** Money goes to the organisation itself, so nobody is asked for the holder. */
  static Provider.BankAccount account(
      @Nullable String bank, @Nullable String number, Organisation organisation) {
    return new Provider.BankAccount(text(bank), text(number).replace(" ", ""), organisation.name());
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").strip();
  }
}
