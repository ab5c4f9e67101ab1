package io.quantong.payout;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Money to providers (M4): payment items, batches by maker and approver, results. */
@Service
public class Payouts {

  /**
   * A claim was confirmed: owed becomes payable, the cut part returns to the budget. Called again
   * after an upheld objection with a new sum; then the difference returns to the budget.
   */
  public void enter(Actor actor, PaymentRequest request) {
    throw new IllegalStateException();
  }

  /** The claim was refused: whatever is owed or payable for it returns to the budget. */
  public void refuse(Actor actor, Settlement settlement) {
    throw new IllegalStateException();
  }

  /** The notice ended clean: the item may enter a batch; must be paid within the policy's days. */
  public void clear(Actor actor, UUID claimId, LocalDate payBy) {
    throw new IllegalStateException();
  }

  /** An objection came in: the item leaves the reach of batches until cleared again. */
  public void block(Actor actor, UUID claimId) {
    throw new IllegalStateException();
  }

  /**
   * What is owed for an order under one budget.
   *
   * @param district funding district
   * @param year budget year
   * @param owed captured amount
   * @param confirmed what of it is confirmed, from 0 to {@code owed}
   */
  public record Part(String district, int year, Money owed, Money confirmed) {}

  /**
   * The documents whose money is settled.
   *
   * @param claimId the claim
   * @param orderId the order
   * @param parts by budget
   */
  public record Settlement(UUID claimId, UUID orderId, List<Part> parts) {}

  /**
   * A payable claim.
   *
   * @param settlement amounts by budget; all parts of one funding district
   * @param claimNumber readable number, becomes the remittance text
   * @param payee where the money goes
   * @param handledBy persons who submitted, reviewed or second-reviewed; none may make or approve the
   *     payment
   */
  public record PaymentRequest(
      Settlement settlement, String claimNumber, Payee payee, Set<UUID> handledBy) {}

  /**
   * Where money goes.
   *
   * @param providerId library entry
   * @param holder account name
   * @param bank bank branch
   * @param accountNumber account number
   */
  public record Payee(UUID providerId, String holder, String bank, String accountNumber) {}
}
