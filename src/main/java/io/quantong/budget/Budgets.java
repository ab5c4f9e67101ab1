package io.quantong.budget;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Budgets of the districts: appropriation and where the money stands (M13). */
@Service
public class Budgets {

  private static final Money LARGEST = Money.yuan(10_000_000_000L);
  private static final int LONGEST_NUMBER = 100;
  private static final int MOST_EXPORTED = 100_000;
  private static final Role[] READERS = {
    Role.FINANCE_CLERK,
    Role.FINANCE_APPROVER,
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.CITY_SCIENCE,
    Role.CITY_FINANCE,
    Role.AUDITOR,
    Role.SYSTEM
  };

  private final Ledger ledger;
  private final BudgetRepository repository;
  private final Idempotency idempotency;
  private final EventLog events;
  private final Clock clock;

  Budgets(
      Ledger ledger,
      BudgetRepository repository,
      Idempotency idempotency,
      EventLog events,
      Clock clock) {
    this.ledger = ledger;
    this.repository = repository;
    this.idempotency = idempotency;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Brings money into the budget of the clerk's district.
   *
   * @return identifier of the appropriation
   * @throws Refused with {@link BudgetRefusal.Typed} for every fault found
   */
  @Transactional
  public String appropriate(Actor actor, Appropriation request, RequestKey key) {
    actor.require(Role.FINANCE_CLERK);
    actor.requireDistrict(request.district());
    Refused.ifAny(faults(request));
    return idempotency.once(
        actor, "budget.appropriate", key, request, () -> bringIn(actor, request));
  }

  /** The budget year running now. */
  public int yearNow() {
    return LocalDate.now(clock).getYear();
  }

  /** Where the money of a district's year stands. */
  @Transactional(readOnly = true)
  public BudgetLine line(Actor actor, String district, int year) {
    requireReader(actor, district);
    return repository.lines(district).stream()
        .filter(line -> line.year() == year)
        .findFirst()
        .orElseGet(() -> BudgetRepository.nothing(district, year));
  }

  /** Every budget the actor may see: their own district's, or all for the city and auditors. */
  @Transactional(readOnly = true)
  public List<BudgetLine> lines(Actor actor) {
    actor.require(READERS);
    return repository.lines(scope(actor));
  }

  /** The scheme as a whole in a budget year; the public may know it. */
  @Transactional(readOnly = true)
  public BudgetLine whole(int year) {
    return repository.whole(year);
  }

  /** A page of transfers, newest first, within what the actor may see. */
  @Transactional(readOnly = true)
  public Entries entries(Actor actor, Filter filter, int pageNumber, int pageSize) {
    Filter narrowed = narrow(actor, filter);
    return new Entries(
        repository.entries(narrowed, (long) pageNumber * pageSize, pageSize),
        repository.count(narrowed));
  }

  /** All transfers of a filter, newest first, at most 100,000, for a table file. */
  @Transactional(readOnly = true)
  public List<BudgetEntry> export(Actor actor, Filter filter) {
    return repository.entries(narrow(actor, filter), 0, MOST_EXPORTED);
  }

  /**
   * A page of the transfers of an account with the balance after each, newest first.
   *
   * @throws Refused when there is no such account
   */
  @Transactional(readOnly = true)
  public Entries account(Actor actor, String code, int pageNumber, int pageSize) {
    requireReader(actor, Account.parse(code).orElseThrow(Budgets::unknownAccount).district());
    long total = repository.countOf(code);
    if (total == 0) {
      throw unknownAccount();
    }
    return new Entries(repository.entriesOf(code, (long) pageNumber * pageSize, pageSize), total);
  }

  private static Refused unknownAccount() {
    return new Refused(BudgetRefusal.Typed.UNKNOWN_ACCOUNT);
  }

  private String bringIn(Actor actor, Appropriation request) {
    String id = Ids.next().toString();
    events.append(
        new EventLog.Transition("appropriation", id, "APPROPRIATE", null, "APPROPRIATED"),
        actor,
        request.documentNumber().strip(),
        null,
        Map.of(
            "district", request.district(),
            "year", Integer.toString(request.year()),
            "amount", request.amount().plain()));
    Account source = Account.of(Account.Kind.APPROPRIATION, request.district(), request.year());
    Account budget = Account.of(Account.Kind.BUDGET, request.district(), request.year());
    ledger.post(
        actor,
        new Journal(
            "budget.appropriate",
            "appropriation",
            id,
            List.of(new Transfer(source, budget, request.amount()))),
        request.documentNumber().strip());
    return id;
  }

  private List<BudgetRefusal> faults(Appropriation request) {
    List<BudgetRefusal> faults = new ArrayList<>();
    if (!request.amount().isPositive() || request.amount().compareTo(LARGEST) > 0) {
      faults.add(BudgetRefusal.Typed.AMOUNT);
    }
    if (Math.abs(request.year() - LocalDate.now(clock).getYear()) > 1) {
      faults.add(BudgetRefusal.Typed.YEAR);
    }
    String number = request.documentNumber().strip();
    if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
      faults.add(BudgetRefusal.Typed.DOCUMENT_NUMBER);
    }
    return faults;
  }

  private static Filter narrow(Actor actor, Filter filter) {
    actor.require(READERS);
    if (actor.readsAllDistricts()) {
      return filter;
    }
    return new Filter(scope(actor), filter.year(), filter.kind(), filter.document());
  }

  private static void requireReader(Actor actor, String district) {
    actor.require(READERS);
    if (!actor.readsAllDistricts()) {
      actor.requireDistrict(district);
    }
  }

  /** The district an actor is bound to; null for those who read all. */
  private static @Nullable String scope(Actor actor) {
    if (actor.readsAllDistricts()) {
      return null;
    }
    if (actor.district() == null) {
      throw new Refused(Actor.AccessRefusal.DISTRICT);
    }
    return actor.district();
  }

  /**
   * Money coming into a budget.
   *
   * @param district six digits, the clerk's own
   * @param year budget year, last year to next year
   * @param amount above zero
   * @param documentNumber number of the paper it rests on, at most 100 characters
   */
  public record Appropriation(String district, int year, Money amount, String documentNumber) {}

  /**
   * What of the transfers to show; null means all.
   *
   * @param district six digits
   * @param year budget year
   * @param kind transfers that touch accounts of this kind
   * @param document identifier of the document, or of the lot, hold, order or claim of an account
   */
  public record Filter(
      @Nullable String district,
      @Nullable Integer year,
      Account.@Nullable Kind kind,
      @Nullable String document) {}

  /**
   * A page of transfers.
   *
   * @param rows newest first
   * @param total how many there are on all pages
   */
  public record Entries(List<BudgetEntry> rows, long total) {}
}
