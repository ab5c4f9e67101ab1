package io.quantong.order;

import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.Offer;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.kernel.Trace;
import io.quantong.order.OrderRefusal.Reason;
import io.quantong.order.OrderRepository.Series;
import io.quantong.provider.Provider;
import io.quantong.provider.ProviderState;
import io.quantong.provider.Providers;
import io.quantong.voucher.Quote;
import io.quantong.voucher.Vouchers;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** From the wish to the placed order (M2): price, deduction, obstacles, booking, hold. */
@Component
class OrderCheckout {

  private final Catalogue catalogue;
  private final Providers providers;
  private final OrderReservations reservations;
  private final OrderRepository orders;
  private final OrderSteps steps;

  OrderCheckout(
      Catalogue catalogue,
      Providers providers,
      OrderReservations reservations,
      OrderRepository orders,
      OrderSteps steps) {
    this.catalogue = catalogue;
    this.providers = providers;
    this.reservations = reservations;
    this.orders = orders;
    this.steps = steps;
  }

  /** Everything known about a wish; nothing is changed. */
  Checkout quote(Actor actor, Checkout.Wish wish) {
    Look look = look(actor, wish);
    return look.checkout().and(againstTime(look, wish));
  }

  /** What will be refused when the time is asked for; said before the click. */
  private List<Refusal> againstTime(Look look, Checkout.Wish wish) {
    Offer offer = look.checkout().offer();
    LocalDateTime start = wish.start();
    LocalDateTime end = wish.end();
    boolean asked = offer.mode() == Offer.Mode.INSTRUMENT_TIME && look.price().faults().isEmpty();
    return asked && start != null && end != null
        ? reservations.againstTime(Objects.requireNonNull(offer.instrumentId()), start, end)
        : List.of();
  }

  /** Places an order in the caller's transaction. */
  UUID place(Actor actor, Checkout.Placement placement) {
    actor.require(Role.BENEFICIARY);
    Checkout.Wish wish = placement.wish();
    Offer offer = offer(wish.offerId());
    orders.lockSeries(actor.organisationId(), offer.providerId(), offer.id());
    Look look = look(actor, wish);
    UUID id = Ids.next();
    List<Refusal> obstacles = new ArrayList<>(look.checkout().obstacles());
    obstacles.addAll(checkWords(offer, placement));
    boolean priced = look.price().faults().isEmpty();
    if (priced && !placement.shown().equals(shown(look.checkout()))) {
      Checkout now = look.checkout();
      obstacles.add(splitChanged(now.price(), now.voucher(), now.own()));
    }
    try {
      book(actor, id, wish, look);
    } catch (Refused slotRefused) {
      obstacles.addAll(slotRefused.refusals());
    }
    Refused.ifAny(obstacles);
    OrderFacts facts = facts(actor, id, look, placement);
    orders.insert(facts, steps.today());
    Order order = facts.order();
    hold(actor, order, look.earlier());
    steps.begin(actor, order, amounts(order));
    return id;
  }

  /** Somebody else of the same organisation may have been quicker since the look. */
  private void hold(Actor actor, Order order, Vouchers.Earlier earlier) {
    Order.PriceSplit price = order.price();
    try {
      reservations.hold(actor, order, price.total(), price.voucher(), earlier);
    } catch (Refused refused) {
      Quote now = reservations.quote(order.beneficiaryId(), price.total(), earlier);
      throw now.deduction().equals(price.voucher()) ? refused : new Refused(splitChanged(now));
    }
  }

  /**
   * A wish seen against the rules.
   *
   * @param provider of the offer
   * @param price by tariff
   * @param earlier what counts together
   * @param checkout for the screen
   */
  private record Look(
      Provider provider, OrderPrice price, Vouchers.Earlier earlier, Checkout checkout) {}

  private Look look(Actor actor, Checkout.Wish wish) {
    actor.require(Role.BENEFICIARY);
    Offer offer = offer(wish.offerId());
    Provider provider = providers.provider(offer.providerId());
    OrderPrice price = OrderPrice.of(offer, wish, steps.localNow());
    List<Refusal> obstacles = new ArrayList<>(price.faults());
    obstacles.addAll(checkParties(actor, offer, provider, wish));
    String district = actor.district() == null ? provider.admittingDistrict() : actor.district();
    long policy = steps.policyVersionNow(district);
    Series series = new Series(actor.organisationId(), offer.providerId(), offer.id());
    Vouchers.Earlier earlier = orders.earlier(series, steps.splittingSince(policy), null);
    boolean useVoucher = wish.useVoucher() && price.total().isPositive();
    Checkout checkout =
        useVoucher
            ? withVoucher(offer, price, quote(actor, price.total(), earlier), obstacles)
            : withoutVoucher(offer, price, policy, obstacles);
    return new Look(provider, price, earlier, checkout);
  }

  private Quote quote(Actor actor, Money price, Vouchers.Earlier earlier) {
    return reservations.quote(actor.organisationId(), price, earlier);
  }

  private static Checkout withVoucher(
      Offer offer, OrderPrice price, Quote quote, List<Refusal> obstacles) {
    return new Checkout(
        offer,
        price.total(),
        quote.deduction(),
        quote.ownShare(),
        quote.uses(),
        price.trace().and(quote.trace()),
        quote.policyVersion(),
        obstacles);
  }

