package io.quantong.demo.history;

import io.quantong.demo.city.DemoCity;
import io.quantong.kernel.Actor;
import io.quantong.payout.PaymentItem;
import io.quantong.payout.Payouts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The finance bureaus pay twice a week: list, approval by another, bank, result. */
final class FinanceDesks {

  private static final int EVERY_WORKING_DAYS = 3;
  private static final int ONE_FAILS_OF = 12;

  private final World world;
  private final LocalDate noneAfter;

  /**
   * Desks.
   *
   * @param noneAfter the last day on which a list is made
   */
  FinanceDesks(World world, LocalDate noneAfter) {
    this.world = world;
    this.noneAfter = noneAfter;
  }

  void open(LocalDate first) {
    for (int i = 0; i < DemoCity.DISTRICTS.size(); i++) {
      Desk desk = new Desk(DemoCity.DISTRICTS.get(i));
      desk.on(world.days().after(first, 1 + i % EVERY_WORKING_DAYS), 9, desk::makeList);
    }
  }

  /** A list that its maker has handed over and nobody has approved yet. */
  void leaveSubmitted(String district, LocalDate day) {
    Desk desk = new Desk(district);
    desk.on(day, 16, desk::submitRest);
  }

  private final class Desk {
    private final Actor clerk;
    private final Actor approver;

    Desk(String district) {
      this.clerk = world.cast().official(district, "cz.clerk");
      this.approver = world.cast().official(district, "cz.approver");
    }

    void on(LocalDate day, int hour, Runnable act) {
      LocalTime time = LocalTime.of(hour, world.random().nextInt(60));
      world.agenda().at(day, time, "finance " + clerk.district(), act);
    }

    void soon(int workingDays, int hour, Runnable act) {
      on(world.days().after(world.agenda().today(), workingDays), hour, act);
    }

    void makeList() {
      LocalDate next = world.days().after(world.agenda().today(), EVERY_WORKING_DAYS);
      if (!next.isAfter(noneAfter)) {
        on(next, 9, this::makeList);
      }
      Set<UUID> ready = ready();
      if (!ready.isEmpty()) {
        UUID batch = payouts().makeBatch(clerk, world.key(), ready);
        payouts().submitBatch(clerk, world.key(), batch);
        soon(1, 10, () -> approve(batch));
      }
    }

    void submitRest() {
      Set<UUID> ready = ready();
      if (!ready.isEmpty()) {
        payouts().submitBatch(clerk, world.key(), payouts().makeBatch(clerk, world.key(), ready));
      }
    }

    private Set<UUID> ready() {
      return payouts().desk(clerk).ready().stream()
          .filter(item -> !world.kept().contains(item.claimId()))
          .map(PaymentItem::id)
          .collect(Collectors.toSet());
    }

    private void approve(UUID batch) {
      payouts().approveBatch(approver, world.key(), batch);
      payouts().sendBatch(approver, world.key(), batch);
      soon(1, 15, () -> answer(batch));
    }

    private void answer(UUID batch) {
      boolean oneFails = world.random().nextInt(ONE_FAILS_OF) == 0;
      String file = payouts().sampleResult(clerk, batch, oneFails);
      payouts().commitResult(clerk, world.key(), batch, file.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Payouts payouts() {
    return world.platform().payouts();
  }
}
