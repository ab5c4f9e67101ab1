package io.quantong.voucher;

import io.quantong.budget.Account;
import io.quantong.budget.Journal;
import io.quantong.budget.Ledger;
import io.quantong.budget.Transfer;
import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.Policy;
import io.quantong.voucher.VoucherRefusal.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Automatic issue (M1): an application is decided at once by the rules and the budget. A refusal is
 * kept with every reason.
 */
@Component
class Issuing {

  private static final int LONGEST_PURPOSE = 200;
  private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

  private final LotRepository lots;
  private final ApplicationRepository applications;
  private final Ledger ledger;
  private final Policies policies;
  private final Identities identities;
  private final Idempotency idempotency;
  private final EventLog events;
  private final Clock clock;

  Issuing(
      LotRepository lots,
      ApplicationRepository applications,
      Ledger ledger,
      Policies policies,
      Identities identities,
      Idempotency idempotency,
      EventLog events,
      Clock clock) {
    this.lots = lots;
    this.applications = applications;
    this.ledger = ledger;
    this.policies = policies;
    this.identities = identities;
    this.idempotency = idempotency;
    this.events = events;
    this.clock = clock;
  }

  /** Decides; the answer, issued or refused, stands when the transaction commits. */
  @Transactional
  public Application apply(Actor actor, Vouchers.ApplicationRequest request, RequestKey key) {
    Refused.ifAny(faults(request));
    String id =
        idempotency.once(
            actor, "voucher.apply", key, request, () -> decide(actor, request).toString());
    return applications.find(UUID.fromString(id)).orElseThrow();
  }

  /** What the organisation may get now. */
  @Transactional(readOnly = true)
  public Eligibility eligibility(UUID owner) {
    Organisation organisation = identities.organisation(owner);
    Policy policy = policy(organisation);
    return EligibilityRules.most(facts(organisation, policy.district()), policy);
  }

  private UUID decide(Actor actor, Vouchers.ApplicationRequest request) {
    UUID id = Ids.next();
    lots.lockHolder(actor.organisationId());
    Organisation owner = identities.organisation(actor.organisationId());
    Policy policy = policy(owner);
    Eligibility answer =
        EligibilityRules.judge(facts(owner, policy.district()), policy, request.amount());
    Application application =
        new Application(
            id,
            owner.id(),
            policy.district(),
            request.amount(),
            request.purpose().strip(),
            answer.reasons(),
            answer.trace(),
            policy.version(),
            clock.instant());
    applications.insert(application, actor.personId());
    record(actor, application, LotEvent.APPLY);
    if (application.issued()) {
      issue(actor, application, policy);
    } else {
      record(actor, application, LotEvent.REFUSE);
    }
    return id;
  }

  private void issue(Actor actor, Application application, Policy policy) {
    LocalDate today = LocalDate.now(clock);
    Lot lot =
        new Lot(
            application.id(),
            "QT%s-%05d".formatted(COMPACT.format(today), lots.nextNumber()),
            application.ownerId(),
            application.district(),
            today.getYear(),
            Lot.Parts.fresh(application.amount()),
            LotLifecycle.TABLE.next(LotState.APPLIED, LotEvent.ISSUE),
            today,
            today.plusMonths(policy.count(Parameter.LOT_VALID_MONTHS)),
            policy.version(),
            application.purpose());
    lots.insert(lot);
    record(actor, application, LotEvent.ISSUE);
    Account budget = Account.of(Account.Kind.BUDGET, lot.district(), lot.year());
    Account inLot = Account.of(Account.Kind.LOT, lot.district(), lot.year(), lot.id());
    ledger.post(
        actor,
        new Journal(
            "voucher.issue",
            "lot",
            lot.id().toString(),
            List.of(new Transfer(budget, inLot, application.amount()))));
  }

  private void record(Actor actor, Application application, LotEvent event) {
    @Nullable LotState from = event == LotEvent.APPLY ? null : LotState.APPLIED;
    LotState to =
        event == LotEvent.APPLY
            ? LotState.APPLIED
            : LotLifecycle.TABLE.next(LotState.APPLIED, event);
    events.append(
        EventLog.Transition.of("lot", application.id(), event, from, to),
        actor,
        null,
        application.policyVersion(),
        Map.of("amount", application.amount().plain()));
  }

  private EligibilityRules.Facts facts(Organisation owner, String district) {
    LocalDate today = LocalDate.now(clock);
    Organisation.Profile size = owner.profile();
    return new EligibilityRules.Facts(
        owner.kind(),
        isDistrictOfTheCity(owner.district()),
        size.staff(),
        size.sales(),
        size.assets(),
        identities.hasSignedCommitment(owner.id()),
        lots.unused(owner.id()),
        lots.issued(owner.id(), today.withDayOfYear(1), today),
        ledger.balance(Account.of(Account.Kind.BUDGET, district, today.getYear())));
  }

  /** The policy of the owner's district; of the city for an owner outside it, who is refused. */
  private Policy policy(Organisation owner) {
    String district = owner.district();
    String place =
        district != null && isDistrictOfTheCity(district)
            ? district
            : identities.districts().getFirst().code();
    return policies.at(place, LocalDate.now(clock));
  }

  private boolean isDistrictOfTheCity(@Nullable String code) {
    return identities.districts().stream()
        .filter(district -> district.parent() != null)
        .map(District::code)
        .anyMatch(known -> known.equals(code));
  }

  private static List<VoucherRefusal> faults(Vouchers.ApplicationRequest request) {
    List<VoucherRefusal> faults = new ArrayList<>();
    if (!request.amount().isPositive()) {
      faults.add(VoucherRefusal.of(Reason.AMOUNT));
    }
    if (request.purpose().strip().length() > LONGEST_PURPOSE) {
      faults.add(VoucherRefusal.of(Reason.PURPOSE));
    }
    return faults;
  }
}
