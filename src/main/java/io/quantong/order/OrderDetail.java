package io.quantong.order;

import io.quantong.kernel.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that grew around it.
 *
 * @param facts the order
 * @param contract newest revision; null before the provider accepted
 * @param log what really happened, in time order
 * @param repricings proposed prices, oldest first
 * @param rating null when none was given
 * @param refunds oldest first
 */
public record OrderDetail(
    OrderFacts facts,
    @Nullable Contract contract,
    List<LogEntry> log,
    List<Repricing> repricings,
    @Nullable Rating rating,
    List<Refund> refunds) {

  public OrderDetail {
    log = List.copyOf(log);
    repricings = List.copyOf(repricings);
    refunds = List.copyOf(refunds);
  }

  /** The order itself. */
  public Order order() {
    return facts.order();
  }

  /**
   * A contract made from the order (M3).
   *
   * @param number readable number
   * @param text the whole text, never changed
   * @param sha256 hash of the text in UTF-8, lower-case hexadecimal
   * @param madeAt when it was made
   * @param beneficiary signature; null before
   * @param provider signature; null before
   */
  public record Contract(
      String number,
      String text,
      String sha256,
      Instant madeAt,
      @Nullable Signature beneficiary,
      @Nullable Signature provider) {}

  /**
   * A signature given online.
   *
   * @param name of the person
   * @param at when
   */
  public record Signature(String name, Instant at) {}

  /** Kinds of log lines. */
  public enum LogKind {
    /** The user came or the samples arrived. */
    ARRIVAL,
    /** The instrument ran or the work was done. */
    RUN
  }

  /**
   * A line of the service log.
   *
   * @param kind what happened
   * @param started local time
   * @param ended local time, equal to {@code started} for an arrival
   * @param operator who did the work
   * @param samples 0 to 100,000
   * @param note free words
   */
  public record LogEntry(
      LogKind kind,
      LocalDateTime started,
      LocalDateTime ended,
      String operator,
      int samples,
      String note) {}

  /**
   * A price proposed by the provider.
   *
   * @param oldPrice before
   * @param newPrice proposed
   * @param reason why
   * @param at when
   */
  public record Repricing(Money oldPrice, Money newPrice, String reason, Instant at) {}

  /**
   * What the beneficiary said.
   *
   * @param stars 1 to 5
   * @param comment may be empty
   * @param at when
   */
  public record Rating(int stars, String comment, Instant at) {}

  /**
   * A refund.
   *
   * @param amount of the full price
   * @param voucher deduction reversed
   * @param own to be paid back to the beneficiary
   * @param reason why
   * @param at when
   */
  public record Refund(Money amount, Money voucher, Money own, String reason, Instant at) {}
}
