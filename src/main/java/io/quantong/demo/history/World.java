package io.quantong.demo.history;

import io.quantong.demo.city.DemoCity;
import io.quantong.kernel.Actor;
import io.quantong.kernel.RequestKey;
import java.io.ByteArrayInputStream;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * All that a story needs.
 *
 * @param platform the facades
 * @param city who could act
 * @param cast who is registered
 * @param agenda what happens when
 * @param days working days
 * @param random the same for the same seed
 * @param kept claims whose money no batch takes, so that they wait for a visitor
 */
record World(
    Platform platform,
    DemoCity city,
    Cast cast,
    Agenda agenda,
    WorkDays days,
    Random random,
    Set<UUID> kept) {

  World(Platform platform, DemoCity city, Cast cast, Agenda agenda, Random random) {
    this(platform, city, cast, agenda, new WorkDays(platform.calendar()), random, new HashSet<>());
  }

  /** A time of the day between two full hours. */
  LocalTime between(int from, int until) {
    return LocalTime.of(random.nextInt(from, until), random.nextInt(60));
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  RequestKey key() {
    return RequestKey.fresh();
  }

  /** Stores a small document as the actor would upload it. */
  UUID upload(Actor actor, String name, String... lines) {
    byte[] pdf = Papers.pdf(List.of(lines));
    return platform.documents().store(actor, name, new ByteArrayInputStream(pdf)).id();
  }
}
