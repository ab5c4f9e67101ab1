package io.quantong.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/**
 * Fills an empty platform, all or nothing: when it is broken off, the next start finds the bundled
 * database marked, throws it away and begins anew. Writes need not reach the disk one by one until
 * the end. A database of one's own is only ever filled, never thrown away.
 */
@Service
@ConditionalOnProperty(name = "quantong.time-machine", havingValue = "true")
public class FirstFilling {

  private final Optional<EmbeddedPostgres> bundled;

  FirstFilling(ObjectProvider<EmbeddedPostgres> bundled) {
    this.bundled = Optional.ofNullable(bundled.getIfAvailable());
  }

  /** Runs the work between mark and end; when it throws, the mark stays. */
  public void run(Runnable work) {
    try {
      if (bundled.isPresent()) {
        bundled.get().unfinished();
      }
      work.run();
      if (bundled.isPresent()) {
        bundled.get().finished();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The bundled database refused a setting", e);
    }
  }
}
