package io.quantong.payout;

import io.quantong.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment list: made by one person, approved by another, sent to the bank.
 *
 * @param id identifier
 * @param number readable number
 * @param district funding district
 * @param state where it stands
 * @param makerId who made it
 * @param makerName shown
 * @param approverId who approved it; null before
 * @param approverName shown
 * @param createdOn day it was made
 * @param sentAt when it went to the bank; null before
 * @param count how many payments it holds
 * @param total their sum
 */
public record PaymentBatch(
    UUID id,
    String number,
    String district,
    State state,
    UUID makerId,
    String makerName,
    @Nullable UUID approverId,
    @Nullable String approverName,
    LocalDate createdOn,
    @Nullable Instant sentAt,
    int count,
    Money total) {

  /** States of a batch. */
  public enum State {
    DRAFT,
    SUBMITTED,
    APPROVED,
    SENT,
    SETTLED,
    CANCELLED
  }
}
