package io.quantong.provider;

import static io.quantong.provider.db.Tables.DRAFT;

import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Application.CertificateKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of certificates that are not yet part of an entry. */
@Repository
class DraftRepository {

  private final DSLContext sql;

  DraftRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The same certificate again takes the place of the one before. */
  void insert(UUID id, UUID organisation, Certificate certificate, LocalDate day) {
    sql.deleteFrom(DRAFT)
        .where(
            DRAFT.ORGANISATION_ID.eq(organisation),
            DRAFT.KIND.eq(certificate.kind().name()),
            DRAFT.NUMBER.eq(certificate.number()),
            DRAFT.VALID_UNTIL.eq(certificate.validUntil()))
        .execute();
    sql.insertInto(DRAFT)
        .set(DRAFT.ID, id)
        .set(DRAFT.ORGANISATION_ID, organisation)
        .set(DRAFT.KIND, certificate.kind().name())
        .set(DRAFT.NUMBER, certificate.number())
        .set(DRAFT.VALID_UNTIL, certificate.validUntil())
        .set(DRAFT.DOCUMENT_ID, certificate.documentId())
        .set(DRAFT.ADDED_ON, day)
        .execute();
  }

  List<Papers.Draft> of(UUID organisation) {
    return sql.selectFrom(DRAFT)
        .where(DRAFT.ORGANISATION_ID.eq(organisation))
        .orderBy(DRAFT.ID)
        .fetch(
            row ->
                new Papers.Draft(
                    row.getId(),
                    new Certificate(
                        CertificateKind.valueOf(row.getKind()),
                        row.getNumber(),
                        row.getValidUntil(),
                        row.getDocumentId())));
  }

  Set<UUID> documentsOf(UUID organisation) {
    return sql.select(DRAFT.DOCUMENT_ID)
        .from(DRAFT)
        .where(DRAFT.ORGANISATION_ID.eq(organisation))
        .fetchSet(DRAFT.DOCUMENT_ID);
  }

  void delete(UUID organisation, UUID id) {
    sql.deleteFrom(DRAFT).where(DRAFT.ORGANISATION_ID.eq(organisation), DRAFT.ID.eq(id)).execute();
  }

  void clear(UUID organisation) {
    sql.deleteFrom(DRAFT).where(DRAFT.ORGANISATION_ID.eq(organisation)).execute();
  }
}
