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
import io.quantong.voucher.Lot;
import io.quantong.voucher.LotState;
import io.quantong.voucher.Vouchers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What waits for whom on the day the visitor comes; all around one district and one provider. */
final class Scenes {

  /** Where the loop meets: 越城区. */
  static final String DISTRICT = "330602";

  /** The provider whose people a visitor plays. */
  static final String PROVIDER = "p03";

  /** The firm a visitor plays. */
  static final String FIRM = "f0013";

  /** A firm that has done nothing yet. */
  static final String NEWCOMER = "f0019";

  /** A provider in another district, whose bureau is late. */
  private static final String NEIGHBOUR = "p02";

  private static final int NOTICE_DAYS = 7;

  /** Working days from the order to the acceptance at the usual pace. */
  private static final int SERVICE_DAYS = 9;

  private static final long USUAL_YUAN = 13_000;
  private static final long LARGE_YUAN = 96_000;

  private final World world;
  private final LocalDate today;
  private final List<CityFirm> others;
  private final List<CityFirm> neighbours;
  private final CityFirm rich;
  private final Iterator<CityOffer> tests;
  private int next;

  /**
   * Scenes.
   *
   * @param today the day the visitor comes
   * @param firms that may play a part beside the visitor's, of any district
   */
  Scenes(World world, LocalDate today, List<CityFirm> firms) {
    this.world = world;
    this.today = today;
    this.neighbours = firms.stream().filter(firm -> firm.district().equals(DISTRICT)).toList();
    this.rich = firms.getLast();
    this.others = firms.subList(0, firms.size() - 1);
    List<CityOffer> sheet = offers(PROVIDER, Offer.Mode.SAMPLE_TEST);
    this.tests = Stream.generate(() -> sheet).flatMap(List::stream).iterator();
  }

  void plan() {
    visitorsFirm();
    providersDesk();
    claimsInReview();
    noticesAndObjections();
    moneyOnItsWay();
    at(before(6), this::freezeALot);
  }

  private void visitorsFirm() {
    CityFirm firm = firm(FIRM);
    at(today.minusDays(70), () -> new Purse(world, firm).apply(Money.yuan(12_000)));
    order(firm, USUAL_YUAN, before(40), Fate.SMOOTH, paid(before(28)));
    order(firm, USUAL_YUAN, before(9), Fate.STAYS_DELIVERED, Claiming.NONE);
    order(firm, USUAL_YUAN / 2, before(6), Fate.STAYS_IN_SERVICE, Claiming.NONE);
    order(firm, USUAL_YUAN / 3, before(2), Fate.STAYS_ACCEPTED, Claiming.NONE);
    time(firm, before(3));
    at(before(1), () -> new Purse(world, firm).apply(Money.yuan(16_000)));
  }

  private void providersDesk() {
    order(near(), USUAL_YUAN, before(1), Fate.STAYS_PLACED, Claiming.NONE);
    order(near(), USUAL_YUAN / 2, before(2), Fate.STAYS_PLACED, Claiming.NONE);
    order(any(), USUAL_YUAN, before(7), Fate.STAYS_LOGGED, Claiming.NONE);
    order(near(), USUAL_YUAN, before(10), Fate.SMOOTH, Claiming.NONE);
    order(any(), USUAL_YUAN, before(20), Fate.SMOOTH, Claiming.NONE);
  }

  private void claimsInReview() {
    claim(near(), USUAL_YUAN, Course.STAYS_IN_REVIEW, before(1), 0);
    claim(any(), USUAL_YUAN, Course.STAYS_IN_REVIEW, before(4), 0);
    claim(any(), USUAL_YUAN, Course.STAYS_IN_REVIEW, before(6), 0);
    claim(near(), USUAL_YUAN, Course.STAYS_IN_REVIEW, before(9), 0);
    claim(any(), USUAL_YUAN, Course.STAYS_RISKY, before(2), 0);
    claim(any(), USUAL_YUAN, Course.STAYS_AWAITING_PAPERS, before(5), 2);
    claim(rich, LARGE_YUAN, Course.STAYS_PROPOSED, before(3), 1);
    CityOffer lateOnes = offers(NEIGHBOUR, Offer.Mode.SAMPLE_TEST).getFirst();
    order(
        new Plan(
            any(),
            lateOnes,
            units(lateOnes, USUAL_YUAN),
            before(12 + SERVICE_DAYS),
            Fate.SMOOTH,
            Pace.SWIFT,
            new Claiming(Course.STAYS_IN_REVIEW, before(12), 0)));
  }

