package io.quantong.order;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened around an order, as its claim shows and checks it (M3, M4).
 *
 * @param contractNumber number of the contract made on acceptance; null before
 * @param contractFileId the contract as a file; null when it is kept as data only
 * @param contractSignedOn day on which both sides had agreed; null before
 * @param tariffPrice what the published tariff in force when ordered gives for the quantity
 * @param chargedMinutes minutes the price counts; null when not priced by the hour
 * @param bookedMinutes minutes of the booking; null when nothing was booked
 * @param loggedMinutes minutes of the usage log; null when nothing was logged
 */
public record ServiceRecord(
    @Nullable String contractNumber,
    @Nullable UUID contractFileId,
    @Nullable LocalDate contractSignedOn,
    Money tariffPrice,
    @Nullable Integer chargedMinutes,
    @Nullable Integer bookedMinutes,
    @Nullable Integer loggedMinutes) {

  /**
   * Captured vouchers under one budget.
   *
   * @param district funding district
   * @param year budget year
   * @param amount above zero
   */
  public record Owed(String district, int year, Money amount) {}
}
