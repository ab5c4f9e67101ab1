package io.quantong.identity;

import static io.quantong.identity.db.Tables.COMMITMENT;
import static io.quantong.identity.db.Tables.DISTRICT;
import static io.quantong.identity.db.Tables.ORGANISATION;
import static io.quantong.identity.db.Tables.PERSON;
import static io.quantong.identity.db.Tables.TIE;

import io.quantong.identity.Organisation.Profile;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Rows of districts, organisations, commitments and ties. */
@Repository
class OrganisationRepository {

  private static final List<String> BUREAUS =
      List.of(
          OrganisationKind.SCIENCE_BUREAU.name(),
          OrganisationKind.FINANCE_BUREAU.name(),
          OrganisationKind.AUDIT_BUREAU.name());

  private final DSLContext sql;

  OrganisationRepository(DSLContext sql) {
    this.sql = sql;
  }

  List<District> districts() {
    return sql.selectFrom(DISTRICT)
        .orderBy(DISTRICT.CODE)
        .fetch(row -> new District(row.getCode(), row.getName(), row.getNameEn(), row.getParent()));
  }

  Organisation insert(Registration one, Instant now) {
    String code = one.unifiedCode() == null ? null : UnifiedCode.normal(one.unifiedCode());
    return sql.insertInto(ORGANISATION)
        .set(ORGANISATION.ID, Ids.next())
        .set(ORGANISATION.KIND, one.kind().name())
        .set(ORGANISATION.NAME, one.name().strip())
        .set(ORGANISATION.NAME_EN, one.nameEn())
        .set(ORGANISATION.UNIFIED_CODE, code)
        .set(ORGANISATION.DISTRICT, one.district())
        .set(ORGANISATION.STAFF, one.profile().staff())
        .set(ORGANISATION.SALES_FEN, one.profile().sales().fen())
        .set(ORGANISATION.ASSETS_FEN, one.profile().assets().fen())
        .set(ORGANISATION.LEGAL_REPRESENTATIVE, one.legalRepresentative())
        .set(ORGANISATION.PHONE, one.phone())
        .set(ORGANISATION.ADDRESS, one.address())
        .set(ORGANISATION.REGISTERED_AT, now)
        .returning()
        .fetchSingle(OrganisationRepository::organisation);
  }

  Optional<Organisation> find(UUID id) {
    return sql.selectFrom(ORGANISATION)
        .where(ORGANISATION.ID.eq(id))
        .fetchOptional(OrganisationRepository::organisation);
  }

  Map<UUID, Organisation> find(Collection<UUID> ids) {
    return sql.selectFrom(ORGANISATION)
        .where(ORGANISATION.ID.in(Set.copyOf(ids)))
        .fetchMap(ORGANISATION.ID, OrganisationRepository::organisation);
  }

  Optional<Organisation> byUnifiedCode(String normal) {
    return sql.selectFrom(ORGANISATION)
        .where(ORGANISATION.UNIFIED_CODE.eq(normal))
        .fetchOptional(OrganisationRepository::organisation);
  }

  Set<String> takenCodes(Collection<String> normal) {
    return sql.select(ORGANISATION.UNIFIED_CODE)
        .from(ORGANISATION)
        .where(ORGANISATION.UNIFIED_CODE.in(normal))
        .fetchSet(ORGANISATION.UNIFIED_CODE);
  }

  List<Organisation> bureaus(String district) {
    return sql.selectFrom(ORGANISATION)
        .where(ORGANISATION.DISTRICT.eq(district), ORGANISATION.KIND.in(BUREAUS))
        .orderBy(ORGANISATION.KIND, ORGANISATION.NAME)
        .fetch(OrganisationRepository::organisation);
  }

  Optional<Commitment> commitment(UUID organisation, int version) {
    return sql.select(COMMITMENT.VERSION, PERSON.NAME, COMMITMENT.SIGNED_AT)
        .from(COMMITMENT)
        .join(PERSON)
        .on(PERSON.ID.eq(COMMITMENT.PERSON_ID))
        .where(COMMITMENT.ORGANISATION_ID.eq(organisation), COMMITMENT.VERSION.eq(version))
        .fetchOptional(row -> new Commitment(row.value1(), row.value2(), row.value3()));
  }

  /** False when it was signed before. */
  boolean sign(UUID organisation, int version, UUID person, Instant now) {
    return sql.insertInto(COMMITMENT)
            .set(COMMITMENT.ORGANISATION_ID, organisation)
            .set(COMMITMENT.VERSION, version)
            .set(COMMITMENT.PERSON_ID, person)
            .set(COMMITMENT.SIGNED_AT, now)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  boolean tied(UUID one, UUID other) {
    return sql.fetchExists(TIE, TIE.ONE.eq(smaller(one, other)), TIE.OTHER.eq(larger(one, other)));
  }

  /** False when it was declared before. */
  boolean tie(UUID one, UUID other, Instant now) {
    return sql.insertInto(TIE)
            .set(TIE.ONE, smaller(one, other))
            .set(TIE.OTHER, larger(one, other))
            .set(TIE.DECLARED_AT, now)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Order of the text form, which is the database's own order of identifiers. */
  private static UUID smaller(UUID one, UUID other) {
    return one.toString().compareTo(other.toString()) < 0 ? one : other;
  }

  private static UUID larger(UUID one, UUID other) {
    return one.toString().compareTo(other.toString()) < 0 ? other : one;
  }

  static Organisation organisation(Record row) {
    return new Organisation(
        row.get(ORGANISATION.ID),
        OrganisationKind.valueOf(row.get(ORGANISATION.KIND)),
        row.get(ORGANISATION.NAME),
        row.get(ORGANISATION.NAME_EN),
        row.get(ORGANISATION.UNIFIED_CODE),
        row.get(ORGANISATION.DISTRICT),
        new Profile(
            row.get(ORGANISATION.STAFF),
            Money.ofFen(row.get(ORGANISATION.SALES_FEN)),
            Money.ofFen(row.get(ORGANISATION.ASSETS_FEN))),
        row.get(ORGANISATION.LEGAL_REPRESENTATIVE),
        row.get(ORGANISATION.PHONE),
        row.get(ORGANISATION.ADDRESS));
  }
}