  private void noticesAndObjections() {
    claim(near(), USUAL_YUAN, Course.CLEAN, before(4), 1);
    claim(any(), USUAL_YUAN, Course.CLEAN, before(3), 1);
    claim(near(), USUAL_YUAN, Course.STAYS_OBJECTED, before(6), 1);
  }

  private void moneyOnItsWay() {
    LocalDate overToday = world.days().before(noticeOverBefore(today), 1);
    claim(near(), USUAL_YUAN, Course.STAYS_UNPAID, overToday, 1);
    claim(near(), USUAL_YUAN / 2, Course.STAYS_UNPAID, overToday, 1);
    LocalDate overYesterday = world.days().before(noticeOverBefore(before(1)), 1);
    claim(near(), USUAL_YUAN, Course.CLEAN, overYesterday, 1);
    claim(near(), USUAL_YUAN / 2, Course.CLEAN, overYesterday, 1);
  }

  private LocalDate noticeOverBefore(LocalDate day) {
    return world.days().noticeOverBefore(day, NOTICE_DAYS);
  }

  private void claim(CityFirm firm, long yuan, Course course, LocalDate submitOn, int review) {
    LocalDate placed = world.days().before(submitOn, SERVICE_DAYS);
    order(firm, yuan, placed, Fate.SMOOTH, new Claiming(course, submitOn, review));
  }

  private static Claiming paid(LocalDate submitOn) {
    return new Claiming(Course.CLEAN, submitOn, 2);
  }

  private void order(CityFirm firm, long yuan, LocalDate day, Fate fate, Claiming claim) {
    CityOffer offer = tests.next();
    order(new Plan(firm, offer, units(offer, yuan), day, fate, Pace.SWIFT, claim));
  }

  /** A slot of an instrument that lies before the visitor. */
  private void time(CityFirm firm, LocalDate day) {
    CityOffer offer = offers(PROVIDER, Offer.Mode.INSTRUMENT_TIME).getFirst();
    order(new Plan(firm, offer, 1, day, Fate.STAYS_IN_SERVICE, Pace.SWIFT, Claiming.NONE));
  }

  private void order(Plan plan) {
    new OrderStory(world, plan).begin();
  }

  private void freezeALot() {
    Actor handler = world.cast().official(DISTRICT, "kj.handler");
    CityFirm firm = neighbours.getLast();
    Vouchers vouchers = world.platform().vouchers();
    new Purse(world, firm).apply(Money.yuan(5_000));
    vouchers.lots(handler, world.cast().organisation(firm.key())).stream()
        .filter(lot -> lot.state() == LotState.ACTIVE)
        .map(Lot::id)
        .findFirst()
        .ifPresent(
            lot ->
                vouchers.freeze(
                    handler, new Vouchers.Decision(lot, "收到举报，核实期间暂停使用。"), world.key()));
  }

  private void at(LocalDate day, Runnable act) {
    world.agenda().at(day, LocalTime.of(10, 30), "scene", act);
  }

  private LocalDate before(int workingDays) {
    return world.days().before(today, workingDays);
  }

  private List<CityOffer> offers(String provider, Offer.Mode mode) {
    return world.city().offersOf(world.city().provider(provider)).stream()
        .filter(offer -> offer.mode() == mode)
        .filter(offer -> offer.exclusion() == CityOffer.Exclusion.NONE)
        .toList();
  }

  private static int units(CityOffer offer, long yuan) {
    return (int) Math.max(1, Math.round(yuan * 100.0 / offer.price().unit().fen()));
  }

  private CityFirm near() {
    return neighbours.get(next++ % neighbours.size());
  }

  private CityFirm any() {
    return others.get(next++ * 7 % others.size());
  }

  private CityFirm firm(String key) {
    return world.city().firms().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** Firms that may play a part: not too large, honest, not related, not the visitor's own. */
  static List<CityFirm> players(World world) {
    List<String> tied = world.city().ties().stream().map(tie -> tie.firmKey()).toList();
    return world.city().firms().stream()
        .filter(firm -> firm.kind() == OrganisationKind.ENTERPRISE && !firm.soleTrader())
        .filter(firm -> !firm.size().aboveDefaultLimits() && !firm.dishonest())
        .filter(firm -> !tied.contains(firm.key()))
        .filter(firm -> !firm.key().equals(FIRM) && !firm.key().equals(NEWCOMER))
        .toList();
  }
}
