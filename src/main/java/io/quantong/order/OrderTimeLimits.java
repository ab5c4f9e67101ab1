package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DailyJob;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to orders when somebody lets a time limit pass (product section 7). */
@Configuration(proxyBeanMethods = false)
class OrderTimeLimits {

  @Bean
  DailyJob orderUnanswered(Sweep sweep, OrderEndings endings) {
    return new Limit(
        "order.time_out",
        OrderState.PLACED,
        sweep,
        facts -> endings.timeOut(Actor.system(), facts));
  }

  @Bean
  DailyJob orderPriceUnconfirmed(Sweep sweep, OrderEndings endings) {
    return new Limit(
        "order.price_time_out",
        OrderState.REPRICED,
        sweep,
        facts -> endings.timeOut(Actor.system(), facts));
  }

  @Bean
  DailyJob orderUnaccepted(Sweep sweep, OrderActs acts) {
    return new Limit("order.auto_accept", OrderState.DELIVERED, sweep, acts::autoAccept);
  }

  /**
   * A time limit.
   *
   * @param name of the job
   * @param state in which it runs
   * @param sweep finds what is overdue
   * @param consequence for one order
   */
  private record Limit(String name, OrderState state, Sweep sweep, Consumer<OrderFacts> consequence)
      implements DailyJob {
    @Override
    public int run(LocalDate day) {
      return sweep.apply(state, day, consequence);
    }
  }

  /** Finds overdue orders and treats each in a transaction of its own. */
  @Component
  static class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final OrderRepository orders;
    private final OrderSteps steps;
    private final TransactionTemplate alone;

    Sweep(OrderRepository orders, OrderSteps steps, PlatformTransactionManager transactions) {
      this.orders = orders;
      this.steps = steps;
      this.alone = new TransactionTemplate(transactions);
      this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    int apply(OrderState state, LocalDate day, Consumer<OrderFacts> consequence) {
      List<UUID> overdue = orders.overdue(state, day);
      int moved = 0;
      for (UUID id : overdue) {
        moved += one(id, state, day, consequence);
      }
      return moved;
    }

    /** One order that fails stays where it is, is named in the log, and is tried again. */
    private int one(UUID id, OrderState state, LocalDate day, Consumer<OrderFacts> consequence) {
      try {
        Boolean moved =
            alone.execute(
                status -> {
                  OrderFacts facts = steps.lock(id);
                  LocalDate due = facts.order().dueOn();
                  boolean still =
                      facts.order().state() == state && due != null && due.isBefore(day);
                  if (still) {
                    consequence.accept(facts);
                  }
                  return still;
                });
        return Boolean.TRUE.equals(moved) ? 1 : 0;
      } catch (RuntimeException fault) {
        LOG.error("time limit of order {} in {} could not be applied", id, state, fault);
        return 0;
      }
    }
  }
}
