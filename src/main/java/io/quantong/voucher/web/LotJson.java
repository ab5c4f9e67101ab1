package io.quantong.voucher.web;

import io.quantong.voucher.Lot;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A lot.
 *
 * @param id identifier
 * @param number readable number
 * @param district issuing district
 * @param year budget year
 * @param state where it stands
 * @param parts where its face is, in yuan
 * @param issuedOn platform day of issue
 * @param validUntil last day
 * @param policyVersion policy under which it was issued
 */
record LotJson(
    UUID id,
    String number,
    String district,
    int year,
    String state,
    Lot.Parts parts,
    LocalDate issuedOn,
    LocalDate validUntil,
    long policyVersion) {

  static LotJson of(Lot lot) {
    return new LotJson(
        lot.id(),
        lot.number(),
        lot.district(),
        lot.year(),
        lot.state().name(),
        lot.parts(),
        lot.issuedOn(),
        lot.validUntil(),
        lot.policyVersion());
  }
}
