/** 文件: uploaded and generated files, kept by content hash (M3). */
@ApplicationModule(
    displayName = "文件",
    allowedDependencies = {"kernel"})
@NullMarked
package io.quantong.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
