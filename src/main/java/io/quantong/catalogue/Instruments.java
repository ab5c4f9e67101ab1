package io.quantong.catalogue;

import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The machines of providers (M2). Managers and technicians keep those of their own organisation;
 * the platform may write for all.
 */
@Service
public class Instruments {

  private static final String IN_USE = "IN_USE";

  private final InstrumentRepository instruments;
  private final OfferRepository offers;
  private final Sellers sellers;
  private final EventLog log;
  private final Idempotency idempotency;

  Instruments(
      InstrumentRepository instruments,
      OfferRepository offers,
      Sellers sellers,
      EventLog log,
      Idempotency idempotency) {
    this.instruments = instruments;
    this.offers = offers;
    this.sellers = sellers;
    this.log = log;
    this.idempotency = idempotency;
  }

  /**
   * An instrument and its rules.
   *
   * @throws Refused when there is none
   */
  @Transactional(readOnly = true)
  public Instrument instrument(UUID id) {
    return instruments.find(id).orElseThrow(() -> new Refused(CatalogueRefusal.UNKNOWN));
  }

  /** The instruments of admitted providers, in the order of their registration. */
  @Transactional(readOnly = true)
  public List<Instrument> page(int page, int size) {
    return instruments.page((long) Math.max(0, page) * size, size);
  }

  /** The instruments of the actor's own organisation, by name; none without an entry. */
  @Transactional
  public List<Instrument> own(Actor actor) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE);
    return instruments.ofOrganisation(actor.organisationId());
  }

  /** Registers an instrument of the actor's own organisation once per key. */
  @Transactional
  public UUID register(
      Actor actor, Instrument.Sheet sheet, Instrument.BookingRules rules, RequestKey key) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN);
    UUID owner = sellers.ofOrganisation(actor.organisationId()).providerId();
    NewInstrument wanted = new NewInstrument(owner, sheet, rules);
    return UUID.fromString(
        idempotency.once(
            actor,
            "instrument.register",
            key,
            wanted,
            () -> registerAll(actor, List.of(wanted)).getFirst().toString()));
  }

  /**
   * Registers many instruments in one go: all or none.
   *
   * @return their identifiers in the order given
   */
  @Transactional
  public List<UUID> registerAll(Actor actor, List<NewInstrument> wanted) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.SYSTEM);
    Map<UUID, OfferView.Seller> owners =
        sellers.own(actor, wanted.stream().map(NewInstrument::providerId).toList());
    Set<String> categories = categories();
    List<Instrument> rows = new ArrayList<>();
    for (NewInstrument one : wanted) {
      Refused.ifAny(SheetRules.instrument(one.sheet(), one.rules(), categories));
      rows.add(row(one, Objects.requireNonNull(owners.get(one.providerId()))));
    }
    instruments.insert(rows);
    rows.forEach(row -> record(actor, row.id(), "REGISTER", null));
    return rows.stream().map(Instrument::id).toList();
  }

  /** Changes an instrument or its rules; bookings made stay as they are. */
  @Transactional
  public void change(Actor actor, UUID id, Instrument.Sheet sheet, Instrument.BookingRules rules) {
    actor.require(Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.SYSTEM);
    actor.requireOrganisation(instrument(id).ownerId());
    Refused.ifAny(SheetRules.instrument(sheet, rules, categories()));
    instruments.update(id, sheet, rules);
    sellers.index(offers.ofInstrument(id));
    record(actor, id, "CHANGE", IN_USE);
  }

  private static Instrument row(NewInstrument wanted, OfferView.Seller owner) {
    return new Instrument(
        Ids.next(),
        owner.providerId(),
        owner.organisationId(),
        owner.name(),
        wanted.sheet(),
        wanted.rules());
  }

  private Set<String> categories() {
    return instruments.categories().stream().map(Category::code).collect(Collectors.toSet());
  }

  private void record(Actor actor, UUID id, String event, @Nullable String from) {
    log.append(new Transition("instrument", id.toString(), event, from, IN_USE), actor);
  }
}
