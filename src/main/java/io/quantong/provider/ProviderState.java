package io.quantong.provider;

/** States of a library entry (product section 5). */
public enum ProviderState {
  APPLIED,
  UNDER_REVIEW,
  AWAITING_PAPERS,
  ADMITTED,
  REFUSED,
  SUSPENDED,
  REVOKED,
  LEFT
}
