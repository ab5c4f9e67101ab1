package io.quantong.scenario;

import io.quantong.voucher.LotState;
import io.quantong.voucher.Vouchers.Cause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What product section 4 says of lots and budgets, written a second time as plainly as possible and
 * for one thread: the platform is compared with it. Amounts are fen.
 */
final class VoucherModel {

  private static final long SINGLE = 20_000_00;
  private static final long UNUSED_CAP = 50_000_00;
  private static final long YEARLY_CAP = 100_000_00;
  private static final long IN_FULL = 10_000_00;
  private static final int GRACE_DAYS = 30;

  private static final Comparator<Lot> FIRST_EXPIRING =
      Comparator.comparing((Lot lot) -> lot.validUntil).thenComparing(lot -> lot.id);

  final Map<UUID, Lot> lots = new LinkedHashMap<>();
  final Map<String, Long> budgets = new TreeMap<>();
  final Map<UUID, List<Hold>> orders = new LinkedHashMap<>();
  LocalDate today;

  VoucherModel(LocalDate today) {
    this.today = today;
  }

  /** A lot with its parts. */
  static final class Lot {
    final UUID id;
    final UUID owner;
    final String budget;
    final LocalDate issuedOn;
    final long face;
    long available;
    long held;
    long used;
    long expired;
    long revoked;
    LotState state = LotState.ACTIVE;
    LocalDate validUntil;

    Lot(UUID id, UUID owner, String budget, LocalDate issuedOn, long face) {
      this.id = id;
      this.owner = owner;
      this.budget = budget;
      this.issuedOn = issuedOn;
      this.face = face;
      this.available = face;
      this.validUntil = issuedOn.plusMonths(3);
    }

    boolean alive() {
      return state == LotState.ACTIVE || state == LotState.FROZEN;
    }
  }

  /** What an order took of a lot. */
  static final class Hold {
    final Lot lot;
    long open;
    long kept;

    Hold(Lot lot, long amount) {
      this.lot = lot;
      this.open = amount;
    }
  }

  void appropriate(String budget, long amount) {
    budgets.merge(budget, amount, Long::sum);
  }

  long budget(String budget) {
    return budgets.getOrDefault(budget, 0L);
  }

  boolean mayIssue(UUID owner, String budget, long amount) {
    long unused =
        lots.values().stream()
            .filter(lot -> lot.owner.equals(owner))
            .mapToLong(lot -> lot.available + lot.held)
            .sum();
    long thisYear =
        lots.values().stream()
            .filter(lot -> lot.owner.equals(owner) && lot.issuedOn.getYear() == today.getYear())
            .mapToLong(lot -> lot.face)
            .sum();
    return amount <= SINGLE
        && unused + amount <= UNUSED_CAP
        && thisYear + amount <= YEARLY_CAP
        && amount <= budget(budget);
  }

  void issue(UUID id, UUID owner, String budget, long amount) {
    lots.put(id, new Lot(id, owner, budget, today, amount));
    budgets.merge(budget, -amount, Long::sum);
  }

  long deduction(UUID owner, long price) {
    long byRule = Math.min(price, IN_FULL) + Math.max(0, price - IN_FULL) / 2;
    return Math.min(byRule, usable(owner).stream().mapToLong(lot -> lot.available).sum());
  }

  void hold(UUID owner, UUID order, long deduction) {
    long left = deduction;
    for (Lot lot : usable(owner)) {
      long taken = Math.min(left, lot.available);
      if (taken > 0) {
        lot.available -= taken;
        lot.held += taken;
        orders.computeIfAbsent(order, id -> new ArrayList<>()).add(new Hold(lot, taken));
        left -= taken;
      }
    }
  }

  void capture(UUID order) {
    for (Hold hold : holds(order)) {
      if (hold.open > 0) {
        hold.lot.held -= hold.open;
        hold.lot.used += hold.open;
        hold.kept += hold.open;
        hold.open = 0;
        useUp(hold.lot);
      }
    }
  }

