package io.quantong.order;

import io.quantong.kernel.SelfCheck;
import io.quantong.voucher.Vouchers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Every fen held in vouchers belongs to an open order. */
@Component
class VouchersExplained implements SelfCheck {

  private final OrderRepository orders;
  private final Vouchers vouchers;

  VouchersExplained(OrderRepository orders, Vouchers vouchers) {
    this.orders = orders;
    this.vouchers = vouchers;
  }

  @Override
  public String statement() {
    return "selfcheck.order.held_vouchers_explained";
  }

  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Finding check() {
    return Finding.equal(orders.heldByOrders(), vouchers.totalHeld());
  }
}
