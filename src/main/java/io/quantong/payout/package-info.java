/** 拨付: payment items, batches by maker and approver, payment files, results (M4). */
@ApplicationModule(
    displayName = "拨付",
    allowedDependencies = {"kernel", "budget", "identity", "policy"})
@NullMarked
package io.quantong.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
