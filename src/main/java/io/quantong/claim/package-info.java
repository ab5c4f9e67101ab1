/** 申兑: claim pack, checks, review within the clock, clearance (M3, M4). */
@ApplicationModule(
    displayName = "申兑",
    allowedDependencies = {
      "kernel",
      "order",
      "provider",
      "publicnotice",
      "payout",
      "document",
      "policy"
    })
@NullMarked
package io.quantong.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
