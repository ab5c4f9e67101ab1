package io.quantong.payout;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refused;
import io.quantong.payout.PayoutRefusal.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The bank's answers as they came: kept first, looked at, then recorded. */
@Service
class ResultFiles {

  private static final int LONGEST_NAME = 120;

  /** An answer older than the sending of the batch is refused by its day anyhow. */
  private static final Duration LONGEST_ANSWER = Duration.ofDays(92);

  private final ResultFileRepository repository;
  private final Clock clock;

  ResultFiles(ResultFileRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** The bytes, when there are some and not too many. */
  static byte[] checked(byte[] file) {
    if (file.length == 0) {
      throw new Refused(new PayoutRefusal(Reason.BAD_FILE));
    }
    if (file.length > ResultFile.MOST_BYTES) {
      throw new Refused(new PayoutRefusal(Reason.FILE_TOO_LARGE));
    }
    return file;
  }

  UUID keep(Actor actor, UUID batchId, String fileName, byte[] file) {
    insistNew(batchId, file);
    String bare = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
    String name = bare.isEmpty() ? "result.csv" : bare;
    Kept kept =
        new Kept(
            Ids.next(),
            batchId,
            name.substring(0, Math.min(LONGEST_NAME, name.length())),
            ResultFile.decode(checked(file)),
            null);
    repository.insert(kept, file, actor, clock.instant());
    return kept.id();
  }

  /**
   * A returned payment keeps its number when it is tried again: the old answer would answer the new
   * attempt too, and the payment be sent a third time while the bank is paying the second.
   */
  private void insistNew(UUID batchId, byte[] file) {
    Instant since = clock.instant().minus(LONGEST_ANSWER);
    if (repository.recordedElsewhere(batchId, file, since)) {
      throw new Refused(new PayoutRefusal(Reason.FILE_OF_ANOTHER_BATCH));
    }
  }

  Kept find(UUID batchId, UUID fileId) {
    return repository
        .find(fileId)
        .filter(kept -> kept.batchId().equals(batchId))
        .orElseThrow(() -> new Refused(new PayoutRefusal(Reason.UNKNOWN)));
  }

  void recorded(UUID fileId) {
    repository.recorded(fileId, clock.instant());
  }

  /**
   * A file of the bank.
   *
   * @param id identifier
   * @param batchId the batch it answers
   * @param fileName shown
   * @param text decoded; the bytes are kept as they came
   * @param recordedAt when it counted; null before
   */
  record Kept(UUID id, UUID batchId, String fileName, String text, @Nullable Instant recordedAt) {}
}
