/**
 * 公共值: the values every module speaks in. No Spring beans, no tables, at most sixteen types.
 *
 * <p>Interfaces here are implemented once: {@link io.quantong.kernel.EventLog} by evidence, {@link
 * io.quantong.kernel.Idempotency} by operation.
 */
@ApplicationModule(
    displayName = "公共值",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package io.quantong.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
