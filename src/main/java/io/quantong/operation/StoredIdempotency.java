package io.quantong.operation;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Idempotency;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.operation.db.tables.records.RequestRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps key and answer in the same transaction as the work they stand for. */
@Component
class StoredIdempotency implements Idempotency {

  private final RequestRepository requests;
  private final Clock clock;

  StoredIdempotency(RequestRepository requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public String once(
      Actor actor, String operation, RequestKey key, Object body, Supplier<String> work) {
    String hash = hash(operation, body);
    if (requests.begin(actor.personId(), key.value(), operation, hash, clock.instant())) {
      String answer = work.get();
      requests.finish(actor.personId(), key.value(), answer);
      return answer;
    }
    RequestRecord first = requests.find(actor.personId(), key.value());
    if (!first.getBodyHash().equals(hash)) {
      throw new Refused(RequestKey.KeyRefusal.KEY_REUSED);
    }
    return first.getAnswer();
  }

  private static String hash(String operation, Object body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] text = (operation + '\n' + body).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
