package io.quantong.provider;

import static io.quantong.provider.db.Tables.CERTIFICATE;
import static io.quantong.provider.db.Tables.ENTRY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;

import io.quantong.kernel.Ids;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Application.CertificateKind;
import io.quantong.provider.Application.Contact;
import java.time.LocalDate;
import java.util.Arrays;
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

/** Rows of the library. */
@Repository
class EntryRepository {

  private static final Set<String> GONE =
      Set.of(ProviderState.REFUSED.name(), ProviderState.LEFT.name());

  private final DSLContext sql;

  EntryRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** False when another live entry of the organisation was there first. */
  boolean insert(Dossier dossier) {
    Provider entry = dossier.provider();
    return sql.insertInto(ENTRY)
            .set(ENTRY.ID, entry.id())
            .set(ENTRY.ORGANISATION_ID, entry.organisationId())
            .set(ENTRY.NAME, entry.name())
            .set(ENTRY.NAME_EN, entry.nameEn())
            .set(ENTRY.KIND, entry.kind().name())
            .set(ENTRY.ROUTE, dossier.route().name())
            .set(ENTRY.STATE, entry.state().name())
            .set(ENTRY.DISTRICT, entry.district())
            .set(ENTRY.ADMITTING_DISTRICT, entry.admittingDistrict())
            .set(ENTRY.PLACE, entry.place())
            .set(ENTRY.BANK, entry.account().bank())
            .set(ENTRY.ACCOUNT_NUMBER, entry.account().number())
            .set(ENTRY.ACCOUNT_HOLDER, entry.account().holder())
            .set(ENTRY.CONTACT_NAME, dossier.contact().name())
            .set(ENTRY.CONTACT_PHONE, dossier.contact().phone())
            .set(ENTRY.APPLIED_ON, dossier.appliedOn())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void addCertificates(UUID entry, Collection<Certificate> certificates, LocalDate day) {
    for (Certificate certificate : certificates) {
      sql.insertInto(CERTIFICATE)
          .set(CERTIFICATE.ID, Ids.next())
          .set(CERTIFICATE.ENTRY_ID, entry)
          .set(CERTIFICATE.KIND, certificate.kind().name())
          .set(CERTIFICATE.NUMBER, certificate.number())
          .set(CERTIFICATE.VALID_UNTIL, certificate.validUntil())
          .set(CERTIFICATE.DOCUMENT_ID, certificate.documentId())
          .set(CERTIFICATE.ADDED_ON, day)
          .onConflictDoNothing()
          .execute();
    }
  }

  Optional<Dossier> find(UUID id) {
    return sql.selectFrom(ENTRY).where(ENTRY.ID.eq(id)).fetchOptional(this::dossier);
  }

  Optional<Dossier> lock(UUID id) {
    return sql.selectFrom(ENTRY).where(ENTRY.ID.eq(id)).forUpdate().fetchOptional(this::dossier);
  }

  /** The entry that counts: a live one before a revoked one, the latest first. */
  Optional<Provider> byOrganisation(UUID organisation) {
    return sql.selectFrom(ENTRY)
        .where(ENTRY.ORGANISATION_ID.eq(organisation), ENTRY.STATE.notIn(GONE))
        .orderBy(field(ENTRY.STATE.eq(ProviderState.REVOKED.name())), ENTRY.ID.desc())
        .limit(1)
        .fetchOptional(EntryRepository::provider);
  }

  /** The last entry of an organisation, whatever became of it. */
  Optional<UUID> lastOf(UUID organisation) {
    return sql.select(ENTRY.ID)
        .from(ENTRY)
        .where(ENTRY.ORGANISATION_ID.eq(organisation))
        .orderBy(ENTRY.ID.desc())
        .limit(1)
        .fetchOptional(ENTRY.ID);
  }

  @Nullable LocalDate barredUntil(UUID organisation) {
    return sql.select(max(ENTRY.REVOKED_UNTIL))
        .from(ENTRY)
        .where(ENTRY.ORGANISATION_ID.eq(organisation))
        .fetchOne(0, LocalDate.class);
  }

  void setState(UUID id, ProviderState state) {
    sql.update(ENTRY)
        .set(ENTRY.STATE, state.name())
        .setNull(ENTRY.PAPERS_DUE)
        .set(ENTRY.VERSION, ENTRY.VERSION.plus(1))
        .where(ENTRY.ID.eq(id))
        .execute();
  }

  void setAdmitted(UUID id, LocalDate day) {
    sql.update(ENTRY)
        .set(ENTRY.STATE, ProviderState.ADMITTED.name())
        .set(ENTRY.ADMITTED_ON, day)
        .set(ENTRY.VERSION, ENTRY.VERSION.plus(1))
        .where(ENTRY.ID.eq(id))
        .execute();
  }

  void setRevoked(UUID id, LocalDate until) {
    sql.update(ENTRY)
        .set(ENTRY.STATE, ProviderState.REVOKED.name())
        .set(ENTRY.REVOKED_UNTIL, until)
        .set(ENTRY.VERSION, ENTRY.VERSION.plus(1))
        .where(ENTRY.ID.eq(id))
        .execute();
  }

  void setPapersDue(UUID id, LocalDate day) {
    sql.update(ENTRY).set(ENTRY.PAPERS_DUE, day).where(ENTRY.ID.eq(id)).execute();
  }

  void setAccount(UUID id, Provider.BankAccount account) {
    sql.update(ENTRY)
        .set(ENTRY.BANK, account.bank())
        .set(ENTRY.ACCOUNT_NUMBER, account.number())
        .set(ENTRY.ACCOUNT_HOLDER, account.holder())
        .set(ENTRY.VERSION, ENTRY.VERSION.plus(1))
        .where(ENTRY.ID.eq(id))
        .execute();
  }

  List<Providers.Card> cards(Providers.Filter filter) {
    return sql.selectFrom(ENTRY)
        .where(matches(filter))
        .orderBy(
            when(ENTRY.STATE.eq(ProviderState.UNDER_REVIEW.name()), ENTRY.APPLIED_ON)
                .asc()
                .nullsLast(),
            ENTRY.NAME.asc(),
            ENTRY.ID.asc())
        .limit(Providers.PAGE_SIZE)
        .offset((long) (filter.page() - 1) * Providers.PAGE_SIZE)
        .fetch(
            row ->
                new Providers.Card(
                    provider(row).withMaskedAccount(),
                    row.get(ENTRY.APPLIED_ON),
                    row.get(ENTRY.ADMITTED_ON),
                    row.get(ENTRY.PAPERS_DUE)));
  }

  List<Dossier> listed(Library.Search search, Set<ProviderState> states) {
    return sql.selectFrom(ENTRY)
        .where(matches(search, states))
        .orderBy(ENTRY.NAME, ENTRY.ID)
        .limit(Providers.PAGE_SIZE)
        .offset((long) (search.page() - 1) * Providers.PAGE_SIZE)
        .fetch(this::dossier);
  }

  long countListed(Library.Search search, Set<ProviderState> states) {
    return sql.fetchCount(ENTRY, matches(search, states));
  }

  private static Condition matches(Library.Search search, Set<ProviderState> states) {
    Condition wanted =
        ENTRY
            .STATE
            .in(states.stream().map(ProviderState::name).toList())
            .and(
                search.words().isEmpty()
                    ? noCondition()
                    : ENTRY
                        .NAME
                        .containsIgnoreCase(search.words())
                        .or(ENTRY.NAME_EN.containsIgnoreCase(search.words())));
    if (search.district() != null) {
      wanted =
          wanted.and(
              search.district().equals(Library.OUTSIDE)
                  ? ENTRY.DISTRICT.isNull()
                  : ENTRY.DISTRICT.eq(search.district()));
    }
    List<String> kinds =
        Arrays.stream(ProviderKind.values())
            .filter(kind -> search.kind() == null || kind == search.kind())
            .filter(kind -> !search.exempt() || kind.exempt())
            .map(ProviderKind::name)
            .toList();
    return wanted.and(ENTRY.KIND.in(kinds));
  }

  long count(Providers.Filter filter) {
    return sql.fetchCount(ENTRY, matches(filter));
  }

  /** Admitted by review, with a kind of certificate of which none is in force on the day. */
  List<UUID> withExpiredCertificate(LocalDate day) {
    return sql
        .select(ENTRY.ID)
        .from(ENTRY)
        .join(CERTIFICATE)
        .on(CERTIFICATE.ENTRY_ID.eq(ENTRY.ID))
        .where(ENTRY.STATE.eq(ProviderState.ADMITTED.name()))
        .and(ENTRY.ROUTE.eq(Dossier.Route.REVIEWED.name()))
        .groupBy(ENTRY.ID, CERTIFICATE.KIND)
        .having(max(CERTIFICATE.VALID_UNTIL).lt(day))
        .fetchSet(ENTRY.ID)
        .stream()
        .toList();
  }

  /** The first day on which one kind of certificate of the entry ends; null without any. */
  @Nullable LocalDate firstEnd(UUID id) {
    return sql.select(max(CERTIFICATE.VALID_UNTIL).as("ends"))
        .from(CERTIFICATE)
        .where(CERTIFICATE.ENTRY_ID.eq(id))
        .groupBy(CERTIFICATE.KIND)
        .orderBy(1)
        .limit(1)
        .fetchOne(0, LocalDate.class);
  }

  long toDecide(String district) {
    return sql.fetchCount(
        ENTRY,
        ENTRY.ADMITTING_DISTRICT.eq(district),
        ENTRY.STATE.eq(ProviderState.UNDER_REVIEW.name()));
  }

  private static Condition matches(Providers.Filter filter) {
    Condition wanted = ENTRY.STATE.in(filter.states().stream().map(ProviderState::name).toList());
    wanted =
        wanted.and(
            filter.district() == null
                ? noCondition()
                : ENTRY.ADMITTING_DISTRICT.eq(filter.district()));
    return wanted.and(filter.kind() == null ? noCondition() : ENTRY.KIND.eq(filter.kind().name()));
  }

  private Dossier dossier(Record row) {
    List<Certificate> certificates =
        sql.selectFrom(CERTIFICATE)
            .where(CERTIFICATE.ENTRY_ID.eq(row.get(ENTRY.ID)))
            .orderBy(CERTIFICATE.VALID_UNTIL.desc(), CERTIFICATE.NUMBER)
            .fetch(
                one ->
                    new Certificate(
                        CertificateKind.valueOf(one.get(CERTIFICATE.KIND)),
                        one.get(CERTIFICATE.NUMBER),
                        one.get(CERTIFICATE.VALID_UNTIL),
                        one.get(CERTIFICATE.DOCUMENT_ID)));
    return new Dossier(
        provider(row),
        Dossier.Route.valueOf(row.get(ENTRY.ROUTE)),
        new Contact(row.get(ENTRY.CONTACT_NAME), row.get(ENTRY.CONTACT_PHONE)),
        row.get(ENTRY.APPLIED_ON),
        row.get(ENTRY.ADMITTED_ON),
        row.get(ENTRY.PAPERS_DUE),
        row.get(ENTRY.REVOKED_UNTIL),
        certificates);
  }

  private static Provider provider(Record row) {
    return new Provider(
        row.get(ENTRY.ID),
        row.get(ENTRY.ORGANISATION_ID),
        row.get(ENTRY.NAME),
        row.get(ENTRY.NAME_EN),
        ProviderKind.valueOf(row.get(ENTRY.KIND)),
        ProviderState.valueOf(row.get(ENTRY.STATE)),
        row.get(ENTRY.DISTRICT),
        row.get(ENTRY.ADMITTING_DISTRICT),
        row.get(ENTRY.PLACE),
        new Provider.BankAccount(
            row.get(ENTRY.BANK), row.get(ENTRY.ACCOUNT_NUMBER), row.get(ENTRY.ACCOUNT_HOLDER)));
  }
}
