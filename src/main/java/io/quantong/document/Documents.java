package io.quantong.document;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Refused;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files: checked by content, stored once by hash, never changed (M3). */
@Service
public class Documents {

  private final DocumentRepository repository;
  private final FileStore store;
  private final Clock clock;

  Documents(DocumentRepository repository, FileStore store, Clock clock) {
    this.repository = repository;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Stores a file. Type is judged by content; refused when too large, empty or of a type not
   * allowed. The content is on disk before the row is written; when the caller's transaction fails
   * the content stays behind unnamed, which harms nobody.
   *
   * @throws Refused with {@link DocumentRefusal}
   */
  @Transactional
  public StoredDocument store(Actor actor, String fileName, InputStream content) {
    if (actor.isVisitor()) {
      throw new Refused(Actor.AccessRefusal.ROLE);
    }
    String name = FileNames.sanitise(fileName);
    FileStore.Stored stored = store.put(name, content);
    StoredDocument document =
        new StoredDocument(
            Ids.next(),
            name,
            stored.mediaType(),
            stored.bytes(),
            stored.sha256(),
            actor.personId(),
            clock.instant());
    repository.insert(document);
    return document;
  }

  /**
   * What is known of files, in the order asked; access is the caller's business.
   *
   * @throws NoSuchElementException when one is unknown
   */
  @Transactional(readOnly = true)
  public List<StoredDocument> describe(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, StoredDocument> found = repository.find(ids);
    return ids.stream().map(id -> known(found, id)).toList();
  }

  /** What is known of those of the files that exist; access is the caller's business. */
  @Transactional(readOnly = true)
  public Collection<StoredDocument> existing(Collection<UUID> ids) {
    return repository.find(ids).values();
  }

  /**
   * The bytes of a file, to be closed by the caller; access is the caller's business.
   *
   * @throws NoSuchElementException when it is unknown
   */
  @Transactional(readOnly = true)
  public InputStream open(UUID id) {
    return store.open(known(repository.find(List.of(id)), id).sha256());
  }

  private static StoredDocument known(Map<UUID, StoredDocument> found, UUID id) {
    StoredDocument document = found.get(id);
    if (document == null) {
      throw new NoSuchElementException("file " + id);
    }
    return document;
  }
}
