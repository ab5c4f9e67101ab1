package io.quantong.document;

import static io.quantong.document.db.Tables.FILE;

import io.quantong.document.db.tables.records.FileRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of {@code document.file}. */
@Repository
class DocumentRepository {

  private final DSLContext db;

  DocumentRepository(DSLContext db) {
    this.db = db;
  }

  void insert(StoredDocument document) {
    db.insertInto(FILE)
        .set(FILE.ID, document.id())
        .set(FILE.FILE_NAME, document.fileName())
        .set(FILE.MEDIA_TYPE, document.mediaType())
        .set(FILE.BYTES, document.bytes())
        .set(FILE.SHA256, document.sha256())
        .set(FILE.UPLOADED_BY, document.uploadedBy())
        .set(FILE.UPLOADED_AT, document.uploadedAt())
        .execute();
  }

  Map<UUID, StoredDocument> find(Collection<UUID> ids) {
    return db.selectFrom(FILE).where(FILE.ID.in(ids)).fetchMap(FILE.ID, DocumentRepository::read);
  }

  List<StoredDocument> all() {
    try (Stream<FileRecord> rows = db.selectFrom(FILE).fetchSize(1000).fetchStream()) {
      return rows.map(DocumentRepository::read).toList();
    }
  }

  private static StoredDocument read(FileRecord row) {
    return new StoredDocument(
        row.getId(),
        row.getFileName(),
        row.getMediaType(),
        row.getBytes(),
        row.getSha256(),
        row.getUploadedBy(),
        row.getUploadedAt());
  }
}
