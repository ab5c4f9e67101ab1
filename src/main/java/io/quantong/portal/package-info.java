/** 门户: layout, home, workbench, security chain, error answers, self-check page (product 8). */
@ApplicationModule(
    displayName = "门户",
    allowedDependencies = {
      "kernel",
      "identity",
      "catalogue",
      "booking",
      "order",
      "voucher",
      "claim",
      "publicnotice",
      "payout",
      "provider",
      "budget",
      "policy",
      "operation"
    })
@NullMarked
package io.quantong.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
