package io.quantong.claim;

import io.quantong.document.StoredDocument;
import io.quantong.kernel.Money;
import io.quantong.order.OrderDetail;
import io.quantong.order.ServiceRecord;
import io.quantong.payout.PaymentItem;
import io.quantong.policy.DayBox;
import io.quantong.publicnotice.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A claim as one reader sees it: papers, facts side by side, clock, and what this reader may do
 * now.
 *
 * @param claim the claim
 * @param invoice as stated by the provider
 * @param papers files of the claim in the order they are looked at
 * @param order the order with all around it
 * @param service contract, hours and tariff of the order
 * @param comparison facts of the order beside facts of the papers
 * @param signals what the last machine checks found, most serious first; empty for the provider's
 *     and the beneficiary's eyes
 * @param clock the dated strips
 * @param money notice, payment and recovery
 * @param next what happens next and who must act
 * @param may what the reader may do now
 * @param desk what the reviewer's desk needs to know
 */
public record ClaimView(
    Claim claim,
    Invoice invoice,
    List<Paper> papers,
    OrderDetail order,
    ServiceRecord service,
    List<Row> comparison,
    List<Signal> signals,
    Clocks clock,
    After money,
    Next next,
    Set<ClaimEvent> may,
    Desk desk) {

  public ClaimView {
    papers = List.copyOf(papers);
    comparison = List.copyOf(comparison);
    signals = List.copyOf(signals);
    may = Set.copyOf(may);
  }

  /** True when the reader may do it now; by name, for templates. */
  public boolean may(String event) {
    return may.contains(ClaimEvent.valueOf(event));
  }

  /** How many facts differ between order and papers. */
  public long differences() {
    return comparison.stream().filter(row -> row.match() == Match.DIFFERENT).count();
  }

  /** Signals that ask for attention. */
  public List<Signal> alerts() {
    return signals.stream().filter(one -> one.level() != Signal.Level.PASS).toList();
  }

  /** Checks that found nothing. */
  public List<Signal> passed() {
    return signals.stream().filter(one -> one.level() == Signal.Level.PASS).toList();
  }

  /** Kinds of papers. */
  public enum PaperKind {
    INVOICE,
    REPORT,
    OTHER
  }

  /**
   * A file of the claim.
   *
   * @param kind what it is
   * @param file what is known of it
   */
  public record Paper(PaperKind kind, StoredDocument file) {

    /** True for what browsers show inside a page. */
    public boolean shownInPage() {
      return file.mediaType().equals("application/pdf") || file.mediaType().startsWith("image/");
    }
  }

  /** Whether two facts agree. */
  public enum Match {
    SAME,
    DIFFERENT,
    /** One side says nothing yet. */
    OPEN
  }

  /**
   * A fact on both sides.
   *
   * @param key message key of its name: {@code claim.compare.<key>}
   * @param order what the platform knows: Money, LocalDate, Integer minutes or words; null unknown
   * @param paper what the papers say
   * @param match whether they agree
   */
  public record Row(String key, @Nullable Object order, @Nullable Object paper, Match match) {}

  /**
   * Strips of dated boxes that anyone can recount.
   *
   * @param review working days since receipt; empty before
   * @param notice calendar days of the notice; empty before
   * @param workingDay how many working days have counted up to today
   * @param workingDays how many there are
   * @param expectedOn last day on which the money arrives when every clock is kept; null when ended
   */
  public record Clocks(
      List<DayBox> review,
      List<DayBox> notice,
      int workingDay,
      int workingDays,
      @Nullable LocalDate expectedOn) {
    public Clocks {
      review = List.copyOf(review);
      notice = List.copyOf(notice);
    }
  }

  /**
   * What holds for the review of this claim.
   *
   * @param second true when a second person must agree, by sum or by risk
   * @param papersTimes how often papers may be asked for
   * @param askedFor papers the bureau asked for last; null when it never did
   */
  public record Desk(boolean second, int papersTimes, @Nullable String askedFor) {}

  /**
   * What follows the review.
   *
   * @param notice latest; null before
   * @param payment null before
   * @param recovery null when none was opened
   */
  public record After(
      @Nullable Notice notice, @Nullable PaymentItem payment, @Nullable Recovery recovery) {}

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
    PROVIDER,
    REVIEWER,
    SECOND_REVIEWER,
    HEAD,
    PUBLIC,
    FINANCE,
    BANK,
    NOBODY
  }

  /**
   * A line of a list.
   *
   * @param claim the claim
   * @param next what happens next
   * @param workingDay working days counted up to today; 0 when that clock does not run
   * @param workingDays how many there are
   * @param expectedOn last day on which the money arrives when every clock is kept; null when ended
   */
  public record Line(
      Claim claim, Next next, int workingDay, int workingDays, @Nullable LocalDate expectedOn) {}

  /**
   * Claims of one stage together.
   *
   * @param count how many
   * @param amount expected sums together
   */
  public record Sum(long count, Money amount) {}
}
