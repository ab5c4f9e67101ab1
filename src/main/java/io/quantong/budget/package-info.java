/** 预算台账: the double-entry ledger, per district and year (product 4, M13). */
@ApplicationModule(
    displayName = "预算台账",
    allowedDependencies = {"kernel", "identity", "policy"})
@NullMarked
package io.quantong.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
