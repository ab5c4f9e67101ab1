/**
 * 规则: dated parameters per city and district, the working-day calendar, explanations (product 6 and
 * 7).
 */
@ApplicationModule(
    displayName = "规则",
    allowedDependencies = {"kernel"})
@NullMarked
package io.quantong.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
