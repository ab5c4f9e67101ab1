package io.quantong.claim;

import static io.quantong.claim.db.Tables.INVOICE;
import static io.quantong.claim.db.Tables.INVOICE_USE;
import static io.quantong.claim.db.Tables.PAPER;
import static io.quantong.claim.db.Tables.REPORT_USE;
import static io.quantong.claim.db.Tables.SIGNAL;

import io.quantong.claim.ClaimView.PaperKind;
import io.quantong.claim.db.tables.records.InvoiceRecord;
import io.quantong.kernel.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Papers of claims: invoice, files, what was used before, findings of the checks. */
@Repository
class PaperRepository {

  private final DSLContext db;

  PaperRepository(DSLContext db) {
    this.db = db;
  }

  Invoice invoice(UUID claimId) {
    return db.selectFrom(INVOICE)
        .where(INVOICE.CLAIM_ID.eq(claimId))
        .fetchOptional(PaperRepository::read)
        .orElse(Invoice.NONE);
  }

  void put(UUID claimId, Invoice invoice) {
    InvoiceRecord row = db.newRecord(INVOICE);
    row.setClaimId(claimId);
    row.setNumber(invoice.number());
    row.setIssuedOn(invoice.issuedOn());
    row.setNetFen(fen(invoice.net()));
    row.setGrossFen(fen(invoice.gross()));
    row.setSeller(invoice.seller());
    row.setBuyer(invoice.buyer());
    row.setDocumentId(invoice.documentId());
    db.insertInto(INVOICE).set(row).onConflict(INVOICE.CLAIM_ID).doUpdate().set(row).execute();
  }

  private static Invoice read(InvoiceRecord row) {
    return new Invoice(
        row.getNumber(),
        row.getIssuedOn(),
        money(row.getNetFen()),
        money(row.getGrossFen()),
        row.getSeller(),
        row.getBuyer(),
        row.getDocumentId());
  }

  private static @Nullable Money money(@Nullable Long fen) {
    return fen == null ? null : Money.ofFen(fen);
  }

  private static @Nullable Long fen(@Nullable Money money) {
    return money == null ? null : money.fen();
  }

  void addPaper(UUID claimId, UUID documentId, PaperKind kind, Instant at) {
    db.insertInto(PAPER)
        .set(PAPER.CLAIM_ID, claimId)
        .set(PAPER.DOCUMENT_ID, documentId)
        .set(PAPER.KIND, kind.name())
        .set(PAPER.ADDED_AT, at)
        .onConflictDoNothing()
        .execute();
  }

  /** Files added by the provider that are no invoice, oldest first. */
  List<UUID> otherPapers(UUID claimId) {
    return db.select(PAPER.DOCUMENT_ID)
        .from(PAPER)
        .where(PAPER.CLAIM_ID.eq(claimId), PAPER.KIND.eq(PaperKind.OTHER.name()))
        .orderBy(PAPER.ADDED_AT, PAPER.DOCUMENT_ID)
        .fetch(PAPER.DOCUMENT_ID);
  }

  /** True for every file the provider ever added, replaced invoices included. */
  boolean hasPaper(UUID claimId, UUID documentId) {
    return db.fetchExists(PAPER, PAPER.CLAIM_ID.eq(claimId), PAPER.DOCUMENT_ID.eq(documentId));
  }

  /** Takes the invoice number for the order; false when another order has it. */
  boolean useInvoice(String number, UUID orderId) {
    db.insertInto(INVOICE_USE)
        .set(INVOICE_USE.NUMBER, number)
        .set(INVOICE_USE.ORDER_ID, orderId)
        .onConflictDoNothing()
        .execute();
    return db.fetchExists(
        INVOICE_USE, INVOICE_USE.NUMBER.eq(number), INVOICE_USE.ORDER_ID.eq(orderId));
  }

  /** How many of the files serve as report of another order too. */
  int reportsUsedElsewhere(Collection<String> hashes, UUID orderId) {
    return db.fetchCount(
        DSL.selectDistinct(REPORT_USE.SHA256)
            .from(REPORT_USE)
            .where(REPORT_USE.SHA256.in(hashes), REPORT_USE.ORDER_ID.ne(orderId)));
  }

  void useReports(Collection<String> hashes, UUID orderId) {
    for (String hash : hashes) {
      db.insertInto(REPORT_USE)
          .set(REPORT_USE.SHA256, hash)
          .set(REPORT_USE.ORDER_ID, orderId)
          .onConflictDoNothing()
          .execute();
    }
  }

  /** What the last round of checks found, in the order it was found. */
  List<Signal> signals(UUID claimId) {
    return db.selectFrom(SIGNAL)
        .where(SIGNAL.CLAIM_ID.eq(claimId), SIGNAL.ROUND.eq(lastRound(claimId)))
        .orderBy(SIGNAL.POSITION)
        .fetch(
            row ->
                new Signal(
                    Signal.Rule.valueOf(row.getRule()),
                    Signal.Level.valueOf(row.getLevel()),
                    row.getFinding(),
                    List.of(row.getArguments())));
  }

  void addSignals(UUID claimId, List<Signal> signals) {
    int round = lastRound(claimId) + 1;
    var insert =
        db.insertInto(
            SIGNAL,
            SIGNAL.CLAIM_ID,
            SIGNAL.ROUND,
            SIGNAL.POSITION,
            SIGNAL.RULE,
            SIGNAL.LEVEL,
            SIGNAL.FINDING,
            SIGNAL.ARGUMENTS);
    for (int position = 0; position < signals.size(); position++) {
      Signal one = signals.get(position);
      insert =
          insert.values(
              claimId,
              round,
              position,
              one.rule().name(),
              one.level().name(),
              one.finding(),
              one.arguments().toArray(String[]::new));
    }
    insert.execute();
  }

  private int lastRound(UUID claimId) {
    Integer last =
        db.select(DSL.max(SIGNAL.ROUND))
            .from(SIGNAL)
            .where(SIGNAL.CLAIM_ID.eq(claimId))
            .fetchSingle()
            .value1();
    return last == null ? 0 : last;
  }
}
