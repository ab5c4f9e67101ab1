package io.quantong.catalogue;

import static io.quantong.catalogue.db.Tables.CATEGORY;
import static io.quantong.catalogue.db.Tables.INSTRUMENT;
import static io.quantong.catalogue.db.Tables.OPENING;
import static io.quantong.catalogue.db.Tables.SELLER;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import io.quantong.catalogue.Instrument.BookingRules;
import io.quantong.catalogue.Instrument.Hours;
import io.quantong.kernel.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.springframework.stereotype.Repository;

/** Rows of instruments and categories. */
@Repository
class InstrumentRepository {

  private static final Field<List<Hours>> HOURS =
      multiset(
              select(OPENING.WEEKDAY, OPENING.OPENS, OPENING.CLOSES)
                  .from(OPENING)
                  .where(OPENING.INSTRUMENT_ID.eq(INSTRUMENT.ID))
                  .orderBy(OPENING.WEEKDAY, OPENING.OPENS))
          .as("hours")
          .convertFrom(
              rows ->
                  rows.map(
                      row -> new Hours(DayOfWeek.of(row.value1()), row.value2(), row.value3())));

  private final DSLContext sql;

  InstrumentRepository(DSLContext sql) {
    this.sql = sql;
  }

  List<Category> categories() {
    return sql.selectFrom(CATEGORY)
        .orderBy(CATEGORY.CODE)
        .fetch(
            row ->
                new Category(
                    row.get(CATEGORY.CODE), row.get(CATEGORY.NAME), row.get(CATEGORY.NAME_EN)));
  }

  void insert(Collection<Instrument> instruments) {
    List<Query> rows = new ArrayList<>();
    for (Instrument instrument : instruments) {
      rows.add(row(instrument));
      rows.addAll(openings(instrument.id(), instrument.rules()));
    }
    sql.batch(rows).execute();
  }

  void update(UUID id, Instrument.Sheet sheet, BookingRules rules) {
    sql.update(INSTRUMENT)
        .set(INSTRUMENT.NAME, sheet.name())
        .set(INSTRUMENT.NAME_EN, sheet.nameEn())
        .set(INSTRUMENT.MODEL, sheet.model())
        .set(INSTRUMENT.MAKER, sheet.maker())
        .set(INSTRUMENT.VALUE_FEN, sheet.value().fen())
        .set(INSTRUMENT.CATEGORY, sheet.category())
        .set(INSTRUMENT.LOCATION, sheet.location())
        .set(INSTRUMENT.SPECS, sheet.specs())
        .set(INSTRUMENT.PHOTO_DOCUMENT_ID, sheet.photo())
        .set(INSTRUMENT.SLOT_MINUTES, rules.slotMinutes())
        .set(INSTRUMENT.LEAD_HOURS, rules.leadHours())
        .set(INSTRUMENT.HORIZON_DAYS, rules.horizonDays())
        .set(INSTRUMENT.CLOSED_DAYS, days(rules))
        .set(INSTRUMENT.VERSION, INSTRUMENT.VERSION.plus(1))
        .where(INSTRUMENT.ID.eq(id))
        .execute();
    sql.deleteFrom(OPENING).where(OPENING.INSTRUMENT_ID.eq(id)).execute();
    sql.batch(openings(id, rules)).execute();
  }

  Optional<Instrument> find(UUID id) {
    return fetch(INSTRUMENT.ID.eq(id)).stream().findFirst();
  }

  List<Instrument> find(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : fetch(INSTRUMENT.ID.in(ids));
  }

  List<Instrument> ofOrganisation(UUID organisation) {
    return fetch(SELLER.ORGANISATION_ID.eq(organisation));
  }

  List<Instrument> page(long offset, int size) {
    return sql.select(fields())
        .from(INSTRUMENT)
        .join(SELLER)
        .on(SELLER.PROVIDER_ID.eq(INSTRUMENT.PROVIDER_ID))
        .where(SELLER.ADMITTED)
        .orderBy(INSTRUMENT.ID)
        .limit(size)
        .offset(offset)
        .fetch(InstrumentRepository::instrument);
  }

