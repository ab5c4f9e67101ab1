package io.quantong.claim;

import io.quantong.claim.ClaimView.Match;
import io.quantong.claim.ClaimView.Row;
import io.quantong.kernel.Money;
import io.quantong.order.OrderDetail;
import io.quantong.order.ServiceRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of the order beside facts of the papers, so that a difference is seen at once (M3). */
final class Comparison {

  private Comparison() {}

  static List<Row> of(Claim claim, Invoice invoice, OrderDetail order, ServiceRecord service) {
    List<Row> rows = new ArrayList<>();
    Claim.Parties parties = claim.parties();
    rows.add(names("SELLER", parties.providerName(), invoice.seller()));
    rows.add(names("BUYER", parties.beneficiaryName(), invoice.buyer()));
    Money price = order.facts().priceLeft();
    rows.add(gross(price, price.minus(order.facts().voucherLeft()), invoice.gross()));
    rows.add(
        new Row(
            "TARIFF",
            order.order().price().total(),
            service.tariffPrice(),
            order.order().price().total().compareTo(service.tariffPrice()) > 0
                ? Match.DIFFERENT
                : Match.SAME));
    rows.add(dates(service.contractSignedOn(), invoice.issuedOn()));
    Integer charged = service.chargedMinutes();
    if (charged != null) {
      rows.add(minutes(charged, service.loggedMinutes()));
    }
    return rows;
  }

  private static Row names(String key, String known, @Nullable String stated) {
    if (stated == null || stated.isBlank()) {
      return new Row(key, known, null, Match.OPEN);
    }
    return new Row(
        key, known, stated, ClaimRules.same(stated, known) ? Match.SAME : Match.DIFFERENT);
  }

  private static Row gross(Money price, Money own, @Nullable Money stated) {
    if (stated == null) {
      return new Row("GROSS", price, null, Match.OPEN);
    }
    boolean fits = stated.equals(price) || stated.equals(own);
    return new Row("GROSS", price, stated, fits ? Match.SAME : Match.DIFFERENT);
  }

  private static Row dates(@Nullable LocalDate contract, @Nullable LocalDate invoice) {
    if (contract == null || invoice == null) {
      return new Row("DATES", contract, invoice, Match.OPEN);
    }
    return new Row(
        "DATES", contract, invoice, invoice.isBefore(contract) ? Match.DIFFERENT : Match.SAME);
  }

  private static Row minutes(int charged, @Nullable Integer logged) {
    if (logged == null) {
      return new Row("HOURS", charged, null, Match.OPEN);
    }
    return new Row(
        "HOURS", charged, logged, charged * 10L > logged * 12L ? Match.DIFFERENT : Match.SAME);
  }
}
