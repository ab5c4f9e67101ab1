package io.quantong.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.IntegrationTest;
import io.quantong.budget.Account;
import io.quantong.budget.Budgets;
import io.quantong.budget.Ledger;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.SelfCheck;
import io.quantong.operation.TimeMachine;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Vouchers;
import io.quantong.voucher.Vouchers.Cause;
import io.quantong.voucher.Vouchers.Decision;
import io.quantong.voucher.Vouchers.Earlier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Random histories against the real database and the little {@link VoucherModel}; after every step
 * all balances are compared. A failure names its seed; run that one alone by {@code
 * -Dquantong.test.seed=…}.
 */
@IntegrationTest
@TestPropertySource(properties = "quantong.test.world=model")
class VoucherModelTest {

  private static final int STEPS = 250;
  private static final List<String> DISTRICTS = List.of(People.YUECHENG, People.KEQIAO);

  @Autowired private Vouchers vouchers;
  @Autowired private Budgets budgets;
  @Autowired private Ledger ledger;
  @Autowired private Identities identities;
  @Autowired private TimeMachine timeMachine;
  @Autowired private Clock clock;
  @Autowired private List<SelfCheck> checks;

  /** Lots of an earlier seed live on: they expire into the same budgets. */
  private static @Nullable VoucherModel carried;

  private Random random = new Random(0);
  private VoucherModel model = new VoucherModel(LocalDate.EPOCH);
  private List<Actor> firms = List.of();
  private Map<String, Actor> heads = Map.of();
  private Map<String, Actor> clerks = Map.of();
  private final List<String> told = new ArrayList<>();

