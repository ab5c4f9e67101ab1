package io.quantong.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days on which a clock stood still.
 *
 * @param from first day that does not count
 * @param until the day on which the clock runs again (does count); null while it still stands
 */
public record Pause(LocalDate from, @Nullable LocalDate until) {}
