package io.quantong.voucher;

import io.quantong.budget.BudgetRefusal;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.policy.Policies;
import io.quantong.policy.Policy;
import io.quantong.voucher.VoucherRefusal.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Vouchers: application, lots, hold, capture, release, expiry (M1, M2, product section 4). */
@Service
public class Vouchers {

  private static final int ATTEMPTS = 5;
  private static final int APPLICATIONS_SHOWN = 50;
  private static final int MOST_EXPORTED = 100_000;
  private static final Role[] ORDER_PARTIES = {
    Role.BENEFICIARY,
    Role.PROVIDER_MANAGER,
    Role.PROVIDER_TECHNICIAN,
    Role.PROVIDER_FINANCE,
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.SYSTEM
  };
  private static final Role[] OFFICIALS = {
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.FINANCE_CLERK,
    Role.FINANCE_APPROVER,
    Role.CITY_SCIENCE,
    Role.CITY_FINANCE,
    Role.AUDITOR
  };

  private final Issuing issuing;
  private final Checkout checkout;
  private final Decisions decisions;
  private final LotRepository lots;
  private final HoldRepository holds;
  private final ApplicationRepository applications;
  private final Policies policies;
  private final EventLog events;
  private final Clock clock;

  Vouchers(
      Issuing issuing,
      Checkout checkout,
      Decisions decisions,
      LotRepository lots,
      HoldRepository holds,
      ApplicationRepository applications,
      Policies policies,
      EventLog events,
      Clock clock) {
    this.issuing = issuing;
    this.checkout = checkout;
    this.decisions = decisions;
    this.lots = lots;
    this.holds = holds;
    this.applications = applications;
    this.policies = policies;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Applies for a lot for the actor's organisation; issued at once when every rule and the budget
   * allow. Runs in transactions of its own, so that a refusal is kept with all its reasons; when
   * somebody else took the last money between question and answer, the question is asked again.
   *
   * @return the application; its identifier is that of the lot
   * @throws Refused with every {@link VoucherRefusal}; the application is kept all the same
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Application apply(Actor actor, ApplicationRequest request, RequestKey key) {
    actor.require(Role.BENEFICIARY);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        Application application = issuing.apply(actor, request, key);
        Refused.ifAny(application.reasons());
        return application;
      } catch (Refused refused) {
        if (!(refused.refusals().getFirst() instanceof BudgetRefusal)) {
          throw refused;
        }
      }
    }
    throw new Refused(VoucherRefusal.of(Reason.BUDGET_EXHAUSTED, Money.ZERO));
  }

  /** What the actor's organisation may get now, and why. */
  @Transactional(readOnly = true)
  public Eligibility eligibility(Actor actor) {
    actor.require(Role.BENEFICIARY);
    return issuing.eligibility(actor.organisationId());
  }

  /**
   * Estimates without login what an organisation of a size may get and what it would pay of a price
   * with it (M1, M2).
   *
   * @throws Refused with every {@link VoucherRefusal} about what was typed
   */
  @Transactional(readOnly = true)
  public Estimate estimate(EstimateRequest request) {
    List<VoucherRefusal> faults = new ArrayList<>();
    if (request.staff() < 0 || request.sales().isNegative() || request.assets().isNegative()) {
      faults.add(VoucherRefusal.of(Reason.FIGURES));
    }
    if (!request.price().isPositive()) {
      faults.add(VoucherRefusal.of(Reason.PRICE));
    }
    Refused.ifAny(faults);
    Policy policy = policies.at(request.district(), LocalDate.now(clock));
    return EstimateRules.estimate(request, policy);
  }

  /**
   * The lots of an organisation, first-expiring first: all for itself, those of the own district for
   * its officials.
   */
  @Transactional(readOnly = true)
  public List<Lot> lots(Actor actor, UUID ownerId) {
    if (actor.is(Role.BENEFICIARY) && actor.organisationId().equals(ownerId)) {
      return lots.of(ownerId);
    }
    actor.require(OFFICIALS);
    return lots.of(ownerId).stream().filter(lot -> mayRead(actor, lot)).toList();
  }

  /** What orders hold or used of the lots of the actor's organisation. */
  @Transactional(readOnly = true)
  public List<Hold> holds(Actor actor) {
    actor.require(Role.BENEFICIARY);
    return holds.ofLots(lots.of(actor.organisationId()).stream().map(Lot::id).toList());
  }

  /**
   * A lot with its history.
   *
   * @throws Refused with {@link Reason#MISSING} when there is none the actor may know of
   */
  @Transactional(readOnly = true)
  public LotDetail lot(Actor actor, UUID lotId) {
    Lot lot =
        lots.find(lotId)
            .filter(found -> mayRead(actor, found))
            .orElseThrow(() -> new Refused(VoucherRefusal.of(Reason.MISSING)));
    return new LotDetail(
        lot,
        applications.find(lotId).orElseThrow(),
        holds.ofLots(List.of(lotId)),
        events.history("lot", lotId.toString()));
  }

  /** The last applications of the actor's organisation, newest first. */
  @Transactional(readOnly = true)
  public List<Application> applications(Actor actor) {
    actor.require(Role.BENEFICIARY);
    return applications.of(actor.organisationId(), APPLICATIONS_SHOWN);
  }

  /** A page of the lots issued, newest first, within what the official may see. */
  @Transactional(readOnly = true)
  public List<Lot> issued(Actor actor, IssuedFilter filter, int pageNumber, int pageSize) {
    return lots.issued(narrow(actor, filter), pageNumber * pageSize, pageSize);
  }

  /** All lots of a filter, at most 100,000, for a table file. */
  @Transactional(readOnly = true)
  public List<Lot> export(Actor actor, IssuedFilter filter) {
    return lots.issued(narrow(actor, filter), 0, MOST_EXPORTED);
  }

  /** Number and sums of the lots of a filter. */
  @Transactional(readOnly = true)
  public IssuedTotal issuedTotal(Actor actor, IssuedFilter filter) {
    return lots.issuedTotal(narrow(actor, filter));
  }

  /**
   * Stops a lot while something is looked into; what orders hold stays.
   *
   * @param reason 4 to 500 characters
   */
  @Transactional
  public void freeze(Actor actor, UUID lotId, String reason) {
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    decisions.freeze(actor, lotId, reason);
  }

  /** Lets a frozen lot be spent again; one whose last day has passed expires at once. */
  @Transactional
  public void unfreeze(Actor actor, UUID lotId, String reason) {
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    decisions.unfreeze(actor, lotId, reason);
  }

  /** Takes the free part of a lot back for good (head of the bureau); holds stay until orders end. */
  @Transactional
  public void revoke(Actor actor, UUID lotId, String reason) {
    actor.require(Role.DISTRICT_HEAD);
    decisions.revoke(actor, lotId, reason);
  }

  /**
   * Computes the deduction by the default rule, limited by what is available; changes nothing.
   *
   * @param ownerId the beneficiary organisation
   * @param price full price of the order
   * @param earlier what the owner bought of the same service from the same provider within the
   *     anti-splitting window, full prices
   */
  @Transactional(readOnly = true)
  public Quote quote(UUID ownerId, Money price, Earlier earlier) {
    return checkout.quote(ownerId, price, earlier);
  }

  /**
   * Holds the deduction for an order, first-expiring lot first, in the caller's transaction.
   *
   * @return the quote that was held
   * @throws Refused when the result differs from {@code expected} (somebody else was quicker), so
   *     that nobody pays another share than shown
   */
  @Transactional
  public Quote hold(Actor actor, HoldRequest request) {
    actor.require(Role.BENEFICIARY, Role.SYSTEM);
    actor.requireOrganisation(request.ownerId());
    return checkout.hold(actor, request);
  }

  /**
   * Gives the whole hold of an order back: to the lots while valid, else to the budget; when the
   * provider caused it an expired lot gets a grace period. That the actor is a party of the order is
   * the caller's to check.
   *
   * @return what was released; zero when nothing was held
   */
  @Transactional
  public Money release(Actor actor, UUID orderId, Cause cause) {
    actor.require(ORDER_PARTIES);
    return checkout.release(actor, orderId, cause);
  }

  /**
   * The result was accepted: everything held becomes owed. Doing it twice changes nothing.
   *
   * @return the shares by budget
   */
  @Transactional
  public List<Share> capture(Actor actor, UUID orderId) {
    actor.require(ORDER_PARTIES);
    return checkout.capture(actor, orderId);
  }

  /**
   * Takes back part of what was captured (refund before payout): to the lots while valid, else to the
   * budget; from the last-expiring lot first.
   *
   * @param amount at most what is still captured
   */
  @Transactional
  public void reverse(Actor actor, UUID orderId, Money amount) {
    actor.require(ORDER_PARTIES);
    checkout.reverse(actor, orderId, amount);
  }

  /** What is captured and not reversed for an order, by budget; empty when nothing is. */
  @Transactional(readOnly = true)
  public List<Share> captured(UUID orderId) {
    return checkout.captured(orderId);
  }

  private static boolean mayRead(Actor actor, Lot lot) {
    return actor.is(Role.BENEFICIARY) && lot.ownerId().equals(actor.organisationId())
        || actor.is(OFFICIALS)
            && (actor.readsAllDistricts() || lot.district().equals(actor.district()));
  }

  private static IssuedFilter narrow(Actor actor, IssuedFilter filter) {
    actor.require(OFFICIALS);
    if (actor.readsAllDistricts()) {
      return filter;
    }
    if (actor.district() == null) {
      throw new Refused(Actor.AccessRefusal.DISTRICT);
    }
    return new IssuedFilter(actor.district(), filter.state(), filter.year());
  }

  /** True when the owner signed the credit commitment now in force, without which no voucher is used. */
  public boolean commitmentSigned(UUID ownerId) {
    throw new IllegalStateException();
  }

  /** Everything held by orders now, over all lots; open orders must explain it to the fen. */
  public Money totalHeld() {
    throw new IllegalStateException();
  }

  /** Who caused a release. */
  public enum Cause {
    BENEFICIARY,
    PROVIDER,
    TIME_LIMIT
  }

  /**
   * Earlier purchases that count together with this one.
   *
   * @param price their full prices
   * @param deducted what vouchers paid of them
   */
  public record Earlier(Money price, Money deducted) {

    /** None. */
    public static final Earlier NOTHING = new Earlier(Money.ZERO, Money.ZERO);
  }

  /**
   * A hold at checkout.
   *
   * @param orderId the order
   * @param ownerId the beneficiary organisation
   * @param price full price
   * @param earlier earlier purchases
   * @param expected the deduction shown to the person who clicked
   */
  public record HoldRequest(
      UUID orderId, UUID ownerId, Money price, Earlier earlier, Money expected) {}

  /**
   * An application for a lot.
   *
   * @param amount above zero
   * @param purpose what for, at most 200 characters, may be empty
   */
  public record ApplicationRequest(Money amount, String purpose) {}

  /**
   * A lot and all about it.
   *
   * @param lot as it stands
   * @param application how it came about
   * @param holds what orders took
   * @param history every transition, oldest first
   */
  public record LotDetail(
      Lot lot, Application application, List<Hold> holds, List<DomainEvent> history) {}

  /**
   * What of the lots issued to show; null means all.
   *
   * @param district issuing district
   * @param state state of the lot
   * @param year budget year
   */
  public record IssuedFilter(
      @Nullable String district, @Nullable LotState state, @Nullable Integer year) {}

  /**
   * Number and sums of lots.
   *
   * @param count how many
   * @param parts their parts together
   */
  public record IssuedTotal(int count, Lot.Parts parts) {}

  /**
   * What one may type without login.
   *
   * @param kind what the organisation is
   * @param district six digits, the city or a district of it
   * @param staff employees
   * @param sales last year
   * @param assets end of last year
   * @param price of the service wanted
   */
  public record EstimateRequest(
      OrganisationKind kind, String district, int staff, Money sales, Money assets, Money price) {}

  /**
   * An estimate.
   *
   * @param eligibility what one may get at once
   * @param yearly what one may get in a calendar year
   * @param quote what vouchers would pay of the price
   */
  public record Estimate(Eligibility eligibility, Money yearly, Quote quote) {}
}
