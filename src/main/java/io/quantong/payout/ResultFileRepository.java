package io.quantong.payout;

import static io.quantong.payout.db.Tables.RESULT_FILE;

import io.quantong.kernel.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class ResultFileRepository {

  private final DSLContext dsl;

  ResultFileRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void insert(ResultFiles.Kept kept, byte[] file, Actor actor, Instant now) {
    dsl.insertInto(RESULT_FILE)
        .set(RESULT_FILE.ID, kept.id())
        .set(RESULT_FILE.BATCH_ID, kept.batchId())
        .set(RESULT_FILE.FILE_NAME, kept.fileName())
        .set(RESULT_FILE.CONTENT, file)
        .set(RESULT_FILE.UPLOADED_BY, actor.personId())
        .set(RESULT_FILE.UPLOADED_BY_NAME, actor.personName())
        .set(RESULT_FILE.UPLOADED_AT, now)
        .execute();
  }

  Optional<ResultFiles.Kept> find(UUID id) {
    return dsl.selectFrom(RESULT_FILE)
        .where(RESULT_FILE.ID.eq(id))
        .fetchOptional(
            row ->
                new ResultFiles.Kept(
                    row.getId(),
                    row.getBatchId(),
                    row.getFileName(),
                    ResultFile.decode(row.getContent()),
                    row.getRecordedAt()));
  }

  /** True when another batch has recorded the very same bytes since a moment. */
  boolean recordedElsewhere(UUID batchId, byte[] file, Instant since) {
    return dsl.fetchExists(
        RESULT_FILE,
        RESULT_FILE.RECORDED_AT.ge(since),
        RESULT_FILE.BATCH_ID.ne(batchId),
        RESULT_FILE.CONTENT.eq(file));
  }

  /** The first time counts. */
  void recorded(UUID id, Instant now) {
    dsl.update(RESULT_FILE)
        .set(RESULT_FILE.RECORDED_AT, now)
        .where(RESULT_FILE.ID.eq(id), RESULT_FILE.RECORDED_AT.isNull())
        .execute();
  }
}