  void release(UUID order, Cause cause) {
    for (Hold hold : holds(order)) {
      Lot lot = hold.lot;
      long amount = hold.open;
      hold.open = 0;
      if (amount == 0) {
        continue;
      }
      lot.held -= amount;
      if (lot.alive() && !lot.validUntil.isBefore(today)) {
        lot.available += amount;
      } else if (lot.state != LotState.REVOKED && cause == Cause.PROVIDER) {
        lot.available += amount;
        lot.validUntil = today.plusDays(GRACE_DAYS);
        lot.state = lot.state == LotState.FROZEN ? LotState.FROZEN : LotState.ACTIVE;
      } else {
        toBudget(lot, amount);
      }
    }
  }

  void reverse(UUID order, long amount) {
    long left = amount;
    List<Hold> lastExpiringFirst =
        holds(order).stream()
            .filter(hold -> hold.kept > 0)
            .sorted(Comparator.comparing((Hold hold) -> hold.lot, FIRST_EXPIRING).reversed())
            .toList();
    for (Hold hold : lastExpiringFirst) {
      long back = Math.min(left, hold.kept);
      if (back == 0) {
        continue;
      }
      Lot lot = hold.lot;
      hold.kept -= back;
      left -= back;
      lot.used -= back;
      boolean ended = lot.state == LotState.EXPIRED || lot.state == LotState.REVOKED;
      if (!ended && !lot.validUntil.isBefore(today)) {
        lot.available += back;
        lot.state = lot.state == LotState.USED_UP ? LotState.ACTIVE : lot.state;
      } else {
        toBudget(lot, back);
        lot.state = lot.state == LotState.USED_UP ? LotState.EXPIRED : lot.state;
      }
    }
  }

  boolean freeze(Lot lot) {
    boolean may = lot.state == LotState.ACTIVE;
    lot.state = may ? LotState.FROZEN : lot.state;
    return may;
  }

  boolean unfreeze(Lot lot) {
    if (lot.state != LotState.FROZEN) {
      return false;
    }
    lot.state = LotState.ACTIVE;
    if (lot.validUntil.isBefore(today)) {
      expire(lot);
    } else {
      useUp(lot);
    }
    return true;
  }

  boolean revoke(Lot lot) {
    if (!lot.alive()) {
      return false;
    }
    lot.state = LotState.REVOKED;
    long amount = lot.available;
    lot.available = 0;
    toBudget(lot, amount);
    return true;
  }

  void day(LocalDate newDay) {
    today = newDay;
    lots.values().stream()
        .filter(lot -> lot.state == LotState.ACTIVE && lot.validUntil.isBefore(today))
        .forEach(this::expire);
  }

  long open(UUID order) {
    return holds(order).stream().mapToLong(hold -> hold.open).sum();
  }

  long kept(UUID order) {
    return holds(order).stream().mapToLong(hold -> hold.kept).sum();
  }

  /** What each budget owes for an order. */
  Map<String, Long> keptByBudget(UUID order) {
    Map<String, Long> parts = new HashMap<>();
    holds(order).stream()
        .filter(hold -> hold.kept > 0)
        .forEach(hold -> parts.merge(hold.lot.budget, hold.kept, Long::sum));
    return parts;
  }

  private List<Hold> holds(UUID order) {
    return orders.getOrDefault(order, List.of());
  }

  private List<Lot> usable(UUID owner) {
    return lots.values().stream()
        .filter(lot -> lot.owner.equals(owner) && lot.state == LotState.ACTIVE)
        .filter(lot -> !lot.validUntil.isBefore(today) && lot.available > 0)
        .sorted(FIRST_EXPIRING)
        .toList();
  }

  private void expire(Lot lot) {
    lot.state = LotState.EXPIRED;
    long amount = lot.available;
    lot.available = 0;
    toBudget(lot, amount);
  }

  private void toBudget(Lot lot, long amount) {
    if (lot.state == LotState.REVOKED) {
      lot.revoked += amount;
    } else {
      lot.expired += amount;
    }
    budgets.merge(lot.budget, amount, Long::sum);
  }

  private static void useUp(Lot lot) {
    if (lot.state == LotState.ACTIVE && lot.available == 0 && lot.held == 0) {
      lot.state = LotState.USED_UP;
    }
  }
}