  private static Checkout withoutVoucher(
      Offer offer, OrderPrice price, long policy, List<Refusal> obstacles) {
    Trace trace = price.trace().and("order.trace.no_voucher", price.total());
    return new Checkout(
        offer, price.total(), Money.ZERO, price.total(), List.of(), trace, policy, obstacles);
  }

  private List<Refusal> checkParties(
      Actor actor, Offer offer, Provider provider, Checkout.Wish wish) {
    List<Refusal> found = new ArrayList<>();
    if (!offer.orderable()) {
      found.add(OrderRefusal.of(Reason.NOT_ORDERABLE, offer.name()));
    }
    if (provider.state() != ProviderState.ADMITTED) {
      found.add(OrderRefusal.of(Reason.PROVIDER_NOT_ADMITTED, provider.name()));
    }
    if (wish.useVoucher() && !reservations.commitmentSigned(actor.organisationId())) {
      found.add(OrderRefusal.of(Reason.COMMITMENT_UNSIGNED));
    }
    for (String tie : providers.ties(provider.id(), actor.organisationId())) {
      found.add(OrderRefusal.of(Reason.RELATED_PARTY, provider.name(), tie));
    }
    return found;
  }

  private static List<Refusal> checkWords(Offer offer, Checkout.Placement placement) {
    List<Refusal> found = new ArrayList<>();
    if (placement.purpose().isBlank()) {
      found.add(OrderRefusal.of(Reason.PURPOSE_MISSING));
    }
    if (offer.mode() == Offer.Mode.SAMPLE_TEST && placement.sample().isBlank()) {
      found.add(OrderRefusal.of(Reason.SAMPLE_MISSING));
    }
    int longest = Math.max(placement.purpose().length(), placement.sample().length());
    if (longest > OrderSteps.LONGEST_TEXT) {
      found.add(OrderRefusal.of(Reason.TEXT_TOO_LONG, OrderSteps.LONGEST_TEXT));
    }
    if (!placement.declared()) {
      found.add(OrderRefusal.of(Reason.NOT_DECLARED));
    }
    return found;
  }

  private static Checkout.Shown shown(Checkout checkout) {
    return new Checkout.Shown(checkout.price(), checkout.voucher());
  }

  private static OrderRefusal splitChanged(Quote now) {
    return splitChanged(now.price(), now.deduction(), now.ownShare());
  }

  static OrderRefusal splitChanged(Money price, Money voucher, Money own) {
    return OrderRefusal.of(Reason.SPLIT_CHANGED, price, voucher, own);
  }

  /** Asks for the slot last, so that a refused slot stands beside all other reasons. */
  private void book(Actor actor, UUID orderId, Checkout.Wish wish, Look look) {
    Offer offer = look.checkout().offer();
    if (offer.mode() != Offer.Mode.INSTRUMENT_TIME || !look.price().faults().isEmpty()) {
      return;
    }
    reservations.book(
        actor,
        orderId,
        Objects.requireNonNull(offer.instrumentId()),
        Objects.requireNonNull(wish.start()),
        Objects.requireNonNull(wish.end()));
  }

  private OrderFacts facts(Actor actor, UUID id, Look look, Checkout.Placement placement) {
    Checkout checkout = look.checkout();
    Offer offer = checkout.offer();
    Provider provider = look.provider();
    Order order =
        new Order(
            id,
            number(),
            OrderState.PLACED,
            actor.organisationId(),
            actor.organisationName(),
            provider.id(),
            provider.name(),
            offer.id(),
            offer.name(),
            new Order.PriceSplit(checkout.price(), checkout.voucher(), checkout.own(), Money.ZERO),
            checkout.policyVersion(),
            steps.now(),
            steps.answerDue(checkout.policyVersion()),
            null,
            List.of());
    return new OrderFacts(
        order,
        new OrderFacts.Parties(
            provider.organisationId(),
            actor.district(),
            provider.district(),
            provider.admittingDistrict(),
            provider.place(),
            actor.personId()),
        subject(offer, look.price(), placement),
        new OrderFacts.Settlement(Money.ZERO, null, null, null),
        checkout.trace());
  }

  private static OrderFacts.Subject subject(
      Offer offer, OrderPrice price, Checkout.Placement placement) {
    boolean time = offer.mode() == Offer.Mode.INSTRUMENT_TIME;
    return new OrderFacts.Subject(
        offer.nameEn(),
        offer.mode(),
        offer.basis(),
        offer.unitPrice(),
        price.quantity(),
        time ? placement.wish().start() : null,
        time ? placement.wish().end() : null,
        offer.content(),
        offer.process(),
        placement.sample().strip(),
        placement.purpose().strip());
  }

  private String number() {
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(steps.today());
    return String.format(Locale.ROOT, "DD%s-%05d", day, orders.nextNumber());
  }

  private Offer offer(UUID id) {
    try {
      return catalogue.offer(id);
    } catch (NoSuchElementException unknown) {
      throw new Refused(OrderRefusal.of(Reason.UNKNOWN));
    }
  }

  /** The amounts an event keeps. */
  static Map<String, String> amounts(Order order) {
    return Map.of(
        "price", order.price().total().plain(),
        "voucher", order.price().voucher().plain(),
        "own", order.price().own().plain());
  }
}
