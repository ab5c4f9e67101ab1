/** 订单: orders, price split, contract, delivery, acceptance, rating, refund (M2). */
@ApplicationModule(
    displayName = "订单",
    allowedDependencies = {
      "kernel",
      "booking",
      "catalogue",
      "voucher",
      "provider",
      "policy",
      "document"
    })
@NullMarked
package io.quantong.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
