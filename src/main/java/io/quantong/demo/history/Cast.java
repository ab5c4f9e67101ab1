package io.quantong.demo.history;

import io.quantong.demo.city.CityFirm;
import io.quantong.demo.city.CityProvider;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who is who on the platform, by the keys of the invented city. */
final class Cast {

  private final Map<String, Actor> people = new HashMap<>();
  private final Map<String, UUID> organisations = new HashMap<>();
  private final Map<String, UUID> providers = new HashMap<>();
  private final Map<String, UUID> instruments = new HashMap<>();
  private final Map<String, UUID> offers = new HashMap<>();

  void person(String login, Actor actor) {
    people.put(login, actor);
  }

  void organisation(String key, UUID id) {
    organisations.put(key, id);
  }

  void provider(String key, UUID entry) {
    providers.put(key, entry);
  }

  void instrument(String code, UUID id) {
    instruments.put(code, id);
  }

  void offer(String key, UUID id) {
    offers.put(key, id);
  }

  int people() {
    return people.size();
  }

  int organisations() {
    return organisations.size();
  }

  Actor person(String login) {
    return known(people, login);
  }

  /** The first person of a firm. */
  Actor of(CityFirm firm) {
    return person(firm.people().getFirst().login());
  }

  Actor of(CityProvider provider, Role role) {
    return person(provider.person(role).login());
  }

  /** A post of a bureau: {@code official("330602", "kj.handler")}. */
  Actor official(String district, String post) {
    return person(district + "." + post);
  }

  UUID organisation(String key) {
    return known(organisations, key);
  }

  UUID provider(String key) {
    return known(providers, key);
  }

  UUID instrument(String code) {
    return known(instruments, code);
  }

  UUID offer(String key) {
    return known(offers, key);
  }

  /** True once the provider has published it. */
  boolean offers(String key) {
    return offers.containsKey(key);
  }

  private static <T> T known(Map<String, T> map, String key) {
    T found = map.get(key);
    if (found == null) {
      throw new IllegalArgumentException("nobody and nothing is called " + key);
    }
    return found;
  }
}
