package io.quantong.demo.history;

import io.quantong.kernel.Refused;
import io.quantong.operation.TimeMachine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people are going to do and when; played in order while the platform's clock moves along. */
final class Agenda {

  private static final Logger log = LoggerFactory.getLogger(Agenda.class);

  private final TimeMachine machine;
  private final ZoneId zone;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingInt(Entry::number));
  private final List<String> refusals = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private LocalDateTime now;
  private int number;

  Agenda(TimeMachine machine, ZoneId zone, LocalDateTime begin) {
    this.machine = machine;
    this.zone = zone;
    this.now = begin;
  }

  private record Entry(LocalDateTime at, int number, String what, Runnable act) {}

  LocalDateTime now() {
    return now;
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  /**
   * Puts something down.
   *
   * @param day when; what lies in the past is done next
   * @param time of the day
   * @param what for the log should the platform refuse
   */
  void at(LocalDate day, LocalTime time, String what, Runnable act) {
    LocalDateTime at = day.atTime(time);
    entries.add(new Entry(at.isBefore(now) ? now : at, number++, what, act));
  }

  /**
   * Plays everything before a moment, entries added on the way included.
   *
   * @param eachDay called at the begin of each day on which something happens
   */
  void play(LocalDateTime until, Consumer<LocalDate> eachDay) {
    while (!entries.isEmpty() && entries.element().at().isBefore(until)) {
      Entry entry = entries.remove();
      if (entry.at().toLocalDate().isAfter(today())) {
        eachDay.accept(entry.at().toLocalDate());
      }
      moveTo(entry.at());
      run(entry);
    }
  }

  private void moveTo(LocalDateTime at) {
    if (at.isAfter(now)) {
      Instant moment = at.atZone(zone).toInstant();
      machine.advanceTo(moment);
      now = at;
    }
  }

  /** A refusal or a fault ends one story, never the whole history. */
  private void run(Entry entry) {
    try {
      entry.act().run();
    } catch (Refused refused) {
      refusals.add(entry.what() + " on " + entry.at() + ": " + refused.getMessage());
    } catch (RuntimeException fault) {
      faults.add(entry.what() + " on " + entry.at() + ": " + fault);
      log.warn("Broken off: {} on {}", entry.what(), entry.at(), fault);
    }
  }

  /** What the platform refused although the story meant it to happen. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** Stories that broke off for another reason than a refusal. */
  List<String> faults() {
    return List.copyOf(faults);
  }
}
