package io.quantong.kernel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A life cycle as one table of (from, event, to). Diagrams are drawn from it; whatever is not in it
 * is refused.
 *
 * @param <S> the states
 * @param <E> the events
 */
public final class Lifecycle<S extends Enum<S>, E extends Enum<E>> {

  private final String subject;
  private final List<Step<S, E>> steps;
  private final Map<S, Map<E, S>> table;

  private Lifecycle(String subject, Class<S> states, Class<E> events, List<Step<S, E>> steps) {
    this.subject = subject;
    this.steps = List.copyOf(steps);
    this.table = new EnumMap<>(states);
    for (Step<S, E> step : steps) {
      S clash =
          table
              .computeIfAbsent(step.from(), s -> new EnumMap<>(events))
              .put(step.event(), step.to());
      if (clash != null) {
        throw new IllegalArgumentException(subject + " has two ways by " + step);
      }
    }
  }

  /**
   * One row of the table.
   *
   * @param from state before
   * @param event what happens
   * @param to state after
   */
  public record Step<S, E>(S from, E event, S to) {}

  /** Starts a table for the given subject noun (module name of the thing, as in events). */
  public static <S extends Enum<S>, E extends Enum<E>> Builder<S, E> of(
      String subject, Class<S> states, Class<E> events) {
    return new Builder<>(subject, states, events);
  }

  /**
   * The state after the event.
   *
   * @throws Refused when the table has no such row
   */
  public S next(S from, E event) {
    Map<E, S> row = table.get(from);
    S to = row == null ? null : row.get(event);
    if (to == null) {
      throw new Refused(new IllegalStep(subject, from, event));
    }
    return to;
  }

  /** True when the table has a row. */
  public boolean allows(S from, E event) {
    Map<E, S> row = table.get(from);
    return row != null && row.containsKey(event);
  }

  /** The events possible in a state. */
  public Set<E> eventsFrom(S from, Class<E> events) {
    Map<E, S> row = table.get(from);
    return row == null ? EnumSet.noneOf(events) : EnumSet.copyOf(row.keySet());
  }

  /** The rows in the order they were written. */
  public List<Step<S, E>> steps() {
    return steps;
  }

  /** The subject noun. */
  public String subject() {
    return subject;
  }

  /** Collects rows. */
  public static final class Builder<S extends Enum<S>, E extends Enum<E>> {
    private final String subject;
    private final Class<S> states;
    private final Class<E> events;
    private final List<Step<S, E>> steps = new ArrayList<>();

    private Builder(String subject, Class<S> states, Class<E> events) {
      this.subject = subject;
      this.states = states;
      this.events = events;
    }

    /** Adds a row. */
    public Builder<S, E> step(S from, E event, S to) {
      steps.add(new Step<>(from, event, to));
      return this;
    }

    /** The finished table. */
    public Lifecycle<S, E> build() {
      return new Lifecycle<>(subject, states, events, steps);
    }
  }

  private record IllegalStep(String subject, Enum<?> from, Enum<?> event) implements Refusal {
    @Override
    public String code() {
      return "lifecycle.refusal.ILLEGAL_STEP";
    }

    @Override
    public List<Object> arguments() {
      return List.of(subject + ".state." + from.name(), subject + ".event." + event.name());
    }
  }
}
