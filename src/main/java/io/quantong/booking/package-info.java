/** 预约: instrument time: free slots, bookings that never overlap, check-in and usage log (M2). */
@ApplicationModule(
    displayName = "预约",
    allowedDependencies = {"kernel", "catalogue", "policy"})
@NullMarked
package io.quantong.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
