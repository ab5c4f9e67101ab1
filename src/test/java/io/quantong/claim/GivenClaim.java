package io.quantong.claim;

import io.quantong.catalogue.Offer;
import io.quantong.claim.ClaimFacts.Around;
import io.quantong.claim.Signal.Level;
import io.quantong.document.StoredDocument;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import io.quantong.order.Order;
import io.quantong.order.OrderDetail;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.OrderDetail.LogKind;
import io.quantong.order.OrderFacts;
import io.quantong.order.OrderState;
import io.quantong.order.ServiceRecord;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policy;
import io.quantong.provider.ProviderState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A claim with everything in order; each test spoils one thing. */
final class GivenClaim {
  static final LocalDate CONTRACT = LocalDate.of(2026, 11, 2);
  static final LocalDate SERVICE = LocalDate.of(2026, 11, 9);
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Money PRICE = Money.yuan(12_000);
  static final Money VOUCHER = Money.yuan(11_000);

  Invoice invoice =
      new Invoice(
          "26112000000012345678",
          LocalDate.of(2026, 11, 20),
          Money.yuan(11_320),
          PRICE,
          "越城检测中心",
          "某纺织有限公司",
          Ids.next());
  @Nullable Invoice inFile = invoice;
  Money price = PRICE;
  Money voucher = VOUCHER;
  Money refunded = Money.ZERO;
  @Nullable Instant ownReceived = Instant.parse("2026-11-03T02:00:00Z");
  List<LogEntry> log =
      List.of(new LogEntry(LogKind.RUN, SERVICE.atTime(9, 0), SERVICE.atTime(11, 0), "李工", 3, ""));
  ServiceRecord service = new ServiceRecord("HT-1", null, CONTRACT, PRICE, 120, 120, 120);
  Instant uploaded = Instant.parse("2026-11-10T02:00:00Z");
  boolean reports = true;
  Around around = new Around(false, 0, List.of(), 0, 0, PRICE, ProviderState.ADMITTED);

  ClaimFacts facts() {
    return new ClaimFacts(
        claim(), invoice, order(), service, reports(), inFile, around, policy(), TODAY);
  }

  private List<StoredDocument> reports() {
    return reports
        ? List.of(
            new StoredDocument(
                Ids.next(), "a.pdf", "application/pdf", 1, "ab", Ids.next(), uploaded))
        : List.of();
  }

  private Claim claim() {
    return new Claim(
        Ids.next(),
        "SD1",
        ClaimState.DRAFT,
        new Claim.Matter(Ids.next(), "DD1", Ids.next(), "盐雾试验", TODAY),
        new Claim.Parties(Ids.next(), Ids.next(), "越城检测中心", Ids.next(), "某纺织有限公司", false),
        new Claim.Sums(price, voucher, null),
        new Claim.Place("330602", "330602"),
        1,
        Level.PASS,
        new Claim.Dates(TODAY, null, null, null, TODAY.plusDays(90), false),
        0,
        new Claim.Hands(null, null, null),
        null);
  }

  private OrderDetail order() {
    Order order =
        new Order(
            Ids.next(),
            "DD1",
            OrderState.COMPLETED,
            Ids.next(),
            "某纺织有限公司",
            Ids.next(),
            "越城检测中心",
            Ids.next(),
            "盐雾试验",
            new Order.PriceSplit(price, voucher, price.minus(voucher), refunded),
            1,
            Instant.parse("2026-11-01T02:00:00Z"),
            null,
            TODAY,
            List.of());
    OrderFacts facts =
        new OrderFacts(
            order,
            new OrderFacts.Parties(Ids.next(), "330602", "330602", "330602", "越城", Ids.next()),
            subject(),
            new OrderFacts.Settlement(Money.ZERO, null, null, ownReceived),
            Trace.EMPTY);
    return new OrderDetail(facts, null, log, List.of(), null, List.of());
  }

  private OrderFacts.Subject subject() {
    LocalDateTime start = SERVICE.atTime(9, 0);
    return new OrderFacts.Subject(
        "test",
        Offer.Mode.INSTRUMENT_TIME,
        Offer.Basis.HOUR,
        Money.yuan(6_000),
        1,
        start,
        start.plusHours(2),
        "",
        "",
        "",
        "");
  }

  private static Policy policy() {
    Map<Parameter, Long> values = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      values.put(parameter, 1L);
    }
    values.put(Parameter.ANTI_SPLITTING_DAYS, 90L);
    values.put(Parameter.FULL_DEDUCTION_UP_TO, Money.yuan(10_000).fen());
    return new Policy(1, "330602", TODAY, values);
  }
}
