package io.quantong.voucher;

import io.quantong.kernel.Money;

/**
 * A part of an amount by the budget that bears it.
 *
 * @param district issuing district
 * @param year budget year of the lot
 * @param amount above zero
 */
public record Share(String district, int year, Money amount) {}
