package io.quantong.policy;

import java.time.LocalDate;

/**
 * The last day of a period, ending 24:00 Asia/Shanghai (product section 6).
 *
 * @param day the last day
 * @param provisional true when a year not yet announced was counted with plain weekends
 */
public record Deadline(LocalDate day, boolean provisional) {}
