package io.quantong.order;

import io.quantong.booking.Booking;
import io.quantong.document.Documents;
import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.order.OrderDetail.Contract;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.OrderDetail.LogKind;
import io.quantong.order.OrderDetail.Signature;
import io.quantong.order.OrderRefusal.Reason;
import io.quantong.order.OrderRepository.Page;
import io.quantong.order.OrderRepository.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads orders, each reader within own scope. */
@Component
class OrderReading {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final OrderRepository orders;
  private final OrderPapers papers;
  private final OrderReservations reservations;
  private final Documents documents;
  private final EventLog events;
  private final Clock clock;

  OrderReading(
      OrderRepository orders,
      OrderPapers papers,
      OrderReservations reservations,
      Documents documents,
      EventLog events,
      Clock clock) {
    this.orders = orders;
    this.papers = papers;
    this.reservations = reservations;
    this.documents = documents;
    this.events = events;
    this.clock = clock;
  }

  OrderFacts facts(UUID id) {
    return orders.find(id).orElseThrow(() -> new NoSuchElementException("order " + id));
  }

  OrderDetail detail(UUID id) {
    return detail(facts(id));
  }

  private OrderDetail detail(OrderFacts facts) {
    UUID id = facts.order().id();
    return new OrderDetail(
        facts,
        papers.contract(id).orElse(null),
        papers.log(id),
        papers.repricings(id),
        papers.rating(id).orElse(null),
        papers.refunds(id));
  }

  OrderView view(Actor actor, UUID id) {
    OrderDetail detail = detail(visible(actor, id));
    Booking booking =
        detail.facts().subject().start() == null ? null : reservations.booking(id).orElse(null);
    return new OrderView(
        detail,
        booking,
        documents.describe(detail.order().reportIds()),
        staged(actor, detail.facts()),
        OrderGuide.next(detail.facts(), OrderGuide.signed(detail), today()),
        OrderGuide.may(actor, detail, today()));
  }

  private List<StoredDocument> staged(Actor actor, OrderFacts facts) {
    return isProvider(actor, facts)
        ? documents.describe(papers.staged(facts.order().id()))
        : List.of();
  }

  /** A file of the result, or one about to become it, for those who may see it. */
  Orders.ReportFile report(Actor actor, UUID id, UUID documentId) {
    OrderView seen = view(actor, id);
    StoredDocument found =
        Stream.concat(seen.reports().stream(), seen.staged().stream())
            .filter(file -> file.id().equals(documentId))
            .findFirst()
            .orElseThrow(() -> new Refused(OrderRefusal.of(Reason.UNKNOWN)));
    return new Orders.ReportFile(found, documents.open(documentId));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  List<DomainEvent> history(Actor actor, UUID id) {
    visible(actor, id);
    return events.history(OrderSteps.SUBJECT, id.toString());
  }

  /** Whoever may not see an order learns no more than whoever asks for one that is not there. */
  private OrderFacts visible(Actor actor, UUID id) {
    return orders
        .find(id)
        .filter(facts -> sees(actor, facts))
        .orElseThrow(() -> new Refused(OrderRefusal.of(Reason.UNKNOWN)));
  }

  private static boolean sees(Actor actor, OrderFacts facts) {
    OrderFacts.Parties parties = facts.parties();
    if (actor.readsAllDistricts()) {
      return true;
    }
    if (official(actor)) {
      String district = actor.district();
      return district != null
          && (district.equals(parties.beneficiaryDistrict())
              || district.equals(parties.providerDistrict())
              || district.equals(parties.admittingDistrict()));
    }
    boolean beneficiary =
        actor.is(Role.BENEFICIARY) && actor.organisationId().equals(facts.order().beneficiaryId());
    return beneficiary || isProvider(actor, facts);
  }

  private static boolean isProvider(Actor actor, OrderFacts facts) {
    return provider(actor)
        && actor.organisationId().equals(facts.parties().providerOrganisationId());
  }

  private static boolean official(Actor actor) {
    return actor.is(
        Role.DISTRICT_HANDLER,
        Role.DISTRICT_REVIEWER,
        Role.DISTRICT_HEAD,
        Role.FINANCE_CLERK,
        Role.FINANCE_APPROVER);
  }

  private static boolean provider(Actor actor) {
    return actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE);
  }

