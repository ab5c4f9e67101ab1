package io.quantong.order;

import io.quantong.kernel.Money;
import java.util.UUID;

/**
 * Part or all of a completed order was refunded; the deduction was reversed in the same ratio
 * before. Published in the transaction.
 *
 * @param orderId the order
 * @param voucherPart reversed deduction
 * @param whole true when nothing remains
 */
public record OrderRefunded(UUID orderId, Money voucherPart, boolean whole) {}
