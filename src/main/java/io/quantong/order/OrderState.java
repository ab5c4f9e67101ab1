package io.quantong.order;

/** States of an order (product section 5). */
public enum OrderState {
  DRAFT,
  PLACED,
  ACCEPTED,
  DECLINED,
  TIMED_OUT,
  REPRICED,
  IN_SERVICE,
  DELIVERED,
  DISPUTED,
  COMPLETED,
  CANCELLED,
  REFUNDED,
  CLOSED
}
