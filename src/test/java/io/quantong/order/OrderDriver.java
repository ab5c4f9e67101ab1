package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DailyJob;
import io.quantong.kernel.Money;
import io.quantong.order.OrderWorld.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fires any event at an order, through the facade or through the job that stands for time. */
@Component
final class OrderDriver {

  private static final LocalDate FAR = LocalDate.of(2099, 1, 1);

  private final OrderWorld world;
  private final Orders orders;
  private final Map<String, DailyJob> jobs;

  OrderDriver(OrderWorld world, Orders orders, List<DailyJob> jobs) {
    this.world = world;
    this.orders = orders;
    this.jobs =
        jobs.stream()
            .filter(job -> job.name().startsWith("order."))
            .collect(Collectors.toMap(DailyJob::name, job -> job));
  }

  /** An order in the state, by acts or by time. */
  Story in(OrderState state) {
    if (state == OrderState.TIMED_OUT) {
      Story placed = world.in(OrderState.PLACED);
      expire(placed);
      return placed;
    }
    return world.in(state);
  }

  /** True for events that only time brings about. */
  boolean timed(OrderEvent event) {
    return event == OrderEvent.TIME_OUT || event == OrderEvent.AUTO_ACCEPT;
  }

  /** Lets the time limit of an order pass, for all orders that are due by then. */
  void expire(Story story) {
    LocalDate due = story.order().dueOn();
    LocalDate day = due == null ? FAR : due.plusDays(1);
    jobs.values().forEach(job -> job.run(day));
  }

  /** Does it, by the right person. */
  void fire(Story story, OrderEvent event) {
    UUID id = story.id();
    Actor manager = story.stall().manager();
    switch (event) {
      case PLACE -> throw new IllegalArgumentException("begins an order");
      case ACCEPT -> story.accept();
      case DECLINE -> story.decline();
      case TIME_OUT, AUTO_ACCEPT -> expire(story);
      case REPRICE -> story.reprice(Money.yuan(900));
      case CONFIRM_PRICE -> story.confirmPrice();
      case CANCEL -> story.cancel(canceller(story));
      case SIGN -> orders.sign(story.firm(), id, sha256(story));
      case PAY_OWN -> orders.payOwnShare(story.firm(), id, "");
      case START -> {
        if (story.order().state() == OrderState.ACCEPTED) {
          story.settle();
        }
        orders.start(manager, id, true);
      }
      case LOG -> story.run();
      case DELIVER -> story.deliver();
      case ACCEPT_RESULT -> story.acceptResult();
      case DISPUTE -> story.dispute();
      case PART_REFUND -> story.refund(Money.ofFen(1));
      case REFUND -> story.refund(story.order().price().total());
      case CLOSE -> orders.close(Actor.system(), id);
    }
  }

  private static Actor canceller(Story story) {
    return switch (story.order().state()) {
      case IN_SERVICE, DISPUTED -> story.stall().manager();
      default -> story.firm();
    };
  }

  private String sha256(Story story) {
    OrderDetail.Contract contract = orders.dossier(story.id()).contract();
    return contract == null ? "" : contract.sha256();
  }
}
