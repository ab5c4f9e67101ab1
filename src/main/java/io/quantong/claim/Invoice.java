package io.quantong.claim;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The invoice of a claim as the provider states it (M3); every part may be missing while the claim
 * is a draft.
 *
 * @param number invoice number, 8 to 30 letters, digits or dashes
 * @param issuedOn day of issue
 * @param net amount without tax
 * @param gross amount with tax
 * @param seller name of the seller on the invoice
 * @param buyer name of the buyer on the invoice
 * @param documentId the file
 */
public record Invoice(
    @Nullable String number,
    @Nullable LocalDate issuedOn,
    @Nullable Money net,
    @Nullable Money gross,
    @Nullable String seller,
    @Nullable String buyer,
    @Nullable UUID documentId) {

  /** Nothing stated yet. */
  public static final Invoice NONE = new Invoice(null, null, null, null, null, null, null);

  Invoice withFile(@Nullable UUID file) {
    return new Invoice(number, issuedOn, net, gross, seller, buyer, file);
  }

  /** This invoice with everything a file states; what it does not state stays. */
  Invoice asIn(Invoice file) {
    return new Invoice(
        file.number == null ? number : file.number,
        file.issuedOn == null ? issuedOn : file.issuedOn,
        file.net == null ? net : file.net,
        file.gross == null ? gross : file.gross,
        file.seller == null ? seller : file.seller,
        file.buyer == null ? buyer : file.buyer,
        documentId);
  }
}
