package io.quantong.budget;

import io.quantong.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer with the business step it belongs to.
 *
 * @param id running number of the transfer
 * @param journalId the step
 * @param at when
 * @param operation what happened: {@code voucher.hold}
 * @param documentType noun of the document
 * @param documentId its identifier
 * @param from account debited
 * @param to account credited
 * @param amount above zero
 * @param note number of the paper it rests on; null when it rests on the document
 * @param balance of the account looked at after the transfer; null in a list over many accounts
 */
public record BudgetEntry(
    long id,
    UUID journalId,
    Instant at,
    String operation,
    String documentType,
    String documentId,
    String from,
    String to,
    Money amount,
    @Nullable String note,
    @Nullable Money balance) {}
