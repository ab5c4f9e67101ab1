package io.quantong.order.web;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Trace;
import io.quantong.order.Checkout;
import io.quantong.order.Order;
import io.quantong.order.OrderDetail;
import io.quantong.order.OrderEvent;
import io.quantong.order.OrderFacts;
import io.quantong.order.OrderState;
import io.quantong.order.OrderView;
import io.quantong.order.Orders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders as programs read them; amounts are texts with two decimals, days and times ISO 8601. */
final class OrderJson {

  private OrderJson() {}

  /** An order in a list. */
  record Summary(
      UUID id,
      String number,
      OrderState state,
      String service,
      String beneficiary,
      String provider,
      Money price,
      Money voucher,
      Money own,
      Money refunded,
      @Nullable LocalDate dueOn,
      Instant placedAt) {

    static Summary of(Order order) {
      return new Summary(
          order.id(),
          order.number(),
          order.state(),
          order.service(),
          order.beneficiaryName(),
          order.providerName(),
          order.price().total(),
          order.price().voucher(),
          order.price().own(),
          order.price().refunded(),
          order.dueOn(),
          order.placedAt());
    }
  }

  /** A page of a list. */
  record Listing(List<Summary> orders, long total, Map<OrderState, Long> counts) {
    static Listing of(Orders.Listing found) {
      return new Listing(
          found.orders().stream().map(OrderFacts::order).map(Summary::of).toList(),
          found.total(),
          found.tally().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().orders())));
    }
  }

  /** An order with all around it. */
  record Full(
      Summary order,
      UUID offerId,
      int quantity,
      @Nullable LocalDateTime slotStart,
      @Nullable LocalDateTime slotEnd,
      String sample,
      String purpose,
      long policyVersion,
      List<Line> calculation,
      OrderView.Next next,
      List<OrderEvent> may,
      @Nullable ContractInfo contract,
      List<OrderDetail.LogEntry> log,
      List<Report> reports) {

    static Full of(OrderView view) {
      OrderFacts facts = view.detail().facts();
      return new Full(
          Summary.of(view.order()),
          view.order().offerId(),
          facts.subject().quantity(),
          facts.subject().start(),
          facts.subject().end(),
          facts.subject().sample(),
          facts.subject().purpose(),
          view.order().policyVersion(),
          Line.of(facts.trace()),
          view.next(),
          Arrays.stream(OrderEvent.values()).filter(view.may()::contains).toList(),
          ContractInfo.of(view.detail().contract()),
          view.detail().log(),
          view.reports().stream()
              .map(file -> new Report(file.id(), file.fileName(), file.bytes(), file.sha256()))
              .toList());
    }
  }

  /** A line of the calculation: message key and values. */
  record Line(String key, List<String> values) {
    static List<Line> of(Trace trace) {
      return trace.lines().stream().map(line -> new Line(line.key(), line.arguments())).toList();
    }
  }

  /** A contract without its text, which has an address of its own. */
  record ContractInfo(
      String number,
      String sha256,
      @Nullable Instant beneficiarySignedAt,
      @Nullable Instant providerSignedAt) {
    static @Nullable ContractInfo of(OrderDetail.@Nullable Contract contract) {
      return contract == null
          ? null
          : new ContractInfo(
              contract.number(),
              contract.sha256(),
              at(contract.beneficiary()),
              at(contract.provider()));
    }

    private static @Nullable Instant at(OrderDetail.@Nullable Signature signature) {
      return signature == null ? null : signature.at();
    }
  }

  /** A file of the result. */
  record Report(UUID id, String fileName, long bytes, String sha256) {}

  /** What an order would cost, and every reason against it. */
  record Quote(
      Money price,
      Money voucher,
      Money own,
      List<Lot> lots,
      List<Line> calculation,
      long policyVersion,
      List<String> obstacles) {
    static Quote of(Checkout quote) {
      return new Quote(
          quote.price(),
          quote.voucher(),
          quote.own(),
          quote.uses().stream()
              .map(use -> new Lot(use.number(), use.validUntil(), use.amount()))
              .toList(),
          Line.of(quote.trace()),
          quote.policyVersion(),
          quote.obstacles().stream().map(Refusal::code).toList());
    }
  }

  /** What is taken from a voucher. */
  record Lot(String number, LocalDate validUntil, Money amount) {}
}
