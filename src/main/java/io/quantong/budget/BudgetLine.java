package io.quantong.budget;

import io.quantong.kernel.Money;
import java.util.List;

/**
 * Where the money of a district's budget year stands (M13). The parts add up to what was
 * appropriated.
 *
 * @param district six digits
 * @param year budget year
 * @param appropriated by the finance bureau in all
 * @param available not yet given out
 * @param inLots with beneficiaries, free to use
 * @param held by orders
 * @param owed for services done, not yet confirmed
 * @param payable confirmed, in notice or waiting for payment
 * @param paid to providers
 * @param recovery paid and claimed back
 */
public record BudgetLine(
    String district,
    int year,
    Money appropriated,
    Money available,
    Money inLots,
    Money held,
    Money owed,
    Money payable,
    Money paid,
    Money recovery) {

  private static final long WHOLE = 1_000;

  /** The parts in the order money passes them, for pictures and tables. */
  public List<Part> parts() {
    return List.of(
        part(Account.Kind.BUDGET, available),
        part(Account.Kind.LOT, inLots),
        part(Account.Kind.HELD, held),
        part(Account.Kind.OWED, owed),
        part(Account.Kind.PAYABLE, payable),
        part(Account.Kind.PAID, paid),
        part(Account.Kind.RECOVERY, recovery));
  }

  private Part part(Account.Kind kind, Money amount) {
    long whole = Math.max(1, appropriated.fen());
    return new Part(kind, amount, Math.toIntExact(amount.share(WHOLE, whole).fen()));
  }

  /**
   * A part of the appropriation.
   *
   * @param kind the kind of account it lies on
   * @param amount how much
   * @param permille share of the appropriation in thousandths, rounded down
   */
  public record Part(Account.Kind kind, Money amount, int permille) {}
}
