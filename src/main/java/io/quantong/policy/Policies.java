package io.quantong.policy;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The dated parameters of the scheme (product section 7). */
@Service
public class Policies {

  private static final int LONGEST_REASON = 500;
  private static final int SHORTEST_REASON = 4;

  private final PolicyRepository repository;
  private final Idempotency idempotency;
  private final EventLog events;
  private final Clock clock;
  private final TransactionTemplate apart;
  private final Remembered<Asked, Policy> known;
  private final Remembered<Long, Policy> frozen;

  Policies(
      PolicyRepository repository,
      Idempotency idempotency,
      EventLog events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.idempotency = idempotency;
    this.events = events;
    this.clock = clock;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.known = new Remembered<>(clock);
    this.frozen = new Remembered<>(clock);
  }

  /**
   * The parameters in force in a district on a day, city default overlaid by the district's own.
   */
  public Policy at(String district, LocalDate day) {
    return known.get(new Asked(district, day), this::resolve);
  }

  /**
   * The parameters of a frozen version.
   *
   * @throws Refused when there is no such version
   */
  public Policy version(long version) {
    return frozen.get(
        version,
        id -> repository.version(id).orElseThrow(() -> new Refused(PolicyRefusal.UNKNOWN_VERSION)));
  }

  /** The city and the districts that have rules, in the order of their codes. */
  public List<String> districts() {
    return repository.districts();
  }

  /**
   * The row in force of every parameter in a district on a day, in the order of {@link Parameter}.
   *
   * @throws Refused when the place is unknown or no rules were in force that day
   */
  public List<ParameterChange> inForce(String district, LocalDate day) {
    requireKnown(district);
    Map<Parameter, ParameterChange> rows = repository.inForce(cityOf(district), district, day);
    if (rows.size() < Parameter.values().length) {
      throw new Refused(PolicyRefusal.NO_RULES);
    }
    return List.copyOf(rows.values());
  }

  /**
   * Every dated row that concerns a district, newest first.
   *
   * @throws Refused when the place is unknown
   */
  public List<ParameterChange> history(String district) {
    requireKnown(district);
    return repository.changes(cityOf(district), district).reversed();
  }

  /** The code of the city a district belongs to (GB/T 2260: it ends in two zeros). */
  public String city(String district) {
    return cityOf(district);
  }

  /**
   * Whether the actor may change the rules of the place: the city bureau, or the district's head.
   */
  public boolean maySet(Actor actor, String district) {
    Role needed = district.equals(cityOf(district)) ? Role.CITY_SCIENCE : Role.DISTRICT_HEAD;
    return actor.is(needed) && district.equals(actor.district());
  }

  /**
   * Sets a parameter from a day on: the city science bureau its default, the head of a district's
   * science bureau the value of that district. Days gone by keep their rules.
   *
   * @throws Refused with {@link PolicyRefusal} for every fault found
   */
  @Transactional
  public void set(Actor actor, Change change, RequestKey key) {
    requireKnown(change.district());
    String city = cityOf(change.district());
    actor.require(change.district().equals(city) ? Role.CITY_SCIENCE : Role.DISTRICT_HEAD);
    actor.requireDistrict(change.district());
    idempotency.once(
        actor,
        "policy.set",
        key,
        change,
        () -> {
          Refused.ifAny(faults(change, city));
          return Long.toString(write(actor, change, city));
        });
  }

  private long write(Actor actor, Change change, String city) {
    Long before = at(change.district(), change.validFrom()).values().get(change.parameter());
    repository.insert(actor, change, clock.instant());
    freeze(city, change);
    long version = versionNow(city, change.district(), change.validFrom());
    events.append(
        new EventLog.Transition(
            "policy",
            change.district() + "/" + change.parameter(),
            "SET",
            String.valueOf(before),
            change.value() == null ? "CITY" : change.value().toString()),
        actor,
        change.reason().strip(),
        version,
        Map.of("validFrom", change.validFrom().toString()));
    AfterCommit.run(known::forget);
    return version;
  }

  private void requireKnown(String district) {
    if (!districts().contains(district)) {
      throw new Refused(PolicyRefusal.UNKNOWN_PLACE);
    }
  }

  private List<PolicyRefusal> faults(Change change, String city) {
    List<PolicyRefusal> faults = new ArrayList<>();
    Long value = change.value();
    if (value == null) {
      if (change.district().equals(city)) {
        faults.add(PolicyRefusal.VALUE_MISSING);
      }
    } else if (!change.parameter().accepts(value)) {
      faults.add(PolicyRefusal.VALUE);
    }
    if (change.validFrom().isBefore(LocalDate.now(clock))) {
      faults.add(PolicyRefusal.FROM_PAST);
    }
    int length = change.reason().strip().length();
    if (length < SHORTEST_REASON || length > LONGEST_REASON) {
      faults.add(PolicyRefusal.REASON);
    }
    return faults;
  }

  /** Numbers every set that comes into force by the change, so that reading seldom has to write. */
  private void freeze(String city, Change change) {
    List<String> places =
        change.district().equals(city)
            ? districts().stream().filter(place -> cityOf(place).equals(city)).toList()
            : List.of(change.district());
    for (String place : places) {
      repository.changes(city, place).stream()
          .map(ParameterChange::validFrom)
          .filter(day -> !day.isBefore(change.validFrom()))
          .distinct()
          .forEach(
              day ->
                  repository.insertVersion(
                      place, Frozen.write(repository.values(city, place, day)), day));
    }
  }

  private long versionNow(String city, String district, LocalDate day) {
    return repository
        .versionOf(district, Frozen.write(repository.values(city, district, day)))
        .orElseThrow();
  }

  private Policy resolve(Asked asked) {
    Map<Parameter, Long> values =
        repository.values(cityOf(asked.district()), asked.district(), asked.day());
    if (values.size() < Parameter.values().length) {
      throw new NoSuchElementException("no rules for " + asked.district() + " on " + asked.day());
    }
    String text = Frozen.write(values);
    long version =
        repository
            .versionOf(asked.district(), text)
            .orElseGet(() -> number(asked.district(), text, asked.day()));
    return new Policy(version, asked.district(), asked.day(), values);
  }

  /** A set not numbered yet gets its number apart, so that it stands whatever the caller does. */
  private long number(String district, String text, LocalDate day) {
    apart.executeWithoutResult(status -> repository.insertVersion(district, text, day));
    return repository.versionOf(district, text).orElseThrow();
  }

  /** GB/T 2260: the code of a district's city ends in two zeros. */
  private static String cityOf(String district) {
    return district.substring(0, 4) + "00";
  }

  /**
   * A change of a rule.
   *
   * @param district the city's code for a default, a district's for its own value
   * @param parameter what
   * @param value fen or whole number; null lets a district return to the city's value
   * @param validFrom first day, today at the earliest
   * @param reason why, 4 to 500 characters
   */
  public record Change(
      String district,
      Parameter parameter,
      @Nullable Long value,
      LocalDate validFrom,
      String reason) {}

  private record Asked(String district, LocalDate day) {}
}
