package io.quantong.claim;

import static io.quantong.claim.db.Tables.PAUSE;
import static io.quantong.claim.db.Tables.RECOVERY;
import static io.quantong.claim.db.Tables.REMINDER;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.policy.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What stops and accompanies the clock: pauses, reminders, recoveries. */
@Repository
class PauseRepository {

  private final DSLContext db;

  PauseRepository(DSLContext db) {
    this.db = db;
  }

  List<Pause> pauses(UUID claimId) {
    return db.selectFrom(PAUSE)
        .where(PAUSE.CLAIM_ID.eq(claimId))
        .orderBy(PAUSE.POSITION)
        .fetch(row -> new Pause(row.getFromDay(), row.getUntilDay()));
  }

  /** What was asked for last; empty when nothing ever was. */
  Optional<String> lastAskedFor(UUID claimId) {
    return db.select(PAUSE.ASKED_FOR)
        .from(PAUSE)
        .where(PAUSE.CLAIM_ID.eq(claimId))
        .orderBy(PAUSE.POSITION.desc())
        .limit(1)
        .fetchOptional(PAUSE.ASKED_FOR);
  }

  void pause(Claim claim, LocalDate from, String askedFor) {
    db.insertInto(PAUSE)
        .set(PAUSE.CLAIM_ID, claim.id())
        .set(PAUSE.POSITION, claim.papersAsked() + 1)
        .set(PAUSE.FROM_DAY, from)
        .set(PAUSE.ASKED_FOR, askedFor)
        .execute();
  }

  void resume(UUID claimId, LocalDate until, String note) {
    db.update(PAUSE)
        .set(PAUSE.UNTIL_DAY, until)
        .set(PAUSE.NOTE, note)
        .where(PAUSE.CLAIM_ID.eq(claimId), PAUSE.UNTIL_DAY.isNull())
        .execute();
  }

  /** False when this reminder was given before. */
  boolean remind(UUID claimId, Reminder kind, LocalDate day) {
    return db.insertInto(REMINDER)
            .set(REMINDER.CLAIM_ID, claimId)
            .set(REMINDER.KIND, kind.name())
            .set(REMINDER.DAY, day)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Kinds of reminders, in the order they come. */
  enum Reminder {
    FIRST,
    SECOND,
    /** To the city. */
    ESCALATION
  }

  Optional<Recovery> recovery(UUID claimId) {
    return db.selectFrom(RECOVERY)
        .where(RECOVERY.CLAIM_ID.eq(claimId))
        .fetchOptional(
            row ->
                new Recovery(
                    Money.ofFen(row.getAmountFen()),
                    row.getReason(),
                    row.getOpenedOn(),
                    row.getClosedOn(),
                    row.getClosing()));
  }

  void openRecovery(UUID claimId, Recovery recovery, Actor actor) {
    db.insertInto(RECOVERY)
        .set(RECOVERY.CLAIM_ID, claimId)
        .set(RECOVERY.AMOUNT_FEN, recovery.amount().fen())
        .set(RECOVERY.REASON, recovery.reason())
        .set(RECOVERY.OPENED_ON, recovery.openedOn())
        .set(RECOVERY.OPENED_BY, actor.personId())
        .execute();
  }

  void closeRecovery(UUID claimId, LocalDate day, String closing, Actor actor) {
    db.update(RECOVERY)
        .set(RECOVERY.CLOSED_ON, day)
        .set(RECOVERY.CLOSED_BY, actor.personId())
        .set(RECOVERY.CLOSING, closing)
        .where(RECOVERY.CLAIM_ID.eq(claimId))
        .execute();
  }
}
