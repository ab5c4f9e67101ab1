package io.quantong.order;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import io.quantong.order.OrderRepository.Scope;
import io.quantong.order.OrderRepository.Turn;
import io.quantong.order.OrderRepository.Waiting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders in which the actor is the next to act, one line for each kind of act. */
@Component
class OrderWork implements WorkList {

  private static final Map<OrderState, String> BENEFICIARY =
      new EnumMap<>(
          Map.of(
              OrderState.REPRICED, "order.work.confirm_price",
              OrderState.ACCEPTED, "order.work.sign",
              OrderState.DELIVERED, "order.work.accept_result"));

  private static final Map<OrderState, String> PROVIDER =
      new EnumMap<>(
          Map.of(
              OrderState.PLACED, "order.work.answer",
              OrderState.ACCEPTED, "order.work.start",
              OrderState.IN_SERVICE, "order.work.deliver",
              OrderState.DISPUTED, "order.work.dispute"));

  private static final Map<OrderState, String> LATE =
      new EnumMap<>(
          Map.of(
              OrderState.IN_SERVICE, "order.work.service_late",
              OrderState.DISPUTED, "order.work.answer_late"));

  private final OrderRepository orders;

  OrderWork(OrderRepository orders) {
    this.orders = orders;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Item> waitingFor(Actor actor) {
    List<Item> items = new ArrayList<>();
    if (actor.is(Role.BENEFICIARY)) {
      Scope own = new Scope(actor.organisationId(), null, null, false);
      items.addAll(items(own, BENEFICIARY, Turn.BENEFICIARY));
      items.addAll(items(own, LATE, Turn.LATE));
    }
    if (actor.is(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN)) {
      Scope own = new Scope(null, actor.organisationId(), null, false);
      items.addAll(items(own, PROVIDER, Turn.PROVIDER));
    }
    return items;
  }

  private List<Item> items(Scope scope, Map<OrderState, String> keys, Turn turn) {
    String page = turn == Turn.PROVIDER ? "/order/desk" : "/order";
    return orders.waiting(scope, keys.keySet(), turn).stream()
        .map(waiting -> item(waiting, keys, page))
        .toList();
  }

  private static Item item(Waiting waiting, Map<OrderState, String> keys, String page) {
    String key = Objects.requireNonNull(keys.get(waiting.state()));
    String href =
        waiting.count() == 1 ? "/order/" + waiting.first() : page + "?state=" + waiting.state();
    return new Item(key, List.of(waiting.count()), href, waiting.due(), waiting.count());
  }
}
