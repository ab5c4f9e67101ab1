package io.quantong.portal.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.WorkList;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gathers what waits for an actor from all modules, most urgent first. */
@Component
class Waiting {

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final int SOON_DAYS = 2;
  private static final Comparator<Line> URGENCY =
      Comparator.comparing(Line::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Comparator.comparingLong(Line::count).reversed());

  private final List<WorkList> lists;
  private final Clock clock;

  Waiting(List<WorkList> lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  /** All lines; a module that fails leaves a gap that is told, never an empty desk. */
  Desk forActor(Actor actor) {
    LocalDate today = LocalDate.now(clock);
    List<Line> lines = new ArrayList<>();
    boolean whole = true;
    for (WorkList list : lists) {
      try {
        list.waitingFor(actor).forEach(item -> lines.add(line(item, today)));
      } catch (RuntimeException e) {
        LOG.error("no work list from {}", list.getClass(), e);
        whole = false;
      }
    }
    lines.sort(URGENCY);
    return new Desk(lines, whole);
  }

  private static Line line(WorkList.Item item, LocalDate today) {
    LocalDate due = item.due();
    Long left = due == null ? null : ChronoUnit.DAYS.between(today, due);
    return new Line(
        item.key(), item.arguments(), item.href(), due, item.count(), left, urgency(left));
  }

  private static Urgency urgency(@Nullable Long left) {
    if (left == null || left > SOON_DAYS) {
      return Urgency.CALM;
    }
    return left < 0 ? Urgency.LATE : Urgency.SOON;
  }

  /** How pressing a line is. */
  enum Urgency {
    LATE,
    SOON,
    CALM
  }

  /**
   * What waits.
   *
   * @param lines most urgent first
   * @param whole false when a part could not be read
   */
  record Desk(List<Line> lines, boolean whole) {}

  /**
   * One thing to do.
   *
   * @param key message key of the sentence
   * @param arguments values of the sentence
   * @param href where it is done
   * @param due last day, or null
   * @param count how many
   * @param left days left, negative when past, null without a last day
   * @param urgency how pressing
   */
  record Line(
      String key,
      List<Object> arguments,
      String href,
      @Nullable LocalDate due,
      long count,
      @Nullable Long left,
      Urgency urgency) {}
}
