package io.quantong.demo.history;

import io.quantong.demo.city.CityFirm;
import io.quantong.demo.city.DemoCity;
import io.quantong.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history from its first day to this one. */
final class Life {

  private static final Logger log = LoggerFactory.getLogger(Life.class);
  private static final long SEED = 20261123;
  private static final LocalTime DAWN = LocalTime.of(6, 0);
  private static final Money BUDGET = Money.yuan(1_500_000);
  private static final int DAYS_TO_OPEN = 12;
  private static final int PROGRESS_DAYS = 15;

  private final Platform platform;
  private final Size size;
  private final ZoneId zone;
  private final LocalDate today;
  private final LocalDate first;
  private final long began = System.nanoTime();
  private LocalDate shown;

  Life(Platform platform, Size size) {
    this.platform = platform;
    this.size = size;
    this.zone = platform.clock().getZone();
    this.today = LocalDate.ofInstant(Instant.now(), zone);
    this.first = today.minusDays(size.days());
    this.shown = first;
  }

  /** Lives; answers what became of it in figures. */
  Map<String, String> live() {
    platform.machine().set(first.atTime(DAWN).atZone(zone).toInstant());
    DemoCity city = DemoCity.generate(SEED, size.scale());
    Cast cast = new Cast();
    Agenda agenda = new Agenda(platform.machine(), zone, first.atTime(DAWN));
    World world = new World(platform, city, cast, agenda, new Random(SEED));
    Founders founders = new Founders(platform, cast);
    founders.register(city);
    founders.appropriate(first.getYear(), BUDGET);
    new NextYear(platform, cast).make(first.getYear(), today.getYear() + 1);
    if (today.getYear() > first.getYear()) {
      LocalDate newYear = LocalDate.of(today.getYear(), 1, 1);
      agenda.at(
          world.days().onOrAfter(newYear.isBefore(today) ? newYear : today.minusDays(1)),
          DAWN,
          "next budget",
          () -> founders.appropriate(today.getYear(), BUDGET));
    }
    say("%d organisations, %d people", cast.organisations(), cast.people());
    new Library(world, founders).open(first, today);
    List<CityFirm> players = Scenes.players(world);
    plan(world, players);
    agenda.play(today.atStartOfDay(), this::day);
    platform.machine().advanceTo(Instant.now());
    report(agenda);
    return Map.of(
        "first", first.toString(),
        "refusals", Integer.toString(agenda.refusals().size()),
        "faults", Integer.toString(agenda.faults().size()));
  }

  private void plan(World world, List<CityFirm> players) {
    LocalDate opened = first.plusDays(DAYS_TO_OPEN);
    List<CityFirm> active = new ArrayList<>(world.city().firms());
    active.removeIf(firm -> !Trade.mayOrder(firm));
    Collections.shuffle(active, world.random());
    Trade trade = new Trade(world, opened, today.minusDays(1));
    trade.plan(active.subList(0, Math.min(size.activeFirms(), active.size())), size.orders());
    trade.refuseTooLarge(world.city().firms().stream());
    new Scenes(world, today, players).plan();
    LocalDate lastList = world.days().before(today, 4);
    FinanceDesks desks = new FinanceDesks(world, lastList);
    desks.open(opened);
    desks.leaveSubmitted(Scenes.DISTRICT, world.days().before(today, 1));
  }

  private void day(LocalDate day) {
    if (ChronoUnit.DAYS.between(shown, day) >= PROGRESS_DAYS) {
      shown = day;
      long done = ChronoUnit.DAYS.between(first, day) * 100 / size.days();
      say("%s, %d %%", day, done);
    }
  }

  private void say(String text, Object... values) {
    long seconds = (System.nanoTime() - began) / 1_000_000_000L;
    log.info("  {} ({} s)", text.formatted(values), seconds);
  }

  private void report(Agenda agenda) {
    say("%s, history complete", today);
    agenda.refusals().forEach(refusal -> log.debug("refused: {}", refusal));
  }
}
