package io.quantong.voucher;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policy;
import io.quantong.voucher.VoucherRefusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

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
      Reason reason, Predicate<Case> holds, Function<Case, Object[]> figures) {}

  private static final List<Rule> STANDING =
      List.of(
          // M15: both sides commit themselves to honesty first.
          new Rule(Reason.COMMITMENT, c -> c.facts().committed(), c -> none()),
          // M1: enterprises and entrepreneurs apply.
          new Rule(Reason.KIND, c -> beneficiary(c.facts().kind()), c -> none()),
          // M1: of the districts that take part.
          new Rule(Reason.DISTRICT, c -> c.facts().inCity(), c -> none()),
          // Product 7: small and medium, by staff …
          new Rule(
              Reason.STAFF,
              c -> c.facts().staff() <= c.policy().count(Parameter.STAFF_AT_MOST),
              c -> figures(c.facts().staff(), c.policy().count(Parameter.STAFF_AT_MOST))),
          // … by sales …
          new Rule(
              Reason.SALES,
              c -> atMost(c.facts().sales(), c.policy().money(Parameter.SALES_AT_MOST)),
              c -> figures(c.facts().sales(), c.policy().money(Parameter.SALES_AT_MOST))),
          // … and by assets.
          new Rule(
              Reason.ASSETS,
              c -> atMost(c.facts().assets(), c.policy().money(Parameter.ASSETS_AT_MOST)),
              c -> figures(c.facts().assets(), c.policy().money(Parameter.ASSETS_AT_MOST))));

  private static final List<Rule> AMOUNTS =
      List.of(
          // Product 7: one application.
          new Rule(
              Reason.SINGLE_APPLICATION,
              c -> atMost(c.asked(), single(c)),
              c -> figures(c.asked(), single(c))),
          // Product 7: held and not used, this one included.
          new Rule(
              Reason.HELD_UNUSED,
              c -> atMost(c.facts().unused().plus(c.asked()), heldCap(c)),
              c -> figures(c.facts().unused(), heldCap(c), left(heldCap(c), c.facts().unused()))),
          // Product 7: of a calendar year, by issue date.
          new Rule(
              Reason.YEARLY_CAP,
              c -> atMost(c.facts().issuedThisYear().plus(c.asked()), yearCap(c)),
              c ->
                  figures(
                      c.facts().issuedThisYear(),
                      yearCap(c),
                      left(yearCap(c), c.facts().issuedThisYear()))),
          // M1: and the district's budget bears it.
          new Rule(
              Reason.BUDGET_EXHAUSTED,
              c -> atMost(c.asked(), c.facts().budgetLeft()),
              c -> figures(c.facts().budgetLeft())));

  /** Asks every rule about an amount. */
  static Eligibility judge(Facts facts, Policy policy, Money asked) {
    Case subject = new Case(facts, policy, asked);
    List<Rule> rules = new ArrayList<>(STANDING);
    rules.addAll(AMOUNTS);
    return ask(rules, subject);
  }

  /** Asks what would be the most; the amount rules are asked about one fen. */
  static Eligibility most(Facts facts, Policy policy) {
    Eligibility answer = judge(facts, policy, Money.ofFen(1));
    return new Eligibility(
        answer.most(),
        answer.reasons(),
        answer.trace().and("voucher.rule.MOST", answer.most()),
        answer.policyVersion());
  }

  /** Asks only what the public estimator can know: kind, place and size. */
  static Eligibility size(Facts facts, Policy policy) {
    return ask(STANDING, new Case(facts, policy, Money.ofFen(1)));
  }

  private static Eligibility ask(List<Rule> rules, Case subject) {
    List<VoucherRefusal> reasons = new ArrayList<>();
    Trace trace = Trace.of("voucher.trace.policy", subject.policy().version());
    for (Rule rule : rules) {
      Object[] figures = rule.figures().apply(subject);
      if (rule.holds().test(subject)) {
        trace = trace.and("voucher.rule." + rule.reason().name(), figures);
      } else {
        VoucherRefusal refusal = VoucherRefusal.of(rule.reason(), figures);
        reasons.add(refusal);
        trace = trace.and(refusal.code(), figures);
      }
    }
    boolean mayNone =
        reasons.stream().anyMatch(r -> STANDING.stream().anyMatch(s -> s.reason() == r.reason()));
    Money most = mayNone ? Money.ZERO : limit(subject);
    return new Eligibility(most, reasons, trace, subject.policy().version());
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

  private static Object[] figures(Object... figures) {
    return figures;
  }

  private static Object[] none() {
    return new Object[0];
  }
}
