package io.quantong.budget;

import io.quantong.kernel.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
    Map<Account.Kind, Money> amounts = new EnumMap<>(Account.Kind.class);
    amounts.put(Account.Kind.BUDGET, available);
    amounts.put(Account.Kind.LOT, inLots);
    amounts.put(Account.Kind.HELD, held);
    amounts.put(Account.Kind.OWED, owed);
    amounts.put(Account.Kind.PAYABLE, payable);
    amounts.put(Account.Kind.PAID, paid);
    amounts.put(Account.Kind.RECOVERY, recovery);
    List<Part> parts = new ArrayList<>();
    Money before = Money.ZERO;
    for (Map.Entry<Account.Kind, Money> entry : amounts.entrySet()) {
      Money after = before.plus(entry.getValue());
      parts.add(
          new Part(
              entry.getKey(),
              entry.getValue(),
              permille(before),
              permille(after) - permille(before)));
      before = after;
    }
    return List.copyOf(parts);
  }

  /** How far the money has come: each stage holds all that reached it, later stages included. */
  public List<Stage> stages() {
    Money paidOut = paid.plus(recovery);
    Money confirmed = payable.plus(paidOut);
    Money used = owed.plus(confirmed);
    Money ordered = held.plus(used);
    return List.of(
        stage("APPROPRIATED", appropriated),
        stage("ISSUED", inLots.plus(ordered)),
        stage("ORDERED", ordered),
        stage("USED", used),
        stage("CONFIRMED", confirmed),
        stage("PAID", paidOut));
  }

  private Stage stage(String name, Money amount) {
    return new Stage(name, amount, permille(amount));
  }

  private int permille(Money amount) {
    return Math.toIntExact(amount.share(WHOLE, Math.max(1, appropriated.fen())).fen());
  }

  /**
   * A part of the appropriation.
   *
   * @param kind the kind of account it lies on
   * @param amount how much
   * @param from where it begins in a picture of a thousand points
   * @param permille its width there, so that all parts together fill the thousand
   */
  public record Part(Account.Kind kind, Money amount, int from, int permille) {}

  /**
   * A station on the way of the money.
   *
   * @param name message key part: APPROPRIATED, ISSUED, ORDERED, USED, CONFIRMED, PAID
   * @param amount what reached it
   * @param permille share of the appropriation in thousandths, rounded down
   */
  public record Stage(String name, Money amount, int permille) {}
}
