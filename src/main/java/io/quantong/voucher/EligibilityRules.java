package io.quantong.voucher;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policy;
import io.quantong.voucher.VoucherRefusal.Reason;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may get how much (M1, M15, product section 7): small rules in a list, each with one sentence;
 * all are asked, so that every reason is known. Limits include their own value (Civil Code 1259).
 */
final class EligibilityRules {

  private EligibilityRules() {}

  /**
   * What is known when somebody asks.
   *
   * @param kind what the organisation is
   * @param inCity registered in a district of the city
   * @param staff employees
   * @param sales last year
   * @param assets end of last year
   * @param committed the credit commitment is signed
   * @param unused available and held in its lots
   * @param issuedThisYear faces of its lots issued this calendar year
   * @param budgetLeft of the district
   */
  record Facts(
      OrganisationKind kind,
      boolean inCity,
      int staff,
      Money sales,
      Money assets,
      boolean committed,
      Money unused,
      Money issuedThisYear,
      Money budgetLeft) {}

  private record Case(Facts facts, Policy policy, Money asked) {}

  private record Rule(
      Reason reason, String clause, Predicate<Case> holds, Function<Case, List<Object>> figures) {

    Eligibility.Line ask(Case subject) {
      return new Eligibility.Line(reason, clause, holds.test(subject), figures.apply(subject));
    }
  }

  private static final String APPLYING = "M1";
  private static final String HONESTY = "M15";

  /** What the organisation is, and how large. */
  private static final List<Rule> SIZE =
      List.of(
          // M1: enterprises and entrepreneurs apply.
          new Rule(Reason.KIND, APPLYING, c -> beneficiary(c.facts().kind()), c -> none()),
          // Product 7: small and medium, by staff …
          new Rule(
              Reason.STAFF,
              APPLYING,
              c -> c.facts().staff() <= c.policy().count(Parameter.STAFF_AT_MOST),
              c -> figures(c.facts().staff(), c.policy().count(Parameter.STAFF_AT_MOST))),
          // … by sales …
          new Rule(
              Reason.SALES,
              APPLYING,
              c -> atMost(c.facts().sales(), c.policy().money(Parameter.SALES_AT_MOST)),
              c -> figures(c.facts().sales(), c.policy().money(Parameter.SALES_AT_MOST))),
          // … and by assets.
          new Rule(
              Reason.ASSETS,
              APPLYING,
              c -> atMost(c.facts().assets(), c.policy().money(Parameter.ASSETS_AT_MOST)),
              c -> figures(c.facts().assets(), c.policy().money(Parameter.ASSETS_AT_MOST))));

  /** What must hold whatever the amount. */
  private static final List<Rule> STANDING =
      Stream.concat(
              Stream.of(
                  // M15: both sides commit themselves to honesty first.
                  new Rule(Reason.COMMITMENT, HONESTY, c -> c.facts().committed(), c -> none()),
                  // M1: of the districts that take part.
                  new Rule(Reason.DISTRICT, APPLYING, c -> c.facts().inCity(), c -> none())),
              SIZE.stream())
          .toList();

  private static final List<Rule> AMOUNTS =
      List.of(
          // Product 7: one application.
          new Rule(
              Reason.SINGLE_APPLICATION,
              APPLYING,
              c -> atMost(c.asked(), single(c)),
              c -> figures(c.asked(), single(c))),
          // Product 7: held and not used, this one included.
          new Rule(
              Reason.HELD_UNUSED,
              APPLYING,
              c -> atMost(c.facts().unused().plus(c.asked()), heldCap(c)),
              c -> figures(c.facts().unused(), heldCap(c), left(heldCap(c), c.facts().unused()))),
          // Product 7: of a calendar year, by issue date.
          new Rule(
              Reason.YEARLY_CAP,
              APPLYING,
              c -> atMost(c.facts().issuedThisYear().plus(c.asked()), yearCap(c)),
              c ->
                  figures(
                      c.facts().issuedThisYear(),
                      yearCap(c),
                      left(yearCap(c), c.facts().issuedThisYear()))),
          // M1: and the district's budget bears it.
          new Rule(
              Reason.BUDGET_EXHAUSTED,
              APPLYING,
              c -> atMost(c.asked(), c.facts().budgetLeft()),
              c -> figures(c.facts().budgetLeft())));

  /** Asks every rule about an amount. */
  static Eligibility judge(Facts facts, Policy policy, Money asked) {
    return ask(
        Stream.concat(STANDING.stream(), AMOUNTS.stream()).toList(),
        new Case(facts, policy, asked));
  }

  /** Asks what would be the most; the amount rules are asked about one fen. */
  static Eligibility most(Facts facts, Policy policy) {
    return judge(facts, policy, Money.ofFen(1));
  }

  /** Asks only what the public estimator can know: kind and size. */
  static Eligibility size(Facts facts, Policy policy) {
    return ask(SIZE, new Case(facts, policy, Money.ofFen(1)));
  }

  private static Eligibility ask(List<Rule> rules, Case subject) {
    List<Eligibility.Line> lines = rules.stream().map(rule -> rule.ask(subject)).toList();
    boolean mayNone = STANDING.stream().anyMatch(rule -> !rule.holds().test(subject));
    return new Eligibility(
        mayNone ? Money.ZERO : limit(subject), lines, subject.policy().version());
  }

  private static Money limit(Case c) {
    return single(c)
        .min(left(heldCap(c), c.facts().unused()))
        .min(left(yearCap(c), c.facts().issuedThisYear()))
        .min(c.facts().budgetLeft());
  }

  private static boolean beneficiary(OrganisationKind kind) {
    return switch (kind) {
      case ENTERPRISE, ENTREPRENEUR -> true;
      case PUBLIC_INSTITUTION, SCIENCE_BUREAU, FINANCE_BUREAU, AUDIT_BUREAU -> false;
    };
  }

  private static Money single(Case c) {
    return c.policy().money(Parameter.SINGLE_APPLICATION);
  }

  private static Money heldCap(Case c) {
    return c.policy().money(Parameter.HELD_UNUSED);
  }

  private static Money yearCap(Case c) {
    return c.policy()
        .money(
            c.facts().kind() == OrganisationKind.ENTREPRENEUR
                ? Parameter.YEARLY_CAP_ENTREPRENEUR
                : Parameter.YEARLY_CAP_ENTERPRISE);
  }

  private static Money left(Money cap, Money taken) {
    return cap.minus(taken).max(Money.ZERO);
  }

  private static boolean atMost(Money amount, Money limit) {
    return amount.compareTo(limit) <= 0;
  }

  private static List<Object> figures(Object... figures) {
    return List.of(figures);
  }

  private static List<Object> none() {
    return List.of();
  }
}
