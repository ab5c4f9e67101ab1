package io.quantong.order.web;

import io.quantong.kernel.DomainEvent;
import io.quantong.order.OrderEvent;
import io.quantong.order.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of an order as a picture.
 *
 * @param steps in their order
 */
record Timeline(List<Step> steps) {

  private static final Map<String, Set<OrderEvent>> DONE_BY =
      Map.of(
          "PLACED", Set.of(OrderEvent.PLACE),
          "ACCEPTED", Set.of(OrderEvent.ACCEPT),
          "SIGNED", Set.of(OrderEvent.START),
          "IN_SERVICE", Set.of(OrderEvent.DELIVER),
          "COMPLETED", Set.of(OrderEvent.ACCEPT_RESULT, OrderEvent.AUTO_ACCEPT),
          "CLOSED", Set.of(OrderEvent.CLOSE));

  private static final List<String> ALL =
      List.of("PLACED", "ACCEPTED", "SIGNED", "IN_SERVICE", "COMPLETED", "CLOSED");

  Timeline {
    steps = List.copyOf(steps);
  }

  /**
   * A step.
   *
   * @param name {@code order.step.<name>}
   * @param look done, current, coming or ended
   * @param at when it was done; null before
   */
  record Step(String name, String look, @Nullable Instant at) {}

  /**
   * Draws.
   *
   * @param claimed false when no voucher was used, so that nothing is claimed
   */
  static Timeline of(OrderState state, boolean claimed, List<DomainEvent> history) {
    List<String> names = claimed ? ALL : ALL.subList(0, ALL.size() - 1);
    List<Step> steps = new ArrayList<>();
    boolean met = false;
    for (String name : names) {
      Instant at = last(history, DONE_BY.getOrDefault(name, Set.of()));
      boolean undone = name.equals("IN_SERVICE") && state == OrderState.DISPUTED;
      if (at != null && !undone) {
        steps.add(new Step(name, "done", at));
      } else if (met) {
        steps.add(new Step(name, "coming", null));
      } else {
        met = true;
        steps.add(new Step(name, ended(state) ? "ended" : "current", null));
      }
    }
    return new Timeline(steps);
  }

  private static boolean ended(OrderState state) {
    return switch (state) {
      case DECLINED, TIMED_OUT, CANCELLED, REFUNDED -> true;
      case DRAFT, PLACED, ACCEPTED, REPRICED, IN_SERVICE, DELIVERED, DISPUTED -> false;
      case COMPLETED, CLOSED -> false;
    };
  }

  private static @Nullable Instant last(List<DomainEvent> history, Set<OrderEvent> events) {
    return history.stream()
        .filter(event -> events.stream().anyMatch(one -> one.name().equals(event.event())))
        .map(DomainEvent::at)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
