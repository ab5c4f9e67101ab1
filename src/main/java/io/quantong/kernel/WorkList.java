package io.quantong.kernel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of one module waits for an actor; the workbench shows all of them, most urgent first. */
public interface WorkList {

  /** The things on which the actor is the next to act; empty when none or not concerned. */
  List<Item> waitingFor(Actor actor);

  /**
   * One thing or group of things to do.
   *
   * @param key message key of the sentence: {@code claim.work.to_review}
   * @param arguments values for the sentence
   * @param href page on which it is done
   * @param due last day; null when no clock runs
   * @param count how many; at least one
   */
  record Item(
      String key, List<Object> arguments, String href, @Nullable LocalDate due, long count) {
    public Item {
      arguments = List.copyOf(arguments);
    }
  }
}
