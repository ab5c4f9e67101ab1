package io.quantong.catalogue;

/** States of an offer: DRAFT → PUBLISHED ⇄ WITHDRAWN. */
public enum OfferState {
  /** Being written; nobody but its provider sees it. */
  DRAFT,
  /** Complete and on show (M7). */
  PUBLISHED,
  /** Taken off; existing orders go on. */
  WITHDRAWN
}
