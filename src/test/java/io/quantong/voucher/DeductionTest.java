package io.quantong.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policy;
import io.quantong.voucher.Vouchers.Earlier;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What vouchers pay of a price (product section 4). */
@Clause("M2")
class DeductionTest {

  private static final Money PLENTY = Money.yuan(1_000_000_000);

  static Stream<Long> seeds() {
    return new Random(4711).longs(300).boxed();
  }

  @ParameterizedTest(name = "of {0} vouchers pay {1}")
  @CsvSource({
    "0.01, 0.01",
    "9999.99, 9999.99",
    "10000.00, 10000.00",
    "10000.01, 10000.00",
    "10000.02, 10000.01",
    "10000.03, 10000.01",
    "20000.00, 15000.00",
    "30000.00, 20000.00",
    "12345.67, 11172.83"
  })
  void ten_thousand_in_full_and_half_of_the_rest_rounded_down(String price, String deduction) {
    assertThat(amount(Rules.plan(), Money.parse(price), Earlier.NOTHING, PLENTY))
        .isEqualTo(Money.parse(deduction));
  }

  @Test
  void no_more_than_the_vouchers_available() {
    Money available = Money.parse("123.45");
    assertThat(amount(Rules.plan(), Money.yuan(30_000), Earlier.NOTHING, available))
        .isEqualTo(available);
    assertThat(amount(Rules.plan(), Money.yuan(30_000), Earlier.NOTHING, Money.ZERO))
        .isEqualTo(Money.ZERO);
  }

  @Test
  void what_was_bought_before_counts_together_with_this_price() {
    Earlier earlier = new Earlier(Money.yuan(8_000), Money.yuan(8_000));
    assertThat(amount(Rules.plan(), Money.yuan(8_000), earlier, PLENTY))
        .as("2,000 in full and half of 6,000")
        .isEqualTo(Money.yuan(5_000));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void an_order_split_into_parts_gets_exactly_what_it_gets_as_one(long seed) {
    Random random = new Random(seed);
    Policy policy = policy(random);
    Money whole = Money.ZERO;
    Money deducted = Money.ZERO;
    for (int part = 1 + random.nextInt(6); part > 0; part--) {
      Money price = price(random);
      Money amount = amount(policy, price, new Earlier(whole, deducted), PLENTY);
      whole = whole.plus(price);
      deducted = deducted.plus(amount);
    }
    assertThat(deducted).isEqualTo(amount(policy, whole, Earlier.NOTHING, PLENTY));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void splitting_gains_nothing_when_vouchers_are_scarce_either(long seed) {
    Random random = new Random(seed);
    Policy policy = policy(random);
    Money available = price(random);
    Money left = available;
    Money whole = Money.ZERO;
    Money deducted = Money.ZERO;
    for (int part = 1 + random.nextInt(6); part > 0; part--) {
      Money price = price(random);
      Money amount = amount(policy, price, new Earlier(whole, deducted), left);
      whole = whole.plus(price);
      deducted = deducted.plus(amount);
      left = left.minus(amount);
    }
    assertThat(deducted).isLessThanOrEqualTo(amount(policy, whole, Earlier.NOTHING, available));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void never_above_price_vouchers_or_rule_and_never_below_zero(long seed) {
    Random random = new Random(seed);
    Policy policy = policy(random);
    Money price = price(random);
    Money available = price(random);
    Earlier earlier = new Earlier(price(random), Money.ZERO);
    Money amount = amount(policy, price, earlier, available);
    assertThat(amount).isBetween(Money.ZERO, price.min(available));
    assertThat(amount)
        .as("what was bought before never helps")
        .isLessThanOrEqualTo(amount(policy, price, Earlier.NOTHING, available));
    assertThat(amount(policy, price.plus(Money.ofFen(1)), earlier, available))
        .as("a higher price never gets less")
        .isGreaterThanOrEqualTo(amount);
  }

  @Test
  void the_calculation_is_shown_line_by_line() {
    Trace trace =
        Deduction.of(
                Rules.plan(),
                Money.yuan(8_000),
                new Earlier(Money.yuan(8_000), Money.yuan(8_000)),
                Money.yuan(50_000))
            .trace();
    assertThat(trace.lines())
        .extracting(Trace.Line::key)
        .containsExactly(
            "voucher.trace.policy",
            "voucher.trace.price",
            "voucher.trace.earlier",
            "voucher.trace.full",
            "voucher.trace.ratio",
            "voucher.trace.less_earlier",
            "voucher.trace.available",
            "voucher.trace.deduction");
    assertThat(trace.lines().getLast().arguments()).containsExactly("¥5,000.00", "¥3,000.00");
    assertThat(Trace.decode(trace.encode())).isEqualTo(trace);
  }

  private static Money amount(Policy policy, Money price, Earlier earlier, Money available) {
    return Deduction.of(policy, price, earlier, available).amount();
  }

  private static Money price(Random random) {
    return Money.ofFen(1 + random.nextLong(5_000_000));
  }

  private static Policy policy(Random random) {
    return Rules.with(
        Map.of(
            Parameter.FULL_DEDUCTION_UP_TO,
            random.nextLong(2_000_000),
            Parameter.RATIO_ABOVE_PERCENT,
            random.nextLong(101)));
  }
}
