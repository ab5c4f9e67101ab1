package io.quantong.voucher;

import io.quantong.budget.BudgetRefusal;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.voucher.VoucherRefusal.Reason;
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

  private final Issuing issuing;
  private final Checkout checkout;
  private final Decisions decisions;
  private final VoucherReading reading;
  private final Idempotency idempotency;

  Vouchers(
      Issuing issuing,
      Checkout checkout,
      Decisions decisions,
      VoucherReading reading,
      Idempotency idempotency) {
    this.issuing = issuing;
    this.checkout = checkout;
    this.decisions = decisions;
    this.reading = reading;
    this.idempotency = idempotency;
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
    return reading.estimate(request);
  }

  /**
   * The lots of an organisation, first-expiring first: all for itself, those of the own district
   * for its officials.
   */
  @Transactional(readOnly = true)
  public List<Lot> lots(Actor actor, UUID ownerId) {
    return reading.lots(actor, ownerId);
  }

  /** What orders hold or used of the lots of the actor's organisation. */
  @Transactional(readOnly = true)
  public List<Hold> holds(Actor actor) {
    return reading.holds(actor);
  }

  /**
   * A lot with its history.
   *
   * @throws Refused with {@link Reason#MISSING} when there is none the actor may know of
   */
  @Transactional(readOnly = true)
  public LotDetail lot(Actor actor, UUID lotId) {
    return reading.lot(actor, lotId);
  }

  /** The last applications of the actor's organisation, newest first. */
  @Transactional(readOnly = true)
  public List<Application> applications(Actor actor) {
    return reading.applications(actor);
  }

  /** A page of the lots issued, newest first, within what the official may see. */
  @Transactional(readOnly = true)
  public List<IssuedLot> issued(Actor actor, IssuedFilter filter, int pageNumber, int pageSize) {
    return reading.issued(actor, filter, pageNumber, pageSize);
  }

  /** All lots of a filter, at most 100,000, for a table file. */
  @Transactional(readOnly = true)
  public List<IssuedLot> export(Actor actor, IssuedFilter filter) {
    return reading.export(actor, filter);
  }

  /** Number and sums of the lots of a filter. */
  @Transactional(readOnly = true)
  public IssuedTotal issuedTotal(Actor actor, IssuedFilter filter) {
    return reading.issuedTotal(actor, filter);
  }

  /**
   * Stops a lot while something is looked into; what orders hold stays.
   *
   * @throws Refused when the reason is missing or the lot is not to be frozen
   */
  @Transactional
  public void freeze(Actor actor, Decision decision, RequestKey key) {
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    once(actor, "voucher.freeze", decision, key, decisions::freeze);
  }

  /** Lets a frozen lot be spent again; one whose last day has passed expires at once. */
  @Transactional
  public void unfreeze(Actor actor, Decision decision, RequestKey key) {
    actor.require(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    once(actor, "voucher.unfreeze", decision, key, decisions::unfreeze);
  }

  /**
   * Takes the free part of a lot back for good (head of the bureau); holds stay until orders end.
   */
  @Transactional
  public void revoke(Actor actor, Decision decision, RequestKey key) {
    actor.require(Role.DISTRICT_HEAD);
    once(actor, "voucher.revoke", decision, key, decisions::revoke);
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
   * provider caused it an expired lot gets a grace period. That the actor is a party of the order
   * is the caller's to check.
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
   * Takes back part of what was captured (refund before payout): to the lots while valid, else to
   * the budget; from the last-expiring lot first.
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

  /**
   * True when the owner signed the credit commitment now in force, without which no voucher is
   * used.
   */
  @Transactional(readOnly = true)
  public boolean commitmentSigned(UUID ownerId) {
    return reading.commitmentSigned(ownerId);
  }

  /** Everything held by orders now, over all lots; open orders must explain it to the fen. */
  @Transactional(readOnly = true)
  public Money totalHeld() {
    return reading.totalHeld();
  }

  private void once(
      Actor actor, String operation, Decision decision, RequestKey key, DecisionStep step) {
    idempotency.once(
        actor,
        operation,
        key,
        decision,
        () -> {
          step.take(actor, decision.lotId(), decision.reason());
          return decision.lotId().toString();
        });
  }

  private interface DecisionStep {
    void take(Actor actor, UUID lotId, String reason);
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
   * @param orderNumber its readable number, shown wherever the hold is
   * @param ownerId the beneficiary organisation
   * @param price full price
   * @param earlier earlier purchases
   * @param expected the deduction shown to the person who clicked
   */
  public record HoldRequest(
      UUID orderId,
      String orderNumber,
      UUID ownerId,
      Money price,
      Earlier earlier,
      Money expected) {}

  /**
   * An application for a lot.
   *
   * @param amount above zero
   * @param purpose what for, at most 200 characters, may be empty
   */
  public record ApplicationRequest(Money amount, String purpose) {}

  /**
   * What a district decides about a lot.
   *
   * @param lotId the lot
   * @param reason why, 4 to 500 characters
   */
  public record Decision(UUID lotId, String reason) {}

  /**
   * A lot and all about it.
   *
   * @param lot as it stands
   * @param ownerName registered name of the owner
   * @param application how it came about
   * @param holds what orders took
   * @param history every transition, oldest first
   */
  public record LotDetail(
      Lot lot,
      String ownerName,
      Application application,
      List<Hold> holds,
      List<DomainEvent> history) {}

  /**
   * A lot with the name of its owner.
   *
   * @param lot as it stands
   * @param ownerName registered name
   */
  public record IssuedLot(Lot lot, String ownerName) {}

  /**
   * What of the lots issued to show; null means all.
   *
   * @param district issuing district
   * @param state state of the lot
   * @param year budget year
   * @param number how the number of the lot begins
   */
  public record IssuedFilter(
      @Nullable String district,
      @Nullable LotState state,
      @Nullable Integer year,
      @Nullable String number) {}

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
