package io.quantong.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated row of the rules: who set what from when, and why.
 *
 * @param district the city for a default, else the district that departs from it
 * @param parameter what
 * @param value fen or whole number; null when a district returns to the city's value
 * @param validFrom first day
 * @param reason why
 * @param setBy name of the office that decided
 * @param setAt when it was written
 */
public record ParameterChange(
    String district,
    Parameter parameter,
    @Nullable Long value,
    LocalDate validFrom,
    String reason,
    String setBy,
    Instant setAt) {}
