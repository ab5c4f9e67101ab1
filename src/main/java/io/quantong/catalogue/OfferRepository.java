package io.quantong.catalogue;

import static io.quantong.catalogue.db.Tables.OFFER;
import static io.quantong.catalogue.db.Tables.SELLER;
import static io.quantong.catalogue.db.Tables.TARIFF;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import io.quantong.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of offers and their tariffs. */
@Repository
class OfferRepository {

  private final DSLContext sql;

  OfferRepository(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A stored offer.
   *
   * @param id identifier
   * @param state of the offer
   * @param sheet what is stated
   * @param price in force on the day asked for; null for none
   * @param seller who offers it
   */
  record Stored(
      UUID id,
      OfferState state,
      OfferSheet sheet,
      @Nullable Money price,
      OfferView.Seller seller) {}

  /**
   * A row to be written, on show at once.
   *
   * @param id identifier
   * @param offer what and by whom
   * @param tokens under which it is found
   */
  record Row(UUID id, NewOffer offer, List<String> tokens) {}

  Optional<Stored> find(UUID id, LocalDate day) {
    Field<Long> price = priceOn(day).as("price_on");
    return sql.select(fields())
        .select(price)
        .from(OFFER)
        .join(SELLER)
        .on(SELLER.PROVIDER_ID.eq(OFFER.PROVIDER_ID))
        .where(OFFER.ID.eq(id))
        .fetchOptional(row -> stored(row, row.get(price)));
  }

  /** Locks the row of an offer, if there is one, until the transaction ends. */
  void lock(UUID id) {
    sql.select(OFFER.ID).from(OFFER).where(OFFER.ID.eq(id)).forUpdate().execute();
  }

  List<Stored> ofOrganisation(UUID organisation) {
    return fetch(SELLER.ORGANISATION_ID.eq(organisation));
  }

  /** All offers of a provider: drafts first, then by name. */
  List<Stored> ofProvider(UUID providerId) {
    return fetch(OFFER.PROVIDER_ID.eq(providerId));
  }

  List<Stored> ofInstrument(UUID instrument) {
    return fetch(OFFER.INSTRUMENT_ID.eq(instrument));
  }

  List<OfferView.Price> tariff(UUID id) {
    return sql.select(TARIFF.FROM_DAY, TARIFF.UNIT_PRICE_FEN)
        .from(TARIFF)
        .where(TARIFF.OFFER_ID.eq(id))
        .orderBy(TARIFF.FROM_DAY.desc())
        .fetch(row -> new OfferView.Price(row.value1(), Money.ofFen(row.value2())));
  }

  void insertDraft(UUID id, UUID providerId, OfferSheet sheet, String[] tokens) {
    sql.insertInto(OFFER)
        .set(OFFER.ID, id)
        .set(OFFER.PROVIDER_ID, providerId)
        .set(OFFER.STATE, OfferState.DRAFT.name())
        .set(OFFER.TOKENS, tokens)
        .set(values(sheet))
        .execute();
  }

  void insertPublished(Collection<Row> rows, LocalDate day, Instant at) {
    List<Query> inserts = new ArrayList<>();
    for (Row row : rows) {
      inserts.add(
          sql.insertInto(OFFER)
              .set(OFFER.ID, row.id())
              .set(OFFER.PROVIDER_ID, row.offer().providerId())
              .set(OFFER.STATE, OfferState.PUBLISHED.name())
              .set(OFFER.TOKENS, row.tokens().toArray(String[]::new))
              .set(OFFER.UNIT_PRICE_FEN, row.offer().unitPrice().fen())
              .set(OFFER.PUBLISHED_ON, day)
              .set(values(row.offer().sheet())));
      inserts.add(
          sql.insertInto(TARIFF)
              .set(TARIFF.OFFER_ID, row.id())
              .set(TARIFF.FROM_DAY, row.offer().from())
              .set(TARIFF.UNIT_PRICE_FEN, row.offer().unitPrice().fen())
              .set(TARIFF.SET_AT, at));
    }
    sql.batch(inserts).execute();
  }

  void update(UUID id, OfferSheet sheet) {
    sql.update(OFFER)
        .set(values(sheet))
        .set(OFFER.VERSION, OFFER.VERSION.plus(1))
        .where(OFFER.ID.eq(id))
        .execute();
  }

  void setTokens(UUID id, String[] tokens) {
    sql.update(OFFER).set(OFFER.TOKENS, tokens).where(OFFER.ID.eq(id)).execute();
  }

  void setPrice(UUID id, OfferView.Price price, Instant at) {
    sql.insertInto(TARIFF)
        .set(TARIFF.OFFER_ID, id)
        .set(TARIFF.FROM_DAY, price.from())
        .set(TARIFF.UNIT_PRICE_FEN, price.unitPrice().fen())
        .set(TARIFF.SET_AT, at)
        .onConflict(TARIFF.OFFER_ID, TARIFF.FROM_DAY)
        .doUpdate()
        .set(TARIFF.UNIT_PRICE_FEN, price.unitPrice().fen())
        .set(TARIFF.SET_AT, at)
        .execute();
  }

  /** Moves the price kept for search to what the tariff says of the day; how many moved. */
  int applyTariff(LocalDate day, @Nullable UUID only) {
    Field<Long> price = priceOn(day);
    Condition which = only == null ? OFFER.ID.isNotNull() : OFFER.ID.eq(only);
    return sql.update(OFFER)
        .set(OFFER.UNIT_PRICE_FEN, price)
        .where(which, OFFER.UNIT_PRICE_FEN.isDistinctFrom(price), price.isNotNull())
        .execute();
  }

  void setState(UUID id, OfferState state) {
    sql.update(OFFER)
        .set(OFFER.STATE, state.name())
        .set(OFFER.VERSION, OFFER.VERSION.plus(1))
        .where(OFFER.ID.eq(id))
        .execute();
  }

  void setPublishedOn(UUID id, LocalDate day) {
    sql.update(OFFER).set(OFFER.PUBLISHED_ON, day).where(OFFER.ID.eq(id)).execute();
  }

  /** Offers on show that lack something, or whose price stands in no line of their tariff. */
  int incompleteOnShow() {
    Condition priced =
        exists(
            select(TARIFF.OFFER_ID)
                .from(TARIFF)
                .where(TARIFF.OFFER_ID.eq(OFFER.ID))
                .and(TARIFF.UNIT_PRICE_FEN.eq(OFFER.UNIT_PRICE_FEN)));
    return sql.fetchCount(
        OFFER,
        OFFER.STATE.eq(OfferState.PUBLISHED.name()),
        OFFER.CONTENT.eq("").or(OFFER.PROCESS.eq("")).or(not(priced)));
  }

  private List<Stored> fetch(Condition condition) {
    return sql.select(fields())
        .from(OFFER)
        .join(SELLER)
        .on(SELLER.PROVIDER_ID.eq(OFFER.PROVIDER_ID))
        .where(condition)
        .orderBy(OFFER.STATE, OFFER.NAME, OFFER.ID)
        .fetch(row -> stored(row, row.get(OFFER.UNIT_PRICE_FEN)));
  }

  private static List<SelectFieldOrAsterisk> fields() {
    List<SelectFieldOrAsterisk> fields = new ArrayList<>(Arrays.asList(SELLER.fields()));
    Arrays.stream(OFFER.fields()).filter(one -> !one.equals(OFFER.TOKENS)).forEach(fields::add);
    return fields;
  }

  private static Field<Long> priceOn(LocalDate day) {
    return field(
        select(TARIFF.UNIT_PRICE_FEN)
            .from(TARIFF)
            .where(TARIFF.OFFER_ID.eq(OFFER.ID), TARIFF.FROM_DAY.le(day))
            .orderBy(TARIFF.FROM_DAY.desc())
            .limit(1));
  }

  private static Map<Field<?>, @Nullable Object> values(OfferSheet sheet) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(OFFER.NAME, sheet.name());
    values.put(OFFER.NAME_EN, sheet.nameEn());
    values.put(OFFER.MODE, sheet.mode().name());
    values.put(OFFER.BASIS, sheet.basis().name());
    values.put(OFFER.CATEGORY, sheet.category());
    values.put(OFFER.INSTRUMENT_ID, sheet.instrumentId());
    values.put(OFFER.CONTENT, sheet.content());
    values.put(OFFER.PROCESS, sheet.process());
    values.put(OFFER.STANDARDS, sheet.standards().toArray(String[]::new));
    values.put(OFFER.KEYWORDS, sheet.keywords().toArray(String[]::new));
    values.put(OFFER.TURNAROUND_DAYS, sheet.turnaroundDays());
    return values;
  }

  private static Stored stored(Record row, @Nullable Long price) {
    OfferSheet sheet =
        new OfferSheet(
            row.get(OFFER.NAME),
            row.get(OFFER.NAME_EN),
            Offer.Mode.valueOf(row.get(OFFER.MODE)),
            Offer.Basis.valueOf(row.get(OFFER.BASIS)),
            row.get(OFFER.CATEGORY),
            row.get(OFFER.INSTRUMENT_ID),
            row.get(OFFER.CONTENT),
            row.get(OFFER.PROCESS),
            List.of(row.get(OFFER.STANDARDS)),
            List.of(row.get(OFFER.KEYWORDS)),
            row.get(OFFER.TURNAROUND_DAYS));
    return new Stored(
        row.get(OFFER.ID),
        OfferState.valueOf(row.get(OFFER.STATE)),
        sheet,
        price == null ? null : Money.ofFen(price),
        SellerRepository.seller(row));
  }
}
