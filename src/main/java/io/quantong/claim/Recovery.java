package io.quantong.claim;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money already paid that is claimed back (M15).
 *
 * @param amount to come back
 * @param reason why, in the bureau's words
 * @param openedOn day it was opened
 * @param closedOn day it ended; null while open
 * @param closing bank reference of the money, or why it was referred; null while open
 */
public record Recovery(
    Money amount,
    String reason,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable String closing) {}
