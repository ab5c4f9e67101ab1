package io.quantong.claim;

import io.quantong.claim.ClaimRefusal.Reason;
import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must be right before a claim can be handed in (M3); returns every fault at once. */
final class ClaimFaults {

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{8,30}");
  private static final Money MOST = Money.yuan(100_000_000);
  private static final int LONGEST_NAME = 200;

  private ClaimFaults() {}

  /** Faults of the invoice as such. */
  static List<ClaimRefusal> invoice(Invoice invoice, LocalDate today) {
    List<ClaimRefusal> faults = new ArrayList<>();
    String number = invoice.number();
    if (number == null || !isInvoiceNumber(number)) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_NUMBER));
    }
    LocalDate issued = invoice.issuedOn();
    if (issued == null || issued.getYear() < 2000) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_DATE));
    } else if (issued.isAfter(today)) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_DATE_FUTURE, today));
    }
    amounts(invoice, faults);
    if (missing(invoice.seller())) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_SELLER));
    }
    if (missing(invoice.buyer())) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_BUYER));
    }
    if (invoice.documentId() == null) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_FILE));
    }
    return faults;
  }

  private static void amounts(Invoice invoice, List<ClaimRefusal> faults) {
    Money net = invoice.net();
    Money gross = invoice.gross();
    if (gross == null || !gross.isPositive() || gross.compareTo(MOST) > 0) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_GROSS));
    }
    if (net == null || !net.isPositive() || net.compareTo(MOST) > 0) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_NET));
    } else if (gross != null && net.compareTo(gross) > 0) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_NET_ABOVE_GROSS, net, gross));
    }
  }

  static boolean isInvoiceNumber(String number) {
    return NUMBER.matcher(number).matches();
  }

  private static boolean missing(@Nullable String name) {
    return name == null || name.isBlank() || name.length() > LONGEST_NAME;
  }

  /** Faults of the claim as a whole, the declaration left to the caller. */
  static List<ClaimRefusal> all(ClaimFacts facts) {
    List<ClaimRefusal> faults = new ArrayList<>(invoice(facts.invoice(), facts.today()));
    if (facts.around().invoiceUsed()) {
      faults.add(ClaimRefusal.of(Reason.INVOICE_USED, String.valueOf(facts.invoice().number())));
    }
    if (facts.reports().isEmpty()) {
      faults.add(ClaimRefusal.of(Reason.REPORT_MISSING));
    }
    LocalDate window = facts.claim().dates().dueOn();
    boolean draft = facts.claim().state() == ClaimState.DRAFT;
    if (draft && window != null && facts.today().isAfter(window)) {
      faults.add(ClaimRefusal.of(Reason.WINDOW_OVER, window));
    }
    return faults;
  }
}
