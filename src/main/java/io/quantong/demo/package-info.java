/** 演示: the demo city, its login and its time machine; exists in the demo profile only. */
@ApplicationModule(
    displayName = "演示",
    allowedDependencies = {
      "kernel",
      "portal",
      "operation",
      "identity",
      "policy",
      "budget",
      "provider",
      "catalogue",
      "booking",
      "voucher",
      "order",
      "claim",
      "publicnotice",
      "payout",
      "document"
    })
@NullMarked
package io.quantong.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
