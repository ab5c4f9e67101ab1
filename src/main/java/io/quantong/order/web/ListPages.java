package io.quantong.order.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import io.quantong.order.OrderFacts;
import io.quantong.order.OrderState;
import io.quantong.order.OrderView.Next;
import io.quantong.order.OrderView.Who;
import io.quantong.order.Orders;
import io.quantong.order.Orders.Filter;
import io.quantong.order.Orders.Listing;
import io.quantong.order.Orders.Narrow;
import io.quantong.order.Orders.Side;
import io.quantong.provider.Providers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of orders: mine, the provider's desk, supervision. */
@Controller
class ListPages {

  private static final int SIZE = 20;
  private static final int DESK_SIZE = 50;
  private static final int WEEK = 7;
  private static final Set<OrderState> OPEN =
      EnumSet.of(
          OrderState.PLACED,
          OrderState.ACCEPTED,
          OrderState.REPRICED,
          OrderState.IN_SERVICE,
          OrderState.DELIVERED,
          OrderState.DISPUTED);

  private final Orders orders;
  private final Providers providers;
  private final Clock clock;

  ListPages(Orders orders, Providers providers, Clock clock) {
    this.orders = orders;
    this.providers = providers;
    this.clock = clock;
  }

  /**
   * A line of a list.
   *
   * @param facts the order
   * @param next what is next
   * @param due last day; null when no clock runs
   */
  record Row(OrderFacts facts, Next next, @Nullable Due due) {}

  /**
   * A tab over a list.
   *
   * @param state name of a state; empty for all
   * @param count of orders
   */
  record Tab(String state, long count) {}

  @GetMapping("/order")
  @Allow(Role.BENEFICIARY)
  String mine(
      Actor actor,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Listing found = orders.list(actor, new Filter(Side.BENEFICIARY, states(state), page + 1, SIZE));
    fill(model, found, state, page);
    return "order/mine";
  }

  @GetMapping("/order/desk")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE})
  String desk(
      Actor actor,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Set<OrderState> wanted = states(state).isEmpty() ? OPEN : states(state);
    Listing found = orders.list(actor, new Filter(Side.PROVIDER, wanted, page + 1, DESK_SIZE));
    fill(model, found, state, page);
    model.addAttribute("size", DESK_SIZE);
    List<Row> rows = rows(found);
    model.addAttribute("today", rows.stream().filter(row -> within(row, 0)).count());
    model.addAttribute("week", rows.stream().filter(row -> within(row, WEEK)).count());
    model.addAttribute("waiting", rows.stream().filter(ListPages::forProvider).count());
    model.addAttribute("open", count(found, OPEN));
    model.addAttribute("held", vouchers(found, OPEN));
    model.addAttribute("captured", vouchers(found, EnumSet.of(OrderState.COMPLETED)));
    return "order/desk";
  }

  @GetMapping("/order/supervise")
  @Allow({
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.FINANCE_CLERK,
    Role.FINANCE_APPROVER,
    Role.CITY_SCIENCE,
    Role.CITY_FINANCE,
    Role.AUDITOR
  })
  String supervise(
      Actor actor,
      @RequestParam(defaultValue = "") String state,
      Search search,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Listing found =
        orders.list(
            actor, new Filter(Side.OFFICIAL, states(state), search.narrow(), page + 1, SIZE));
    fill(model, found, state, page);
    model.addAttribute("search", search);
    model.addAttribute("districts", providers.districts());
    model.addAttribute("states", OrderState.values());
    return "order/supervise";
  }

  /**
   * What officials look for.
   *
   * @param text part of number, service or name
   * @param district six digits
   * @param late present for late ones only
   */
  record Search(@Nullable String text, @Nullable String district, @Nullable String late) {
    Narrow narrow() {
      return new Narrow(
          Objects.requireNonNullElse(text, ""),
          district == null || district.isBlank() ? null : district,
          late != null);
    }
  }

  private void fill(Model model, Listing found, String state, int page) {
    model.addAttribute("rows", rows(found));
    model.addAttribute("tabs", tabs(found));
    model.addAttribute(
        "all", found.tally().values().stream().mapToLong(Orders.Tally::orders).sum());
    model.addAttribute("state", states(state).isEmpty() ? "" : state);
    model.addAttribute("page", page);
    model.addAttribute("size", SIZE);
    model.addAttribute("total", found.total());
  }

  private List<Row> rows(Listing found) {
    LocalDate today = LocalDate.now(clock);
    return found.orders().stream()
        .map(
            facts -> {
              Next next = Objects.requireNonNull(found.next().get(facts.order().id()));
              return new Row(facts, next, Due.of(facts.order().dueOn(), today));
            })
        .toList();
  }

  /** Only states that occur, in the order of an order's life. */
  private static List<Tab> tabs(Listing found) {
    return Arrays.stream(OrderState.values())
        .filter(found.tally()::containsKey)
        .map(
            state ->
                new Tab(state.name(), Objects.requireNonNull(found.tally().get(state)).orders()))
        .toList();
  }

  private static long count(Listing found, Set<OrderState> states) {
    return found.tally().entrySet().stream()
        .filter(entry -> states.contains(entry.getKey()))
        .mapToLong(entry -> entry.getValue().orders())
        .sum();
  }

  private static Money vouchers(Listing found, Set<OrderState> states) {
    return states.stream()
        .map(state -> Optional.ofNullable(found.tally().get(state)))
        .flatMap(Optional::stream)
        .map(Orders.Tally::vouchers)
        .reduce(Money.ZERO, Money::plus);
  }

  private static boolean within(Row row, int days) {
    return row.due() != null && forProvider(row) && row.due().left() <= days;
  }

  private static boolean forProvider(Row row) {
    return row.next().who() == Who.PROVIDER;
  }

  /** An unknown state in the address means all. */
  private static Set<OrderState> states(String name) {
    return Arrays.stream(OrderState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .map(Set::of)
        .orElse(Set.of());
  }
}