  static List<Long> seeds() {
    Long one = Long.getLong("quantong.test.seed");
    return one == null ? List.of(20261126L, 7L, 4711L) : List.of(one);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_balance_is_what_the_rules_say_after_every_step(long seed) {
    begin(seed);
    for (int step = 0; step < STEPS; step++) {
      String what = step();
      told.add(what);
      compare("seed " + seed + ", step " + step + ": " + what);
    }
    assertThat(told).as("the history is a history").anyMatch(what -> what.contains("captured"));
    checks.stream()
        .filter(check -> check.statement().matches("selfcheck\\.(voucher|budget)\\..*"))
        .forEach(check -> assertThat(check.check().holds()).as(check.statement()).isTrue());
  }

  private void begin(long seed) {
    random = new Random(seed);
    model = carried == null ? new VoucherModel(LocalDate.now(clock)) : carried;
    carried = model;
    People people = People.of(identities);
    firms =
        List.of(
            people.firm(People.YUECHENG), people.firm(People.YUECHENG), people.firm(People.KEQIAO));
    heads =
        Map.of(
            DISTRICTS.get(0),
            people.head(DISTRICTS.get(0)),
            DISTRICTS.get(1),
            people.head(DISTRICTS.get(1)));
    clerks =
        Map.of(
            DISTRICTS.get(0),
            people.clerk(DISTRICTS.get(0)),
            DISTRICTS.get(1),
            people.clerk(DISTRICTS.get(1)));
    told.clear();
  }

  private String step() {
    int dice = random.nextInt(100);
    if (dice < 22) {
      return apply();
    } else if (dice < 50) {
      return hold();
    } else if (dice < 64) {
      return capture();
    } else if (dice < 76) {
      return release();
    } else if (dice < 84) {
      return reverse();
    } else if (dice < 93) {
      return decide();
    } else if (dice < 96) {
      return appropriate();
    }
    return days();
  }

  private String appropriate() {
    String district = DISTRICTS.get(random.nextInt(2));
    long amount = 1L + random.nextInt(9_000_000);
    budgets.appropriate(
        requireNonNull(clerks.get(district)),
        new Budgets.Appropriation(district, model.today.getYear(), Money.ofFen(amount), "T-1"),
        RequestKey.fresh());
    model.appropriate(budget(district), amount);
    return "appropriated " + amount;
  }

  private String apply() {
    Actor firm = firm();
    long amount = 1L + random.nextInt(2_100_000);
    String budget = budget(requireNonNull(firm.district()));
    boolean may = model.mayIssue(firm.organisationId(), budget, amount);
    RequestKey key = RequestKey.fresh();
    Vouchers.ApplicationRequest request = new Vouchers.ApplicationRequest(Money.ofFen(amount), "");
    try {
      UUID lot = vouchers.apply(firm, request, key).id();
      assertThat(may).as("issued %d", amount).isTrue();
      model.issue(lot, firm.organisationId(), budget, amount);
      assertThat(vouchers.apply(firm, request, key).id()).as("the same again").isEqualTo(lot);
      return "issued " + amount;
    } catch (Refused refused) {
      assertThat(may).as("refused %d: %s", amount, refused.getMessage()).isFalse();
      return "refused " + amount;
    }
  }

  private String hold() {
    Actor firm = firm();
    UUID order = UUID.randomUUID();
    long price = 1L + random.nextInt(random.nextBoolean() ? 400_000 : 4_000_000);
    long deduction = model.deduction(firm.organisationId(), price);
    if (random.nextInt(8) == 0) {
      refused(() -> vouchers.hold(firm, request(firm, order, price, deduction + 1)));
      return "refused a hold by a stale quote";
    }
    vouchers.hold(firm, request(firm, order, price, deduction));
    model.hold(firm.organisationId(), order, deduction);
    return "held " + deduction + " of " + price;
  }

  private String capture() {
    UUID order = order();
    long owed =
        vouchers.capture(Actor.system(), order).stream().mapToLong(s -> s.amount().fen()).sum();
    model.capture(order);
    assertThat(owed).isEqualTo(model.kept(order));
    return "captured " + owed;
  }

  private String release() {
    UUID order = order();
    Cause cause = Cause.values()[random.nextInt(Cause.values().length)];
    long open = model.open(order);
    assertThat(vouchers.release(Actor.system(), order, cause).fen()).isEqualTo(open);
    model.release(order, cause);
    return "released " + open + " by " + cause;
  }

  private String reverse() {
    UUID order = order();
    long kept = model.kept(order);
    refused(() -> vouchers.reverse(Actor.system(), order, Money.ofFen(kept + 1)));
    long amount = kept == 0 ? 0 : random.nextLong(kept + 1);
    vouchers.reverse(Actor.system(), order, Money.ofFen(amount));
    model.reverse(order, amount);
    return "reversed " + amount;
  }

  private String decide() {
    if (model.lots.isEmpty()) {
      return "nothing to decide";
    }
    List<VoucherModel.Lot> lots = List.copyOf(model.lots.values());
    VoucherModel.Lot lot = lots.get(random.nextInt(lots.size()));
    Actor head = requireNonNull(heads.get(lot.budget.substring(0, 6)));
    Decision decision = new Decision(lot.id, "随机测试");
    int dice = random.nextInt(5);
    if (dice < 2) {
      decide(model.freeze(lot), () -> vouchers.freeze(head, decision, RequestKey.fresh()));
      return "froze";
    } else if (dice < 4) {
      decide(model.unfreeze(lot), () -> vouchers.unfreeze(head, decision, RequestKey.fresh()));
      return "unfroze";
    }
    decide(model.revoke(lot), () -> vouchers.revoke(head, decision, RequestKey.fresh()));
    return "revoked";
  }

  private String days() {
    int days = 1 + random.nextInt(40);
    model.day(timeMachine.forward(days));
    for (String district : DISTRICTS) {
      model.budgets.putIfAbsent(budget(district), ledger.balance(account(budget(district))).fen());
    }
    return days + " days went by";
  }

  private void compare(String when) {
    for (Actor firm : firms) {
      for (Lot lot : vouchers.lots(firm, firm.organisationId())) {
        VoucherModel.Lot expected = requireNonNull(model.lots.get(lot.id()));
        assertThat(line(lot)).as(when).isEqualTo(line(expected));
      }
    }
    model.budgets.forEach(
        (budget, fen) ->
            assertThat(ledger.balance(account(budget)).fen()).as(when + budget).isEqualTo(fen));
    if (!model.orders.isEmpty()) {
      UUID order = order();
      model
          .keptByBudget(order)
          .forEach(
              (budget, fen) ->
                  assertThat(ledger.balance(owed(budget, order)).fen()).as(when).isEqualTo(fen));
    }
  }

  private static String line(Lot lot) {
    Lot.Parts parts = lot.parts();
    return "%s %s %d %d %d %d %d %d"
        .formatted(
            lot.state(),
            lot.validUntil(),
            parts.face().fen(),
            parts.available().fen(),
            parts.held().fen(),
            parts.used().fen(),
            parts.expired().fen(),
            parts.revoked().fen());
  }

  private static String line(VoucherModel.Lot lot) {
    return "%s %s %d %d %d %d %d %d"
        .formatted(
            lot.state,
            lot.validUntil,
            lot.face,
            lot.available,
            lot.held,
            lot.used,
            lot.expired,
            lot.revoked);
  }

  private Actor firm() {
    return firms.get(random.nextInt(firms.size()));
  }

  /** Some order; now and then one nobody knows. */
  private UUID order() {
    List<UUID> known = List.copyOf(model.orders.keySet());
    return known.isEmpty() || random.nextInt(20) == 0
        ? UUID.randomUUID()
        : known.get(random.nextInt(known.size()));
  }

  private static Vouchers.HoldRequest request(Actor firm, UUID order, long price, long expected) {
    return new Vouchers.HoldRequest(
        order,
        "model",
        firm.organisationId(),
        Money.ofFen(price),
        Earlier.NOTHING,
        Money.ofFen(expected));
  }

  private String budget(String district) {
    return district + "/" + model.today.getYear();
  }

  private static Account account(String budget) {
    String[] parts = budget.split("/");
    return Account.of(Account.Kind.BUDGET, parts[0], Integer.parseInt(parts[1]));
  }

  private static Account owed(String budget, UUID order) {
    String[] parts = budget.split("/");
    return Account.of(Account.Kind.OWED, parts[0], Integer.parseInt(parts[1]), order);
  }

  private static void decide(boolean may, Runnable act) {
    if (may) {
      act.run();
    } else {
      refused(act);
    }
  }

  private static void refused(Runnable act) {
    try {
      act.run();
    } catch (Refused expected) {
      return;
    }
    throw new AssertionError("not refused");
  }
}
