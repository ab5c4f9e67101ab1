package io.quantong.voucher;

import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.policy.Policies;
import io.quantong.voucher.VoucherRefusal.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What may be read of vouchers, by whom; nothing here changes anything. */
@Component
class VoucherReading {

  private static final int APPLICATIONS_SHOWN = 50;
  private static final int MOST_EXPORTED = 100_000;
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

  private final LotRepository lots;
  private final HoldRepository holds;
  private final ApplicationRepository applications;
  private final Identities identities;
  private final Policies policies;
  private final EventLog events;
  private final Clock clock;

  VoucherReading(
      LotRepository lots,
      HoldRepository holds,
      ApplicationRepository applications,
      Identities identities,
      Policies policies,
      EventLog events,
      Clock clock) {
    this.lots = lots;
    this.holds = holds;
    this.applications = applications;
    this.identities = identities;
    this.policies = policies;
    this.events = events;
    this.clock = clock;
  }

  Vouchers.Estimate estimate(Vouchers.EstimateRequest request) {
    List<VoucherRefusal> faults = new ArrayList<>();
    if (request.staff() < 0 || request.sales().isNegative() || request.assets().isNegative()) {
      faults.add(VoucherRefusal.of(Reason.FIGURES));
    }
    if (!request.price().isPositive()) {
      faults.add(VoucherRefusal.of(Reason.PRICE));
    }
    if (!policies.districts().contains(request.district())) {
      faults.add(VoucherRefusal.of(Reason.PLACE));
    }
    Refused.ifAny(faults);
    return EstimateRules.estimate(request, policies.at(request.district(), LocalDate.now(clock)));
  }

  List<Lot> lots(Actor actor, UUID ownerId) {
    if (actor.is(Role.BENEFICIARY) && actor.organisationId().equals(ownerId)) {
      return lots.of(ownerId);
    }
    actor.require(OFFICIALS);
    return lots.of(ownerId).stream().filter(lot -> mayRead(actor, lot)).toList();
  }

  List<Hold> holds(Actor actor) {
    actor.require(Role.BENEFICIARY);
    return holds.ofLots(lots.of(actor.organisationId()).stream().map(Lot::id).toList());
  }

  Vouchers.LotDetail lot(Actor actor, UUID lotId) {
    Lot lot =
        lots.find(lotId)
            .filter(found -> mayRead(actor, found))
            .orElseThrow(() -> new Refused(VoucherRefusal.of(Reason.MISSING)));
    return new Vouchers.LotDetail(
        lot,
        identities.organisation(lot.ownerId()).name(),
        applications.find(lotId).orElseThrow(),
        holds.ofLots(List.of(lotId)),
        events.history("lot", lotId.toString()));
  }

  List<Application> applications(Actor actor) {
    actor.require(Role.BENEFICIARY);
    return applications.of(actor.organisationId(), APPLICATIONS_SHOWN);
  }

  List<Vouchers.IssuedLot> issued(
      Actor actor, Vouchers.IssuedFilter filter, int pageNumber, int pageSize) {
    return named(lots.issued(narrow(actor, filter), (long) pageNumber * pageSize, pageSize));
  }

  List<Vouchers.IssuedLot> export(Actor actor, Vouchers.IssuedFilter filter) {
    return named(lots.issued(narrow(actor, filter), 0, MOST_EXPORTED));
  }

  Vouchers.IssuedTotal issuedTotal(Actor actor, Vouchers.IssuedFilter filter) {
    return lots.issuedTotal(narrow(actor, filter));
  }

  boolean commitmentSigned(UUID ownerId) {
    return identities.hasSignedCommitment(ownerId);
  }

  Money totalHeld() {
    return lots.totalHeld();
  }

  private List<Vouchers.IssuedLot> named(List<Lot> found) {
    Map<UUID, Organisation> owners =
        identities.organisations(found.stream().map(Lot::ownerId).distinct().toList());
    return found.stream()
        .map(
            lot ->
                new Vouchers.IssuedLot(
                    lot, Objects.requireNonNull(owners.get(lot.ownerId())).name()))
        .toList();
  }

  private static boolean mayRead(Actor actor, Lot lot) {
    return actor.is(Role.BENEFICIARY) && lot.ownerId().equals(actor.organisationId())
        || actor.is(OFFICIALS)
            && (actor.readsAllDistricts() || lot.district().equals(actor.district()));
  }

  private static Vouchers.IssuedFilter narrow(Actor actor, Vouchers.IssuedFilter filter) {
    actor.require(OFFICIALS);
    if (actor.readsAllDistricts()) {
      return filter;
    }
    if (actor.district() == null) {
      throw new Refused(Actor.AccessRefusal.DISTRICT);
    }
    return new Vouchers.IssuedFilter(
        actor.district(), filter.state(), filter.year(), filter.number());
  }
}
