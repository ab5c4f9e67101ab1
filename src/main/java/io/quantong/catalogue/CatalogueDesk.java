package io.quantong.catalogue;

import io.quantong.catalogue.OfferRepository.Row;
import io.quantong.catalogue.OfferRepository.Stored;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The offers of providers (M7): drafts, prices, what is on show. Managers write those of their own
 * organisation; the platform may write for all.
 */
@Service
public class CatalogueDesk {

  private static final int LONGEST_REASON = 500;

  private final OfferRepository offers;
  private final Sellers sellers;
  private final OfferSteps steps;
  private final Idempotency idempotency;

  CatalogueDesk(
      OfferRepository offers, Sellers sellers, OfferSteps steps, Idempotency idempotency) {
    this.offers = offers;
    this.sellers = sellers;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  /** Begins an offer of the actor's own organisation once per key; it may be incomplete. */
  @Transactional
  public UUID draft(Actor actor, OfferSheet sheet, RequestKey key) {
    actor.require(Role.PROVIDER_MANAGER);
    OfferView.Seller owner = sellers.ofOrganisation(actor.organisationId());
    return UUID.fromString(
        idempotency.once(
            actor, "catalogue.draft", key, sheet, () -> begin(actor, owner, sheet).toString()));
  }

  /** Changes what an offer states; what is on show must stay complete. */
  @Transactional
  public void edit(Actor actor, UUID id, OfferSheet sheet) {
    Stored offer = own(actor, id);
    Wording wording = sellers.wording(List.of(sheet));
    List<Refusal> faults = written(sheet, offer.seller(), wording);
    if (offer.state() == OfferState.PUBLISHED) {
      faults.addAll(SheetRules.missing(sheet, offer.price()));
    }
    Refused.ifAny(faults);
    offers.update(id, sheet);
    offers.setTokens(id, wording.tokens(sheet, offer.seller()));
    steps.move(actor, offer, OfferEvent.EDIT, null, Map.of());
  }

  /**
   * Sets the price from a day on; the same day again replaces it.
   *
   * @param from today up to a year ahead; the platform may also write the past
   */
  @Transactional
  public void price(Actor actor, UUID id, Money unitPrice, LocalDate from) {
    Stored offer = own(actor, id);
    List<Refusal> faults = new ArrayList<>(SheetRules.price(unitPrice));
    boolean past = from.isBefore(steps.today()) && !actor.is(Role.SYSTEM);
    if (past || from.isAfter(steps.today().plusYears(1))) {
      faults.add(CatalogueRefusal.PRICE_DAY);
    }
    Refused.ifAny(faults);
    offers.setPrice(id, new OfferView.Price(from, unitPrice), steps.now());
    offers.applyTariff(steps.today(), id);
    Map<String, String> facts = Map.of("price", unitPrice.plain(), "from", from.toString());
    steps.move(actor, offer, OfferEvent.PRICE, null, facts);
  }

  /** Puts an offer on show (M7): refused with everything that is missing. */
  @Transactional
  public void publish(Actor actor, UUID id) {
    Stored offer = own(actor, id);
    steps.insist(offer, OfferEvent.PUBLISH);
    List<Refusal> faults = new ArrayList<>(SheetRules.missing(offer.sheet(), offer.price()));
    faults.addAll(admitted(offer.seller()));
    Refused.ifAny(faults);
    offers.applyTariff(steps.today(), id);
    offers.setPublishedOn(id, steps.today());
    steps.move(actor, offer, OfferEvent.PUBLISH, null, Map.of());
  }

  /** Takes an offer off; orders placed go on. */
  @Transactional
  public void withdraw(Actor actor, UUID id, String reason) {
    Stored offer = own(actor, id);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(CatalogueRefusal.REASON_MISSING.about(LONGEST_REASON));
    }
    steps.move(actor, offer, OfferEvent.WITHDRAW, reason.strip(), Map.of());
  }

  /**
   * Publishes many complete offers in one go: all or none.
   *
   * @return their identifiers in the order given
   */
  @Transactional
  public List<UUID> publishAll(Actor actor, List<NewOffer> wanted) {
    actor.require(Role.PROVIDER_MANAGER, Role.SYSTEM);
    Map<UUID, OfferView.Seller> owners =
        sellers.own(actor, wanted.stream().map(NewOffer::providerId).toList());
    Wording wording = sellers.wording(wanted.stream().map(NewOffer::sheet).toList());
    List<Row> rows = new ArrayList<>();
    for (NewOffer one : wanted) {
      OfferView.Seller owner = Objects.requireNonNull(owners.get(one.providerId()));
      Refused.ifAny(faults(one, owner, wording));
      rows.add(new Row(Ids.next(), one, List.of(wording.tokens(one.sheet(), owner))));
    }
    offers.insertPublished(rows, steps.today(), steps.now());
    rows.forEach(row -> steps.published(actor, row.id(), row.offer()));
    return rows.stream().map(Row::id).toList();
  }

  private List<Refusal> faults(NewOffer wanted, OfferView.Seller owner, Wording wording) {
    List<Refusal> faults = written(wanted.sheet(), owner, wording);
    faults.addAll(SheetRules.price(wanted.unitPrice()));
    faults.addAll(SheetRules.missing(wanted.sheet(), wanted.unitPrice()));
    faults.addAll(admitted(owner));
    if (wanted.from().isAfter(steps.today())) {
      faults.add(CatalogueRefusal.PRICE_DAY);
    }
    return faults;
  }

  private static List<Refusal> written(OfferSheet sheet, OfferView.Seller owner, Wording wording) {
    List<Refusal> faults = SheetRules.written(sheet, wording.categoryCodes());
    if (!wording.machineFits(sheet, owner.providerId())) {
      faults.add(CatalogueRefusal.INSTRUMENT_MISSING);
    }
    return faults;
  }

  private static List<Refusal> admitted(OfferView.Seller owner) {
    return owner.admitted() ? List.of() : List.of(CatalogueRefusal.NOT_ADMITTED);
  }

  private UUID begin(Actor actor, OfferView.Seller owner, OfferSheet sheet) {
    Wording wording = sellers.wording(List.of(sheet));
    Refused.ifAny(written(sheet, owner, wording));
    UUID id = Ids.next();
    offers.insertDraft(id, owner.providerId(), sheet, wording.tokens(sheet, owner));
    steps.began(actor, id);
    return id;
  }

  private Stored own(Actor actor, UUID id) {
    actor.require(Role.PROVIDER_MANAGER, Role.SYSTEM);
    Stored offer = steps.locked(id);
    actor.requireOrganisation(offer.seller().organisationId());
    return offer;
  }
}
