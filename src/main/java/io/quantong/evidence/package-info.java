/** 存证: the append-only record of every transition, written in the same transaction (M14). */
@ApplicationModule(
    displayName = "存证",
    allowedDependencies = {"kernel"})
@NullMarked
package io.quantong.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
