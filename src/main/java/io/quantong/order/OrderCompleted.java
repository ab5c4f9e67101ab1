package io.quantong.order;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The beneficiary accepted the result and vouchers were captured. Published in the transaction;
 * claim opens the draft claim on it.
 *
 * @param orderId the order
 * @param providerId library entry
 * @param day platform day of acceptance
 */
public record OrderCompleted(UUID orderId, UUID providerId, LocalDate day) {}
