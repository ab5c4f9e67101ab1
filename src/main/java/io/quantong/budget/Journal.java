package io.quantong.budget;

import java.util.List;

/**
 * Transfers that belong to one business step.
 *
 * @param operation what happened: {@code voucher.hold}
 * @param documentType noun of the document: {@code lot}, {@code order}, {@code claim} …
 * @param documentId its identifier
 * @param transfers at least one
 */
public record Journal(
    String operation, String documentType, String documentId, List<Transfer> transfers) {

  public Journal {
    transfers = List.copyOf(transfers);
    if (transfers.isEmpty()) {
      throw new IllegalArgumentException("a journal moves something");
    }
  }
}
