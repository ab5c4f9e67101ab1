package io.quantong.booking;

import static io.quantong.booking.db.Tables.RESERVATION;
import static io.quantong.booking.db.Tables.USAGE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.quantong.booking.Bookings.Slot;
import io.quantong.booking.Bookings.UsageEntry;
import io.quantong.kernel.Ids;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of reserved time. */
@Repository
class BookingRepository {

  private static final List<String> LIVE = names(BookingLifecycle.LIVE);

  private final DSLContext sql;

  BookingRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** False when the database refuses the time, because a live reservation overlaps. */
  boolean insert(Reservation row) {
    return sql.insertInto(RESERVATION)
            .set(RESERVATION.ID, row.id())
            .set(RESERVATION.INSTRUMENT_ID, row.instrumentId())
            .set(RESERVATION.PROVIDER_ORGANISATION_ID, row.providerOrganisation())
            .set(RESERVATION.PURPOSE, row.closing() ? "CLOSING" : "ORDER")
            .set(RESERVATION.ORDER_ID, row.orderId())
            .set(RESERVATION.ORGANISATION_ID, row.organisationId())
            .set(RESERVATION.ORGANISATION_NAME, row.organisationName())
            .set(RESERVATION.STARTS_AT, row.time().start())
            .set(RESERVATION.ENDS_AT, row.time().end())
            .set(RESERVATION.STATE, row.state().name())
            .set(RESERVATION.NOTE, row.note())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  Optional<Reservation> find(UUID id) {
    return sql.selectFrom(RESERVATION)
        .where(RESERVATION.ID.eq(id))
        .fetchOptional(BookingRepository::reservation);
  }

  Optional<Reservation> lock(UUID id) {
    return sql.selectFrom(RESERVATION)
        .where(RESERVATION.ID.eq(id))
        .forUpdate()
        .fetchOptional(BookingRepository::reservation);
  }

  /** The live or last reservation of an order. */
  Optional<Reservation> ofOrder(UUID orderId) {
    return last(orderId);
  }

  /** As above, its row locked until the transaction ends. */
  Optional<Reservation> lockOfOrder(UUID orderId) {
    return last(orderId).flatMap(found -> lock(found.id()));
  }

  void move(UUID id, BookingState state, @Nullable String note) {
    sql.update(RESERVATION)
        .set(RESERVATION.STATE, state.name())
        .set(RESERVATION.VERSION, RESERVATION.VERSION.plus(1))
        .set(RESERVATION.NOTE, note == null ? RESERVATION.NOTE : val(note))
        .where(RESERVATION.ID.eq(id))
        .execute();
  }

  void checkedIn(UUID id, LocalDateTime at) {
    sql.update(RESERVATION)
        .set(RESERVATION.CHECKED_IN_AT, at)
        .where(RESERVATION.ID.eq(id))
        .execute();
  }

  void addUsage(UUID id, UsageEntry usage) {
    sql.insertInto(USAGE)
        .set(USAGE.ID, Ids.next())
        .set(USAGE.BOOKING_ID, id)
        .set(USAGE.USED_FROM, usage.start())
        .set(USAGE.USED_UNTIL, usage.end())
        .set(USAGE.OPERATOR, usage.operator())
        .set(USAGE.SAMPLES, usage.samples())
        .set(USAGE.NOTE, usage.note())
        .execute();
  }

  List<UsageEntry> usage(UUID id) {
    return sql.selectFrom(USAGE)
        .where(USAGE.BOOKING_ID.eq(id))
        .orderBy(USAGE.USED_FROM, USAGE.ID)
        .fetch(BookingRepository::usage);
  }

  /** Live reservations that share an instant with the stretch, in time order. */
  List<Reservation> live(UUID instrument, Slot stretch) {
    return list(RESERVATION.INSTRUMENT_ID.eq(instrument).and(RESERVATION.STATE.in(LIVE)), stretch);
  }

  /** Everything on an instrument that was not called off, in time order. */
  List<Reservation> calendar(UUID instrument, Slot stretch) {
    List<String> shown =
        names(
            Set.of(
                BookingState.REQUESTED,
                BookingState.CONFIRMED,
                BookingState.CHECKED_IN,
                BookingState.COMPLETED,
                BookingState.NO_SHOW));
    return list(RESERVATION.INSTRUMENT_ID.eq(instrument).and(RESERVATION.STATE.in(shown)), stretch);
  }

  /** Bookings for orders of a provider or of a user, latest first. */
  List<Reservation> ofOrganisation(UUID organisation, boolean provider, int limit) {
    Condition side =
        provider
            ? RESERVATION.PROVIDER_ORGANISATION_ID.eq(organisation)
            : RESERVATION.ORGANISATION_ID.eq(organisation);
    return sql.selectFrom(RESERVATION)
        .where(side, RESERVATION.ORDER_ID.isNotNull())
        .orderBy(RESERVATION.STARTS_AT.desc(), RESERVATION.ID)
        .limit(limit)
        .fetch(BookingRepository::reservation);
  }

  /** Runs of a provider's instruments that began in the stretch, latest first. */
  List<UsageLine> usageOf(UUID providerOrganisation, Slot stretch) {
    return sql.select(RESERVATION.fields())
        .select(USAGE.fields())
        .from(USAGE)
        .join(RESERVATION)
        .on(RESERVATION.ID.eq(USAGE.BOOKING_ID))
        .where(RESERVATION.PROVIDER_ORGANISATION_ID.eq(providerOrganisation))
        .and(USAGE.USED_FROM.ge(stretch.start()))
        .and(USAGE.USED_FROM.lt(stretch.end()))
        .orderBy(USAGE.USED_FROM.desc(), USAGE.ID)
        .fetch(row -> new UsageLine(reservation(row), usage(row)));
  }

  /** Orders whose booked day came before anybody answered. */
  List<UUID> unansweredBefore(LocalDate day) {
    return sql.select(RESERVATION.ORDER_ID)
        .from(RESERVATION)
        .where(RESERVATION.STATE.eq(BookingState.REQUESTED.name()))
        .and(RESERVATION.STARTS_AT.lt(day.atStartOfDay()))
        .fetch(RESERVATION.ORDER_ID);
  }

  /** Confirmed bookings of a provider that begin in the stretch, in time order. */
  List<Reservation> confirmed(UUID providerOrganisation, Slot stretch) {
    return sql.selectFrom(RESERVATION)
        .where(awaited(providerOrganisation, stretch))
        .orderBy(RESERVATION.STARTS_AT, RESERVATION.ID)
        .fetch(BookingRepository::reservation);
  }

  /** Live bookings of a provider for orders that begin in the stretch, in time order. */
  List<Reservation> liveOrders(UUID providerOrganisation, Slot stretch) {
    return sql.selectFrom(RESERVATION)
        .where(RESERVATION.PROVIDER_ORGANISATION_ID.eq(providerOrganisation))
        .and(RESERVATION.ORDER_ID.isNotNull())
        .and(RESERVATION.STATE.in(LIVE))
        .and(RESERVATION.STARTS_AT.ge(stretch.start()))
        .and(RESERVATION.STARTS_AT.lt(stretch.end()))
        .orderBy(RESERVATION.STARTS_AT, RESERVATION.ID)
        .fetch(BookingRepository::reservation);
  }

  int countConfirmed(UUID providerOrganisation, Slot stretch) {
    return sql.fetchCount(RESERVATION, awaited(providerOrganisation, stretch));
  }

  /** How many live reservations of one instrument overlap: never any. */
  int overlaps() {
    var other = RESERVATION.as("other");
    return sql.fetchCount(
        select(RESERVATION.ID)
            .from(RESERVATION)
            .join(other)
            .on(other.INSTRUMENT_ID.eq(RESERVATION.INSTRUMENT_ID))
            .and(other.ID.gt(RESERVATION.ID))
            .and(other.STARTS_AT.lt(RESERVATION.ENDS_AT))
            .and(other.ENDS_AT.gt(RESERVATION.STARTS_AT))
            .where(RESERVATION.STATE.in(LIVE), other.STATE.in(LIVE)));
  }

  private static Condition awaited(UUID providerOrganisation, Slot stretch) {
    return RESERVATION
        .PROVIDER_ORGANISATION_ID
        .eq(providerOrganisation)
        .and(RESERVATION.ORDER_ID.isNotNull())
        .and(RESERVATION.STATE.eq(BookingState.CONFIRMED.name()))
        .and(RESERVATION.STARTS_AT.ge(stretch.start()))
        .and(RESERVATION.STARTS_AT.lt(stretch.end()));
  }

  private Optional<Reservation> last(UUID orderId) {
    return sql.selectFrom(RESERVATION)
        .where(RESERVATION.ORDER_ID.eq(orderId))
        .orderBy(field(RESERVATION.STATE.in(LIVE)).desc(), RESERVATION.ID.desc())
        .limit(1)
        .fetchOptional(BookingRepository::reservation);
  }

  private List<Reservation> list(Condition which, Slot stretch) {
    return sql.selectFrom(RESERVATION)
        .where(which)
        .and(RESERVATION.STARTS_AT.lt(stretch.end()))
        .and(RESERVATION.ENDS_AT.gt(stretch.start()))
        .orderBy(RESERVATION.STARTS_AT, RESERVATION.ID)
        .fetch(BookingRepository::reservation);
  }

  private static List<String> names(Collection<BookingState> states) {
    return states.stream().map(BookingState::name).toList();
  }

  private static Reservation reservation(Record row) {
    return new Reservation(
        row.get(RESERVATION.ID),
        row.get(RESERVATION.INSTRUMENT_ID),
        row.get(RESERVATION.PROVIDER_ORGANISATION_ID),
        row.get(RESERVATION.ORDER_ID),
        row.get(RESERVATION.ORGANISATION_ID),
        row.get(RESERVATION.ORGANISATION_NAME),
        new Slot(row.get(RESERVATION.STARTS_AT), row.get(RESERVATION.ENDS_AT)),
        BookingState.valueOf(row.get(RESERVATION.STATE)),
        row.get(RESERVATION.NOTE));
  }

  private static UsageEntry usage(Record row) {
    return new UsageEntry(
        row.get(USAGE.USED_FROM),
        row.get(USAGE.USED_UNTIL),
        row.get(USAGE.OPERATOR),
        row.get(USAGE.SAMPLES),
        row.get(USAGE.NOTE));
  }
}
