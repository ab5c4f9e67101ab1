package io.quantong.document;

import io.quantong.kernel.SelfCheck;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every registered file is in the store with its registered size. */
@Component
class ContentPresent implements SelfCheck {

  private final DocumentRepository repository;
  private final FileStore store;

  ContentPresent(DocumentRepository repository, FileStore store) {
    this.repository = repository;
    this.store = store;
  }

  @Override
  public String statement() {
    return "selfcheck.document.content_present";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    return Finding.none(
        repository.all().stream().filter(d -> !store.holds(d.sha256(), d.bytes())).count());
  }
}
