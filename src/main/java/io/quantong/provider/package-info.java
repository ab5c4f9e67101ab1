/** 服务机构库: admission of providers, exempt kinds, suspension, revocation (M5, M6, M8). */
@ApplicationModule(
    displayName = "服务机构库",
    allowedDependencies = {"kernel", "identity", "document", "policy"})
@NullMarked
package io.quantong.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
