/** 创新券: application, lots, hold, capture, release, expiry (M1, M2). */
@ApplicationModule(
    displayName = "创新券",
    allowedDependencies = {"kernel", "budget", "identity", "policy"})
@NullMarked
package io.quantong.voucher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