  Orders.Listing list(Actor actor, Orders.Filter filter) {
    Scope scope = scope(actor, filter.side());
    boolean dueFirst = filter.side() == Orders.Side.PROVIDER;
    Map<OrderState, Orders.Tally> tally = orders.tally(scope, filter.narrow());
    Set<OrderState> states = filter.states();
    long total =
        tally.entrySet().stream()
            .filter(entry -> states.isEmpty() || states.contains(entry.getKey()))
            .mapToLong(entry -> entry.getValue().orders())
            .sum();
    List<OrderFacts> page =
        orders.list(
            scope, states, filter.narrow(), new Page(filter.page() - 1, filter.size(), dueFirst));
    return new Orders.Listing(page, total, tally, nextOf(page));
  }

  private Map<UUID, OrderView.Next> nextOf(List<OrderFacts> page) {
    Set<UUID> signed = papers.signedAmong(page.stream().map(one -> one.order().id()).toList());
    return page.stream()
        .collect(
            Collectors.toMap(
                one -> one.order().id(),
                one -> OrderGuide.next(one, signed.contains(one.order().id()), today())));
  }

  /** The scope of a list; there is none that sees more than the actor's own. */
  private static Scope scope(Actor actor, Orders.Side side) {
    return switch (side) {
      case BENEFICIARY -> {
        actor.require(Role.BENEFICIARY);
        yield new Scope(actor.organisationId(), null, null, false);
      }
      case PROVIDER -> {
        if (!provider(actor)) {
          throw new Refused(Actor.AccessRefusal.ROLE);
        }
        yield new Scope(null, actor.organisationId(), null, false);
      }
      case OFFICIAL -> {
        if (!actor.readsAllDistricts() && !official(actor)) {
          throw new Refused(Actor.AccessRefusal.ROLE);
        }
        yield new Scope(null, null, actor.district(), actor.readsAllDistricts());
      }
    };
  }

  List<ServiceRecord.Owed> owed(UUID id) {
    return reservations.captured(id);
  }

  ServiceRecord serviceRecord(UUID id) {
    OrderFacts facts = facts(id);
    OrderFacts.Subject subject = facts.subject();
    Contract contract = papers.contract(id).orElse(null);
    Integer booked = minutes(subject.start(), subject.end());
    return new ServiceRecord(
        contract == null ? null : contract.number(),
        null,
        contract == null ? null : signedOn(contract),
        tariffPrice(subject, booked),
        subject.pricedBySlot() ? booked : byTheHour(subject),
        booked,
        logged(papers.log(id)));
  }

  /** What tariff and quantity give, whatever price was agreed later. */
  private static Money tariffPrice(OrderFacts.Subject subject, @Nullable Integer booked) {
    return subject.pricedBySlot() && booked != null
        ? subject.unitPrice().share(booked, 60)
        : subject.unitPrice().times(subject.quantity());
  }

  private static @Nullable Integer byTheHour(OrderFacts.Subject subject) {
    return switch (subject.basis()) {
      case HOUR -> subject.quantity() * 60;
      case SAMPLE, ITEM -> null;
    };
  }

  private static @Nullable LocalDate signedOn(Contract contract) {
    Signature beneficiary = contract.beneficiary();
    Signature provider = contract.provider();
    if (beneficiary == null || provider == null) {
      return null;
    }
    boolean providerLast = provider.at().isAfter(beneficiary.at());
    return LocalDate.ofInstant(providerLast ? provider.at() : beneficiary.at(), ZONE);
  }

  private static @Nullable Integer logged(List<LogEntry> log) {
    List<LogEntry> runs = log.stream().filter(line -> line.kind() == LogKind.RUN).toList();
    return runs.isEmpty()
        ? null
        : runs.stream()
            .mapToInt(
                run -> Math.toIntExact(Duration.between(run.started(), run.ended()).toMinutes()))
            .sum();
  }

  private static @Nullable Integer minutes(
      @Nullable LocalDateTime start, @Nullable LocalDateTime end) {
    return start == null || end == null
        ? null
        : Math.toIntExact(Duration.between(start, end).toMinutes());
  }
}
