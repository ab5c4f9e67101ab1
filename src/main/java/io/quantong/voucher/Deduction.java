package io.quantong.voucher;

import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policy;

/**
 * What vouchers pay of a price (product section 4), pure:
 *
 * <pre>rule(p) = p up to the full amount + ratio × the part above, rounded down to the fen
 * deduction = min(rule(earlier + price) − rule(earlier), vouchers available)</pre>
 *
 * What was bought before within the window counts together with this price, so that orders split
 * into parts get, in sum, exactly what one order gets.
 *
 * @param amount what vouchers pay
 * @param trace the calculation line by line
 */
record Deduction(Money amount, Trace trace) {

  private static final long WHOLE = 100;

  static Deduction of(Policy policy, Money price, Vouchers.Earlier earlier, Money available) {
    Rule rule =
        new Rule(
            policy.money(Parameter.FULL_DEDUCTION_UP_TO),
            policy.count(Parameter.RATIO_ABOVE_PERCENT));
    Money together = price.plus(earlier.price());
    Trace trace =
        Trace.of("voucher.trace.policy", policy.version()).and("voucher.trace.price", price);
    if (earlier.price().isPositive()) {
      trace =
          trace.and(
              "voucher.trace.earlier",
              policy.count(Parameter.ANTI_SPLITTING_DAYS),
              earlier.price(),
              earlier.deducted(),
              together);
    }
    trace =
        trace
            .and("voucher.trace.full", rule.fullUpTo(), rule.inFull(together))
            .and(
                "voucher.trace.ratio",
                rule.above(together),
                rule.percent(),
                rule.ofAbove(together));
    Money byRule = rule.of(together).minus(rule.of(earlier.price()));
    if (earlier.price().isPositive()) {
      trace =
          trace.and(
              "voucher.trace.less_earlier", rule.of(together), rule.of(earlier.price()), byRule);
    } else {
      trace = trace.and("voucher.trace.by_rule", byRule);
    }
    Money amount = byRule.min(available);
    trace =
        trace
            .and("voucher.trace.available", available)
            .and("voucher.trace.deduction", amount, price.minus(amount));
    return new Deduction(amount, trace);
  }

  /** The rule with its two figures. */
  record Rule(Money fullUpTo, int percent) {

    Money of(Money price) {
      return inFull(price).plus(ofAbove(price));
    }

    Money inFull(Money price) {
      return price.min(fullUpTo);
    }

    Money above(Money price) {
      return price.minus(inFull(price));
    }

    Money ofAbove(Money price) {
      return above(price).share(percent, WHOLE);
    }
  }
}
