package io.quantong.voucher;

import static io.quantong.voucher.db.Tables.LOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.budget.Account;
import io.quantong.budget.Budgets;
import io.quantong.budget.Budgets.Appropriation;
import io.quantong.budget.Ledger;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.SelfCheck;
import io.quantong.voucher.Vouchers.ApplicationRequest;
import io.quantong.voucher.Vouchers.Earlier;
import io.quantong.voucher.Vouchers.HoldRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Budgets, lots and holds for tests. */
@Component
public final class Purse {

  private final Vouchers vouchers;
  private final Budgets budgets;
  private final Ledger ledger;
  private final People people;
  private final List<SelfCheck> checks;
  private final DSLContext dsl;
  private final Clock clock;

  Purse(
      Vouchers vouchers,
      Budgets budgets,
      Ledger ledger,
      Identities identities,
      List<SelfCheck> checks,
      DSLContext dsl,
      Clock clock) {
    this.vouchers = vouchers;
    this.budgets = budgets;
    this.ledger = ledger;
    this.people = People.of(identities);
    this.checks = checks;
    this.dsl = dsl;
    this.clock = clock;
  }

  /** The platform's day. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Makes people. */
  public People people() {
    return people;
  }

  /** Brings money into the budget of this year. */
  public void appropriate(String district, Money amount) {
    budgets.appropriate(
        people.clerk(district),
        new Appropriation(district, today().getYear(), amount, "绍财 1 号"),
        RequestKey.fresh());
  }

  /** What the budget of this year has left. */
  public Money budget(String district) {
    return ledger.balance(Account.of(Account.Kind.BUDGET, district, today().getYear()));
  }

  Money balance(Account.Kind kind, String district, Object document) {
    return ledger.balance(Account.of(kind, district, today().getYear(), document));
  }

  /** A lot, paid for by an appropriation of its own. */
  public Lot lot(Actor firm, Money amount) {
    appropriate(String.valueOf(firm.district()), amount);
    Application application =
        vouchers.apply(firm, new ApplicationRequest(amount, "tests"), RequestKey.fresh());
    return lot(firm, application.id());
  }

  /** A lot as it stands now. */
  public Lot lot(Actor firm, UUID id) {
    return vouchers.lots(firm, firm.organisationId()).stream()
        .filter(lot -> lot.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Holds what vouchers pay of a price for a new order. */
  public UUID hold(Actor firm, Money price) {
    UUID order = UUID.randomUUID();
    Quote quote = vouchers.quote(firm.organisationId(), price, Earlier.NOTHING);
    vouchers.hold(
        firm,
        new HoldRequest(
            order,
            "DD-" + order,
            firm.organisationId(),
            price,
            Earlier.NOTHING,
            quote.deduction()));
    return order;
  }

  /** Moves the last day of a lot around the application, as time would. */
  void lastDay(Lot lot, LocalDate day) {
    dsl.update(LOT)
        .set(LOT.VALID_UNTIL, day)
        .set(LOT.ISSUED_ON, day.minusMonths(3))
        .where(LOT.ID.eq(lot.id()))
        .execute();
  }

  /** Everything that must always hold of vouchers and ledger. */
  void assertBalanced() {
    assertThat(checks)
        .filteredOn(check -> check.statement().matches("selfcheck\\.(voucher|budget)\\..*"))
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(check -> assertThat(check.check().holds()).as(check.statement()).isTrue());
  }

  /** The reason of a refusal; fails when nothing is refused. */
  static Refusal refusal(Runnable act) {
    return refusals(act).getFirst();
  }

  /** All reasons of a refusal; fails when nothing is refused. */
  static List<Refusal> refusals(Runnable act) {
    try {
      act.run();
    } catch (Refused refused) {
      return refused.refusals();
    }
    throw new AssertionError("was not refused");
  }

  static VoucherRefusal.Reason reason(Runnable act) {
    return ((VoucherRefusal) refusal(act)).reason();
  }
}
