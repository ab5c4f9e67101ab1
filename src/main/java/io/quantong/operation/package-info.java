/**
 * 运行保障: the embedded database, the clock, once-only writes, daily jobs and the self-check. Every
 * module leans on its beans through kernel interfaces; only portal and demo call it.
 */
@ApplicationModule(
    displayName = "运行保障",
    allowedDependencies = {"kernel"})
@NullMarked
package io.quantong.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
