package io.quantong.voucher;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A voucher: bound to its owner, not transferable (product section 4).
 *
 * @param id identifier
 * @param number readable number
 * @param ownerId beneficiary organisation
 * @param district issuing district
 * @param year budget year
 * @param parts where its face is
 * @param state where it stands
 * @param issuedOn platform day of issue
 * @param validUntil last day, to its end
 * @param policyVersion policy under which it was issued
 * @param purpose what it was asked for, in the owner's words; may be empty
 */
public record Lot(
    UUID id,
    String number,
    UUID ownerId,
    String district,
    int year,
    Parts parts,
    LotState state,
    LocalDate issuedOn,
    LocalDate validUntil,
    long policyVersion,
    String purpose) {

  /** True on its last day and before. */
  public boolean validOn(LocalDate day) {
    return !validUntil.isBefore(day);
  }

  /** True when its available part can be spent on a day. */
  public boolean spendableOn(LocalDate day) {
    return state == LotState.ACTIVE && validOn(day) && parts.available().isPositive();
  }

  Lot with(Parts newParts, LotState newState) {
    return with(newParts, newState, validUntil);
  }

  Lot with(Parts newParts, LotState newState, LocalDate newLastDay) {
    return new Lot(
        id,
        number,
        ownerId,
        district,
        year,
        newParts,
        newState,
        issuedOn,
        newLastDay,
        policyVersion,
        purpose);
  }

  /**
   * The parts of a face; they always add up to it.
   *
   * @param face as issued
   * @param available free to spend
   * @param held by orders
   * @param used captured and not taken back
   * @param expired gone back to the budget because time ran out
   * @param revoked gone back to the budget by decision
   */
  public record Parts(
      Money face, Money available, Money held, Money used, Money expired, Money revoked) {

    public Parts {
      Money sum = available.plus(held).plus(used).plus(expired).plus(revoked);
      if (!sum.equals(face)
          || available.isNegative()
          || held.isNegative()
          || used.isNegative()
          || expired.isNegative()
          || revoked.isNegative()) {
        throw new IllegalArgumentException("the parts do not make up the face");
      }
    }

    static Parts fresh(Money face) {
      return new Parts(face, face, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    Parts hold(Money amount) {
      return new Parts(face, available.minus(amount), held.plus(amount), used, expired, revoked);
    }

    Parts capture(Money amount) {
      return new Parts(face, available, held.minus(amount), used.plus(amount), expired, revoked);
    }

    Parts release(Money amount) {
      return new Parts(face, available.plus(amount), held.minus(amount), used, expired, revoked);
    }

    Parts heldToExpired(Money amount) {
      return new Parts(face, available, held.minus(amount), used, expired.plus(amount), revoked);
    }

    Parts heldToRevoked(Money amount) {
      return new Parts(face, available, held.minus(amount), used, expired, revoked.plus(amount));
    }

    Parts reverse(Money amount) {
      return new Parts(face, available.plus(amount), held, used.minus(amount), expired, revoked);
    }

    Parts usedToExpired(Money amount) {
      return new Parts(face, available, held, used.minus(amount), expired.plus(amount), revoked);
    }

    Parts usedToRevoked(Money amount) {
      return new Parts(face, available, held, used.minus(amount), expired, revoked.plus(amount));
    }

    Parts expire() {
      return new Parts(face, Money.ZERO, held, used, expired.plus(available), revoked);
    }

    Parts revoke() {
      return new Parts(face, Money.ZERO, held, used, expired, revoked.plus(available));
    }
  }
}
