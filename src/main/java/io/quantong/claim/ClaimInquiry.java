package io.quantong.claim;

import io.quantong.document.Documents;
import io.quantong.document.StoredDocument;
import io.quantong.kernel.Money;
import io.quantong.order.OrderDetail;
import io.quantong.order.Orders;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policy;
import io.quantong.provider.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what the machine checks look at and keeps what they found. */
@Component
class ClaimInquiry {

  /** Prices from this share of the full-deduction line up to the line look like splitting. */
  private static final int NEAR_PERCENT = 85;

  private static final String XML = "application/xml";

  private final Orders orders;
  private final Providers providers;
  private final Documents documents;
  private final PaperRepository papers;
  private final NeighbourRepository neighbours;
  private final ClaimClock clock;

  ClaimInquiry(
      Orders orders,
      Providers providers,
      Documents documents,
      PaperRepository papers,
      NeighbourRepository neighbours,
      ClaimClock clock) {
    this.orders = orders;
    this.providers = providers;
    this.documents = documents;
    this.papers = papers;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /** Facts for a claim with this invoice; takes the invoice number for the order. */
  ClaimFacts facts(Claim claim, Invoice invoice) {
    UUID orderId = claim.matter().orderId();
    OrderDetail order = orders.dossier(orderId);
    List<StoredDocument> reports = documents.describe(order.order().reportIds());
    Policy policy = clock.policy(claim.policyVersion());
    return new ClaimFacts(
        claim,
        invoice,
        order,
        orders.serviceRecord(orderId),
        reports,
        invoice.documentId() == null ? null : read(invoice.documentId()).orElse(null),
        around(claim, invoice, reports, policy),
        policy,
        clock.today());
  }

  /** One invoice is one invoice, however its number is typed. */
  private static String sameHowever(String number) {
    return number.replace("-", "").toUpperCase(Locale.ROOT);
  }

  private ClaimFacts.Around around(
      Claim claim, Invoice invoice, List<StoredDocument> reports, Policy policy) {
    UUID orderId = claim.matter().orderId();
    Claim.Parties parties = claim.parties();
    String number = invoice.number();
    boolean used =
        number != null
            && ClaimFaults.isInvoiceNumber(number)
            && !papers.useInvoice(sameHowever(number), orderId);
    List<String> hashes = reports.stream().map(StoredDocument::sha256).toList();
    var since = claim.matter().completedOn().minusDays(policy.count(Parameter.ANTI_SPLITTING_DAYS));
    Money line = policy.money(Parameter.FULL_DEDUCTION_UP_TO);
    return new ClaimFacts.Around(
        used,
        papers.reportsUsedElsewhere(hashes, orderId),
        providers.ties(parties.providerId(), parties.beneficiaryId()),
        neighbours.ofPair(claim, since),
        neighbours.nearLine(
            claim, since, new NeighbourRepository.Band(line.share(NEAR_PERCENT, 100), line)),
        neighbours.usualPrice(claim),
        providers.provider(parties.providerId()).state());
  }

  /** What an invoice file states, where a machine can read it. */
  Optional<Invoice> read(UUID documentId) {
    StoredDocument file = documents.describe(List.of(documentId)).getFirst();
    if (!file.mediaType().equals(XML)) {
      return Optional.empty();
    }
    try (InputStream content = documents.open(documentId)) {
      return InvoiceReader.read(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the checks, keeps what they found and what was used, answers with the risk. */
  Signal.Level check(ClaimFacts facts) {
    List<Signal> signals = ClaimRules.check(facts);
    papers.addSignals(facts.claim().id(), signals);
    papers.useReports(
        facts.reports().stream().map(StoredDocument::sha256).toList(),
        facts.claim().matter().orderId());
    return ClaimRules.risk(signals);
  }
}
