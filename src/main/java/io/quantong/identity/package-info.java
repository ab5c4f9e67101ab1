/** 身份权限: districts, organisations, people, what they may do, credit commitments (M1, M13, M15). */
@ApplicationModule(
    displayName = "身份权限",
    allowedDependencies = {"kernel"})
@NullMarked
package io.quantong.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
