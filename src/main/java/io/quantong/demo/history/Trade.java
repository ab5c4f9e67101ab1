package io.quantong.demo.history;

import io.quantong.catalogue.Offer;
import io.quantong.demo.city.CityFirm;
import io.quantong.demo.city.CityOffer;
import io.quantong.demo.history.Plan.Claiming;
import io.quantong.demo.history.Plan.Course;
import io.quantong.demo.history.Plan.Fate;
import io.quantong.demo.history.Plan.Pace;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.voucher.Vouchers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ordinary business of the city: who orders what, and how it goes, by chance. */
final class Trade {

  /** Of a hundred orders. */
  private static final Map<Fate, Integer> FATES =
      Map.of(
          Fate.SMOOTH, 74,
          Fate.SILENT, 6,
          Fate.REPRICED, 4,
          Fate.DISPUTED, 3,
          Fate.REFUNDED, 2,
          Fate.DECLINED, 4,
          Fate.UNANSWERED, 2,
          Fate.WITHDRAWN, 2,
          Fate.CANCELLED, 3);

  /** Of a hundred claims. */
  private static final Map<Course, Integer> COURSES =
      Map.of(
          Course.CLEAN, 76,
          Course.CUT, 5,
          Course.PAPERS, 8,
          Course.REFUSED, 3,
          Course.WITHDRAWN, 2,
          Course.OBJECTION_DISMISSED, 4,
          Course.OBJECTION_UPHELD, 2);

  private static final Money CHEAP_HOUR = Money.yuan(150);
  private static final int IDLE_EVERY = 4;
  private static final int TOO_LARGE_SHOWN = 8;
  private static final int MOST_SLOTS = 3;

  private final World world;
  private final LocalDate first;
  private final LocalDate last;

  Trade(World world, LocalDate first, LocalDate last) {
    this.world = world;
    this.first = first;
    this.last = last;
  }

  void plan(List<CityFirm> active, int orders) {
    for (int i = 0; i < orders; i++) {
      CityFirm firm = active.get(i % active.size());
      List<CityOffer> offers =
          world.city().offersFor(firm).stream().filter(Trade::worthAVoucher).toList();
      LocalDate day = someDay();
      Fate fate = drawFate();
      Claiming claim = new Claiming(drawCourse(), null, world.random().nextInt(1, 8));
      if (!offers.isEmpty()) {
        CityOffer offer = world.pick(offers);
        order(new Plan(firm, offer, quantity(firm, offer), day, fate, pace(), claim));
      }
    }
    for (int i = 0; i < active.size(); i += IDLE_EVERY) {
      CityFirm firm = active.get(i);
      at(someDay(), "vouchers nobody uses", () -> new Purse(world, firm).apply(someMoney()));
    }
  }

  /** Nobody bothers with a voucher for the cheapest hours. */
  private static boolean worthAVoucher(CityOffer offer) {
    return offer.mode() != Offer.Mode.INSTRUMENT_TIME
        || offer.price().unit().compareTo(CHEAP_HOUR) >= 0;
  }

  /** Firms of the ordinary business: honest, not too large, not the visitor's or the newcomer. */
  static boolean mayOrder(CityFirm firm) {
    boolean reserved = firm.key().equals(Scenes.FIRM) || firm.key().equals(Scenes.NEWCOMER);
    return !reserved && !firm.dishonest() && !firm.size().aboveDefaultLimits();
  }

  /** An order, unless its provider has not published the offer yet. */
  private void order(Plan plan) {
    at(
        plan.placedOn(),
        "order",
        () -> {
          if (world.cast().offers(plan.offer().key())) {
            new OrderStory(world, plan).begin();
          }
        });
  }

  private void at(LocalDate day, String what, Runnable act) {
    world.agenda().at(world.days().onOrAfter(day), world.between(8, 9), what, act);
  }

  /** Firms above the limits of size ask in vain; the answer with its reasons is kept. */
  void refuseTooLarge(Stream<CityFirm> firms) {
    firms
        .filter(firm -> firm.size().aboveDefaultLimits())
        .limit(TOO_LARGE_SHOWN)
        .forEach(firm -> at(someDay(), "too large", () -> askInVain(firm)));
  }

  private void askInVain(CityFirm firm) {
    Actor actor = world.cast().of(firm);
    new Purse(world, firm).sign();
    try {
      world
          .platform()
          .vouchers()
          .apply(
              actor,
              new Vouchers.ApplicationRequest(someMoney(), firm.industry().name() + "检测"),
              world.key());
    } catch (Refused meant) {
      // The platform keeps the application with every reason; that is what is to be seen.
    }
  }

  private LocalDate someDay() {
    long days = ChronoUnit.DAYS.between(first, last);
    return first.plusDays(world.random().nextLong(days + 1));
  }

  private Money someMoney() {
    return Money.yuan(1000L * world.random().nextInt(3, 13));
  }

  private int quantity(CityFirm firm, CityOffer offer) {
    int from = offer.quantities().from();
    int until = offer.quantities().until();
    int wanted =
        firm.kind() == OrganisationKind.ENTREPRENEUR
            ? Math.max(1, from / 2)
            : world.random().nextInt(from, until + 1);
    return offer.mode() == Offer.Mode.INSTRUMENT_TIME
        ? world.random().nextInt(1, MOST_SLOTS + 1)
        : wanted;
  }

  private Pace pace() {
    return new Pace(
        world.random().nextInt(1, 3),
        world.random().nextInt(1, 4),
        world.random().nextInt(2, 12),
        world.random().nextInt(1, 6));
  }

  private Fate drawFate() {
    int roll = world.random().nextInt(100);
    for (Fate fate : Fate.values()) {
      roll -= FATES.getOrDefault(fate, 0);
      if (roll < 0) {
        return fate;
      }
    }
    return Fate.SMOOTH;
  }

  private Course drawCourse() {
    int roll = world.random().nextInt(100);
    for (Course course : Course.values()) {
      roll -= COURSES.getOrDefault(course, 0);
      if (roll < 0) {
        return course;
      }
    }
    return Course.CLEAN;
  }
}
