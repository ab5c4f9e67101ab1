package io.quantong.order;

import io.quantong.booking.Booking;
import io.quantong.document.StoredDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as one reader sees it: what happened, what is next, and what this reader may do now.
 *
 * @param detail the order
 * @param booking its instrument time; null without
 * @param reports files of the result
 * @param staged files the provider uploaded and did not deliver yet; shown to its people only
 * @param next what happens next and who must act
 * @param may what the reader may do now
 */
public record OrderView(
    OrderDetail detail,
    @Nullable Booking booking,
    List<StoredDocument> reports,
    List<StoredDocument> staged,
    Next next,
    Set<OrderEvent> may) {

  public OrderView {
    reports = List.copyOf(reports);
    staged = List.copyOf(staged);
    may = Set.copyOf(may);
  }

  /** True when the reader may do it now; by name, for templates. */
  public boolean may(String event) {
    return may.contains(OrderEvent.valueOf(event));
  }

  /** The order itself. */
  public Order order() {
    return detail.order();
  }

  /**
   * The next step.
   *
   * @param key message key of the sentence
   * @param who must act
   * @param due last day; null when no clock runs
   */
  public record Next(String key, Who who, @Nullable LocalDate due) {}

  /** Who holds the ball. */
  public enum Who {
    BENEFICIARY,
    PROVIDER,
    /** The claim for redemption takes over. */
    CLAIM,
    NOBODY
  }
}
