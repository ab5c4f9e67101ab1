package io.quantong.voucher.web;

import io.quantong.kernel.Money;
import io.quantong.voucher.Hold;
import io.quantong.voucher.Lot;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A lot as a bar whose length is its face.
 *
 * @param lot the lot
 * @param segments its parts from left to right, only those above zero
 * @param daysLeft to its last day, zero on it, below zero after it
 * @param spendable true when it can be spent today
 * @param holds what orders took of it
 */
record LotBar(Lot lot, List<Segment> segments, long daysLeft, boolean spendable, List<Hold> holds) {

  /** The length of the longest bar. */
  static final int FULL = 1_000;

  /**
   * A part of a bar.
   *
   * @param part name of the part: {@code available}
   * @param amount how much
   * @param x where it begins, in thousandths of the longest bar
   * @param width how long it is
   */
  record Segment(String part, Money amount, long x, long width) {}

  static LotBar of(Lot lot, List<Hold> holds, Money longest, LocalDate today) {
    List<Hold> own = holds.stream().filter(hold -> hold.lotId().equals(lot.id())).toList();
    return new LotBar(
        lot,
        segments(lot.parts(), longest),
        ChronoUnit.DAYS.between(today, lot.validUntil()),
        lot.spendableOn(today),
        own);
  }

  static List<Segment> segments(Lot.Parts parts, Money longest) {
    List<Segment> segments = new ArrayList<>();
    Money before = Money.ZERO;
    before = add(segments, "used", parts.used(), before, longest);
    before = add(segments, "held", parts.held(), before, longest);
    before = add(segments, "available", parts.available(), before, longest);
    before = add(segments, "expired", parts.expired(), before, longest);
    add(segments, "revoked", parts.revoked(), before, longest);
    return List.copyOf(segments);
  }

  /** Ends are rounded, not lengths, so that no gap opens between two parts. */
  private static Money add(
      List<Segment> segments, String part, Money amount, Money before, Money longest) {
    Money after = before.plus(amount);
    if (amount.isPositive()) {
      long x = place(before, longest);
      segments.add(new Segment(part, amount, x, Math.max(1, place(after, longest) - x)));
    }
    return after;
  }

  private static long place(Money upTo, Money longest) {
    return upTo.share(FULL, Math.max(1, longest.fen())).fen();
  }
}
