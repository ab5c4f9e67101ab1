package io.quantong.operation;

import static io.quantong.operation.db.Tables.JOB_RUN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JobRepository {

  private final DSLContext dsl;

  JobRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The last day from which on every earlier day of the job is done. */
  Optional<LocalDate> lastDone(String job) {
    LocalDate undone =
        dsl.select(DSL.min(JOB_RUN.DAY))
            .from(JOB_RUN)
            .where(JOB_RUN.JOB.eq(job), JOB_RUN.STATE.ne("DONE"))
            .fetchOne(DSL.min(JOB_RUN.DAY));
    if (undone != null) {
      return Optional.of(undone.minusDays(1));
    }
    return Optional.ofNullable(
        dsl.select(DSL.max(JOB_RUN.DAY))
            .from(JOB_RUN)
            .where(JOB_RUN.JOB.eq(job), JOB_RUN.STATE.eq("DONE"))
            .fetchOne(DSL.max(JOB_RUN.DAY)));
  }

  /** Takes the right to run; false while somebody else runs it or when it is done. */
  boolean claim(String job, LocalDate day, Instant now, Instant staleBefore) {
    return dsl.insertInto(JOB_RUN)
            .set(JOB_RUN.JOB, job)
            .set(JOB_RUN.DAY, day)
            .set(JOB_RUN.STATE, "RUNNING")
            .set(JOB_RUN.STARTED_AT, now)
            .onConflict(JOB_RUN.JOB, JOB_RUN.DAY)
            .doUpdate()
            .set(JOB_RUN.STATE, "RUNNING")
            .set(JOB_RUN.STARTED_AT, now)
            .where(
                JOB_RUN
                    .STATE
                    .eq("FAILED")
                    .or(JOB_RUN.STATE.eq("RUNNING").and(JOB_RUN.STARTED_AT.lt(staleBefore))))
            .execute()
        == 1;
  }

  void done(String job, LocalDate day, int moved, Instant now) {
    dsl.update(JOB_RUN)
        .set(JOB_RUN.STATE, "DONE")
        .set(JOB_RUN.MOVED, moved)
        .set(JOB_RUN.FINISHED_AT, now)
        .setNull(JOB_RUN.ERROR)
        .where(JOB_RUN.JOB.eq(job), JOB_RUN.DAY.eq(day))
        .execute();
  }

  void failed(String job, LocalDate day, String error, Instant now) {
    dsl.update(JOB_RUN)
        .set(JOB_RUN.STATE, "FAILED")
        .set(JOB_RUN.FINISHED_AT, now)
        .set(JOB_RUN.ERROR, error)
        .where(JOB_RUN.JOB.eq(job), JOB_RUN.DAY.eq(day))
        .execute();
  }

  /** Days up to the given one on which the job began and is not done. */
  long countUndone(List<String> jobs, LocalDate before) {
    return dsl.fetchCount(
        JOB_RUN, JOB_RUN.JOB.in(jobs).and(JOB_RUN.DAY.lt(before)).and(JOB_RUN.STATE.ne("DONE")));
  }

  long countDone(List<String> jobs, LocalDate day) {
    return dsl.fetchCount(
        JOB_RUN, JOB_RUN.JOB.in(jobs).and(JOB_RUN.DAY.eq(day)).and(JOB_RUN.STATE.eq("DONE")));
  }

  /** Runs after one day and up to another that moved something or failed. */
  List<TimeMachine.Work> between(LocalDate after, LocalDate upTo) {
    return dsl.select(JOB_RUN.DAY, JOB_RUN.JOB, JOB_RUN.MOVED, JOB_RUN.STATE)
        .from(JOB_RUN)
        .where(JOB_RUN.DAY.gt(after), JOB_RUN.DAY.le(upTo))
        .and(JOB_RUN.MOVED.gt(0).or(JOB_RUN.STATE.eq("FAILED")))
        .orderBy(JOB_RUN.DAY, JOB_RUN.STARTED_AT)
        .fetch(
            row ->
                new TimeMachine.Work(
                    row.value1(), row.value2(), row.value3(), row.value4().equals("FAILED")));
  }
}
