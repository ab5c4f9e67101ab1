package io.quantong.voucher;

import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Trace;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.Policy;
import io.quantong.voucher.Bookkeeping.Booked;
import io.quantong.voucher.VoucherRefusal.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Quote, hold, capture, release and reverse. Lots are locked first, in the order of their
 * identifiers; nothing spends directly.
 */
@Component
class Checkout {

  private static final String ORDER = "order";
  private static final Comparator<Lot> FIRST_EXPIRING =
      Comparator.comparing(Lot::validUntil).thenComparing(Lot::id);

  private final LotRepository lots;
  private final HoldRepository holds;
  private final Bookkeeping books;
  private final Policies policies;
  private final Identities identities;
  private final Clock clock;

  Checkout(
      LotRepository lots,
      HoldRepository holds,
      Bookkeeping books,
      Policies policies,
      Identities identities,
      Clock clock) {
    this.lots = lots;
    this.holds = holds;
    this.books = books;
    this.policies = policies;
    this.identities = identities;
    this.clock = clock;
  }

  Quote quote(UUID owner, Money price, Vouchers.Earlier earlier) {
    String district = identities.organisation(owner).district();
    List<Lot> usable = district == null ? List.of() : lots.spendable(owner, district, today());
    return quote(policy(district), price, earlier, usable);
  }

  Quote hold(Actor actor, Vouchers.HoldRequest request) {
    String district = identities.organisation(request.ownerId()).district();
    List<Lot> usable =
        district == null
            ? List.of()
            : lots.lockSpendable(request.ownerId(), district, today()).stream()
                .sorted(FIRST_EXPIRING)
                .toList();
    Quote quote = quote(policy(district), request.price(), request.earlier(), usable);
    if (!quote.deduction().equals(request.expected())) {
      throw new Refused(
          VoucherRefusal.of(Reason.QUOTE_CHANGED, request.expected(), quote.deduction()));
    }
    if (quote.deduction().isPositive()) {
      take(actor, request, quote, usable);
    }
    return quote;
  }

  Money release(Actor actor, UUID order, Vouchers.Cause cause) {
    Map<UUID, Lot> drawnOn = lock(order);
    List<Hold> open = under(drawnOn, order).filter(hold -> hold.open().isPositive()).toList();
    if (open.isEmpty()) {
      return Money.ZERO;
    }
    List<Booked> booked = new ArrayList<>();
    for (Hold hold : open) {
      Lot lot = current(drawnOn, hold, booked);
      book(drawnOn, booked, Move.release(lot, hold.open(), today(), grace(lot, cause)), hold);
    }
    holds.update(open.stream().map(Hold::release).toList());
    books.write(
        new Bookkeeping.Step(actor, "voucher.release", ORDER, order.toString(), cause.name()),
        booked);
    return sum(open.stream().map(Hold::open).toList());
  }

  List<Share> capture(Actor actor, UUID order) {
    Map<UUID, Lot> drawnOn = lock(order);
    List<Hold> open = under(drawnOn, order).filter(hold -> hold.open().isPositive()).toList();
    if (!open.isEmpty()) {
      List<Booked> booked = new ArrayList<>();
      for (Hold hold : open) {
        book(drawnOn, booked, Move.capture(lot(drawnOn, hold), hold.open()), hold);
      }
      holds.update(open.stream().map(Hold::capture).toList());
      books.write(
          new Bookkeeping.Step(actor, "voucher.capture", ORDER, order.toString(), null), booked);
    }
    return captured(order);
  }

  /**
   * Takes back from the last-expiring lot first, so that what returns can be used for as long as
   * possible.
   */
  void reverse(Actor actor, UUID order, Money amount) {
    Map<UUID, Lot> drawnOn = lock(order);
    List<Hold> kept =
        under(drawnOn, order)
            .filter(hold -> hold.kept().isPositive())
            .sorted(
                Comparator.comparing((Hold hold) -> lot(drawnOn, hold), FIRST_EXPIRING).reversed())
            .toList();
    Money most = sum(kept.stream().map(Hold::kept).toList());
    if (amount.isNegative() || amount.compareTo(most) > 0) {
      throw new Refused(VoucherRefusal.of(Reason.MORE_THAN_CAPTURED, amount, most));
    }
    List<Booked> booked = new ArrayList<>();
    List<Hold> changed = new ArrayList<>();
    Money left = amount;
    for (Hold hold : kept) {
      Money back = left.min(hold.kept());
      if (back.isPositive()) {
        Lot lot = current(drawnOn, hold, booked);
        book(drawnOn, booked, Move.reverse(lot, back, today()), hold);
        changed.add(hold.reverse(back));
        left = left.minus(back);
      }
    }
    if (!changed.isEmpty()) {
      holds.update(changed);
      books.write(
          new Bookkeeping.Step(actor, "voucher.reverse", ORDER, order.toString(), null), booked);
    }
  }

