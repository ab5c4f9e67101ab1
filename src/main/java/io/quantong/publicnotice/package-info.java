/** 公示: public notices, objections, masking (M4). */
@ApplicationModule(
    displayName = "公示",
    allowedDependencies = {"kernel", "policy", "document"})
@NullMarked
package io.quantong.publicnotice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
