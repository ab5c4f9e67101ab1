package io.quantong.operation;

import static io.quantong.operation.db.Tables.CLOCK;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class ClockRepository {

  private final DSLContext dsl;

  ClockRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  long offsetSeconds() {
    return dsl.select(CLOCK.OFFSET_SECONDS).from(CLOCK).fetchSingle(CLOCK.OFFSET_SECONDS);
  }

  void storeOffset(long seconds) {
    dsl.update(CLOCK).set(CLOCK.OFFSET_SECONDS, seconds).execute();
  }
}
