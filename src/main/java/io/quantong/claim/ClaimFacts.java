package io.quantong.claim;

import io.quantong.document.StoredDocument;
import io.quantong.kernel.Money;
import io.quantong.order.OrderDetail;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.OrderDetail.LogKind;
import io.quantong.order.ServiceRecord;
import io.quantong.policy.Policy;
import io.quantong.provider.ProviderState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the machine checks look at; values only.
 *
 * @param claim the claim
 * @param invoice as stated
 * @param order the order with all around it
 * @param service contract, hours, tariff
 * @param reports files of the result
 * @param inFile what the invoice file itself states; null when no machine can read it
 * @param around what is known beside this order
 * @param policy frozen on the claim
 * @param today platform day
 */
record ClaimFacts(
    Claim claim,
    Invoice invoice,
    OrderDetail order,
    ServiceRecord service,
    List<StoredDocument> reports,
    @Nullable Invoice inFile,
    Around around,
    Policy policy,
    LocalDate today) {

  ClaimFacts {
    reports = List.copyOf(reports);
  }

  /**
   * What is known beside this order.
   *
   * @param invoiceUsed true when the invoice number serves another order
   * @param reportsUsed how many of the reports serve another order too
   * @param ties why both sides count as related parties
   * @param pairClaims other claims of the same pair within the anti-splitting window
   * @param nearLine other orders of the pair and service in the window priced just below the line
   *     of full deduction
   * @param usual mean price of other claims for the same offer; null with fewer than three
   * @param provider state of the library entry now
   */
  record Around(
      boolean invoiceUsed,
      int reportsUsed,
      List<String> ties,
      int pairClaims,
      int nearLine,
      @Nullable Money usual,
      ProviderState provider) {
    Around {
      ties = List.copyOf(ties);
    }
  }

  /** Price of the order, refunds taken off. */
  Money price() {
    return order.facts().priceLeft();
  }

  /** First day of service by the log; empty without a run. */
  Optional<LocalDate> serviceBegan() {
    return runs().map(LogEntry::started).min(Comparator.naturalOrder()).map(it -> it.toLocalDate());
  }

  /** Last day of service by the log; empty without a run. */
  Optional<LocalDate> serviceEnded() {
    return runs().map(LogEntry::ended).max(Comparator.naturalOrder()).map(it -> it.toLocalDate());
  }

  private java.util.stream.Stream<LogEntry> runs() {
    return order.log().stream().filter(line -> line.kind() == LogKind.RUN);
  }
}
