package io.quantong.operation;

import static io.quantong.operation.db.Tables.REQUEST;

import io.quantong.operation.db.tables.records.RequestRecord;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class RequestRepository {

  private final DSLContext dsl;

  RequestRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** True when the key is new; waits while another transaction holds the same key. */
  boolean begin(UUID person, String key, String operation, String bodyHash, Instant at) {
    return dsl.insertInto(REQUEST)
            .set(REQUEST.PERSON_ID, person)
            .set(REQUEST.KEY, key)
            .set(REQUEST.OPERATION, operation)
            .set(REQUEST.BODY_HASH, bodyHash)
            .set(REQUEST.AT, at)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void finish(UUID person, String key, String answer) {
    dsl.update(REQUEST)
        .set(REQUEST.ANSWER, answer)
        .where(REQUEST.PERSON_ID.eq(person), REQUEST.KEY.eq(key))
        .execute();
  }

  RequestRecord find(UUID person, String key) {
    return dsl.selectFrom(REQUEST)
        .where(REQUEST.PERSON_ID.eq(person), REQUEST.KEY.eq(key))
        .fetchSingle();
  }
}
