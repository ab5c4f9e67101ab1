package io.quantong.publicnotice;

import io.quantong.document.Documents;
import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Files added to objections; kept by the platform, as whoever objects need not log in. */
@Service
class EvidenceFiles {

  private final Documents documents;

  EvidenceFiles(Documents documents) {
    this.documents = documents;
  }

  StoredDocument keep(String fileName, InputStream content) {
    return documents.store(Actor.system(), fileName, content);
  }

  Optional<StoredDocument> describe(Objection objection) {
    return Optional.ofNullable(objection.fileId())
        .map(id -> documents.describe(List.of(id)).getFirst());
  }

  Notices.Evidence of(Objection objection) {
    StoredDocument document =
        describe(objection).orElseThrow(() -> new Refused(NoticeRefusal.UNKNOWN));
    return new Notices.Evidence(document, documents.open(document.id()));
  }
}
