package io.quantong.document;

import io.quantong.kernel.Actor;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Files: checked by content, stored once by hash, never changed. */
@Service
public class Documents {

  /**
   * Stores a file. Type is judged by content; refused when too large, empty or of a type not
   * allowed.
   */
  public StoredDocument store(Actor actor, String fileName, InputStream content) {
    throw new IllegalStateException();
  }

  /** What is known of files, in the order asked; access is the caller's business. */
  public List<StoredDocument> describe(Collection<UUID> ids) {
    throw new IllegalStateException();
  }

  /** The bytes of a file; access is the caller's business. */
  public InputStream open(UUID id) {
    throw new IllegalStateException();
  }
}
