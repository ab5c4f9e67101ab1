package io.quantong.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.kernel.SelfCheck;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What must hold after every test that moves money. */
@Component
final class OrderChecks {

  private static final Pattern MONEY =
      Pattern.compile(
          "selfcheck\\.(budget|voucher|order|booking|payout)\\..*|.*owed_equals_claimed");

  private final List<SelfCheck> checks;

  OrderChecks(List<SelfCheck> checks) {
    this.checks =
        checks.stream().filter(check -> MONEY.matcher(check.statement()).matches()).toList();
  }

  /** The ledger sums to zero, vouchers are explained by orders, live orders have their bookings. */
  void hold() {
    assertThat(checks)
        .extracting(SelfCheck::statement)
        .contains(
            "selfcheck.order.held_vouchers_explained", "selfcheck.order.live_orders_have_bookings");
    assertThat(checks)
        .allSatisfy(check -> assertThat(check.check().holds()).as(check.statement()).isTrue());
  }
}
