package io.quantong.order;

import java.util.UUID;

/**
 * Asked before a refund of a completed order. Implemented by the module that knows how far the
 * money has gone.
 */
public interface RefundGate {

  /**
   * Lets the refund pass or throws {@link io.quantong.kernel.Refused}: a claim that is submitted
   * must be withdrawn first; one that is paid needs a recovery.
   */
  void beforeRefund(UUID orderId);
}