  private List<Instrument> fetch(Condition condition) {
    return sql.select(fields())
        .from(INSTRUMENT)
        .join(SELLER)
        .on(SELLER.PROVIDER_ID.eq(INSTRUMENT.PROVIDER_ID))
        .where(condition)
        .orderBy(INSTRUMENT.NAME, INSTRUMENT.ID)
        .fetch(InstrumentRepository::instrument);
  }

  private static List<SelectFieldOrAsterisk> fields() {
    List<SelectFieldOrAsterisk> fields = new ArrayList<>(Arrays.asList(INSTRUMENT.fields()));
    fields.addAll(List.of(SELLER.ORGANISATION_ID, SELLER.NAME, HOURS));
    return fields;
  }

  private Query row(Instrument instrument) {
    Instrument.Sheet sheet = instrument.sheet();
    BookingRules rules = instrument.rules();
    return sql.insertInto(INSTRUMENT)
        .set(INSTRUMENT.ID, instrument.id())
        .set(INSTRUMENT.PROVIDER_ID, instrument.providerId())
        .set(INSTRUMENT.NAME, sheet.name())
        .set(INSTRUMENT.NAME_EN, sheet.nameEn())
        .set(INSTRUMENT.MODEL, sheet.model())
        .set(INSTRUMENT.MAKER, sheet.maker())
        .set(INSTRUMENT.VALUE_FEN, sheet.value().fen())
        .set(INSTRUMENT.CATEGORY, sheet.category())
        .set(INSTRUMENT.LOCATION, sheet.location())
        .set(INSTRUMENT.SPECS, sheet.specs())
        .set(INSTRUMENT.PHOTO_DOCUMENT_ID, sheet.photo())
        .set(INSTRUMENT.SLOT_MINUTES, rules.slotMinutes())
        .set(INSTRUMENT.LEAD_HOURS, rules.leadHours())
        .set(INSTRUMENT.HORIZON_DAYS, rules.horizonDays())
        .set(INSTRUMENT.CLOSED_DAYS, days(rules));
  }

  private List<Query> openings(UUID id, BookingRules rules) {
    List<Query> rows = new ArrayList<>();
    for (Hours hours : rules.hours()) {
      rows.add(
          sql.insertInto(OPENING)
              .set(OPENING.INSTRUMENT_ID, id)
              .set(OPENING.WEEKDAY, hours.day().getValue())
              .set(OPENING.OPENS, hours.from())
              .set(OPENING.CLOSES, hours.until()));
    }
    return rows;
  }

  private static LocalDate[] days(BookingRules rules) {
    return rules.closedDays().stream().sorted().toArray(LocalDate[]::new);
  }

  private static Instrument instrument(Record row) {
    return new Instrument(
        row.get(INSTRUMENT.ID),
        row.get(INSTRUMENT.PROVIDER_ID),
        row.get(SELLER.ORGANISATION_ID),
        row.get(SELLER.NAME),
        new Instrument.Sheet(
            row.get(INSTRUMENT.NAME),
            row.get(INSTRUMENT.NAME_EN),
            row.get(INSTRUMENT.MODEL),
            row.get(INSTRUMENT.MAKER),
            Money.ofFen(row.get(INSTRUMENT.VALUE_FEN)),
            row.get(INSTRUMENT.CATEGORY),
            row.get(INSTRUMENT.LOCATION),
            row.get(INSTRUMENT.SPECS),
            row.get(INSTRUMENT.PHOTO_DOCUMENT_ID)),
        new BookingRules(
            row.get(HOURS),
            row.get(INSTRUMENT.SLOT_MINUTES),
            row.get(INSTRUMENT.LEAD_HOURS),
            row.get(INSTRUMENT.HORIZON_DAYS),
            Set.of(row.get(INSTRUMENT.CLOSED_DAYS))));
  }
}
