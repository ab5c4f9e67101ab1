/** 仪器与服务: instruments and services with content, process and price; search (M2, M7). */
@ApplicationModule(
    displayName = "仪器与服务",
    allowedDependencies = {"kernel", "provider", "document", "identity"})
@NullMarked
package io.quantong.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