  List<Share> captured(UUID order) {
    List<Hold> kept =
        holds.ofOrder(order).stream().filter(hold -> hold.kept().isPositive()).toList();
    Map<UUID, Lot> byId = new HashMap<>();
    kept.forEach(hold -> byId.computeIfAbsent(hold.lotId(), id -> lots.find(id).orElseThrow()));
    Map<Share, Money> shares = new LinkedHashMap<>();
    for (Hold hold : kept) {
      Lot lot = lot(byId, hold);
      shares.merge(new Share(lot.district(), lot.year(), Money.ZERO), hold.kept(), Money::plus);
    }
    return shares.entrySet().stream()
        .map(e -> new Share(e.getKey().district(), e.getKey().year(), e.getValue()))
        .toList();
  }

  private void take(Actor actor, Vouchers.HoldRequest request, Quote quote, List<Lot> usable) {
    UUID order = request.orderId();
    if (holds.ofOrder(order).stream().anyMatch(hold -> hold.open().isPositive())) {
      throw new Refused(VoucherRefusal.of(Reason.ALREADY_HELD));
    }
    Instant now = clock.instant();
    Map<UUID, Lot> byId = new HashMap<>();
    usable.forEach(lot -> byId.put(lot.id(), lot));
    List<Hold> taken = new ArrayList<>();
    List<Booked> booked = new ArrayList<>();
    for (Quote.LotUse use : quote.uses()) {
      Hold hold =
          new Hold(
              Ids.next(),
              order,
              request.orderNumber(),
              use.lotId(),
              use.amount(),
              Money.ZERO,
              Money.ZERO,
              Money.ZERO,
              now);
      taken.add(hold);
      booked.add(new Booked(Move.hold(lot(byId, hold), use.amount()), hold));
    }
    holds.insert(taken);
    books.write(new Bookkeeping.Step(actor, "voucher.hold", ORDER, order.toString(), null), booked);
  }

  private static Quote quote(
      Policy policy, Money price, Vouchers.Earlier earlier, List<Lot> usable) {
    Money available = sum(usable.stream().map(lot -> lot.parts().available()).toList());
    Deduction deduction = Deduction.of(policy, price, earlier, available);
    List<Quote.LotUse> uses = new ArrayList<>();
    Trace trace = deduction.trace();
    Money left = deduction.amount();
    for (Lot lot : usable) {
      Money taken = left.min(lot.parts().available());
      if (taken.isPositive()) {
        uses.add(new Quote.LotUse(lot.id(), lot.number(), lot.validUntil(), taken));
        trace = trace.and("voucher.trace.lot", lot.number(), lot.validUntil(), taken);
        left = left.minus(taken);
      }
    }
    return new Quote(
        price, deduction.amount(), price.minus(deduction.amount()), uses, trace, policy.version());
  }

  /** The lot as it stands now; what is overdue expires first. */
  private Lot current(Map<UUID, Lot> lots, Hold hold, List<Booked> booked) {
    Lot lot = lot(lots, hold);
    if (Move.overdue(lot, today())) {
      book(lots, booked, Move.expire(lot), null);
    }
    return lot(lots, hold);
  }

  private static void book(
      Map<UUID, Lot> lots, List<Booked> booked, Move move, @Nullable Hold hold) {
    booked.add(new Booked(move, hold));
    lots.put(move.after().id(), move.after());
  }

  private @Nullable LocalDate grace(Lot lot, Vouchers.Cause cause) {
    return switch (cause) {
      case PROVIDER ->
          today().plusDays(policies.at(lot.district(), today()).count(Parameter.LOT_GRACE_DAYS));
      case BENEFICIARY, TIME_LIMIT -> null;
    };
  }

  private Map<UUID, Lot> lock(UUID order) {
    Map<UUID, Lot> byId = new HashMap<>();
    lots.lockOfOrder(order).forEach(lot -> byId.put(lot.id(), lot));
    return byId;
  }

  /** Holds made after the lots were locked belong to a later step. */
  private Stream<Hold> under(Map<UUID, Lot> locked, UUID order) {
    return holds.ofOrder(order).stream().filter(hold -> locked.containsKey(hold.lotId()));
  }

  private static Lot lot(Map<UUID, Lot> lots, Hold hold) {
    Lot lot = lots.get(hold.lotId());
    if (lot == null) {
      throw new IllegalStateException("hold " + hold.id() + " without its lot");
    }
    return lot;
  }

  /** The policy of the owner's district; of the city for an owner outside it, who has no lots. */
  private Policy policy(@Nullable String district) {
    List<District> known = identities.districts();
    String place =
        known.stream()
            .map(District::code)
            .filter(code -> code.equals(district))
            .findFirst()
            .orElseGet(() -> known.getFirst().code());
    return policies.at(place, today());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
