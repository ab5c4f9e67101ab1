/** 公示: public notices, objections, masking (M4). */
@ApplicationModule(
    displayName = "公示",
    allowedDependencies = {"kernel", "document", "identity", "policy"})
@NullMarked
package io.quantong.publicnotice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
