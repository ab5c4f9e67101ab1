package io.quantong.catalogue;

/** What happens to an offer. */
enum OfferEvent {
  DRAFT,
  EDIT,
  PRICE,
  PUBLISH,
  WITHDRAW
}
