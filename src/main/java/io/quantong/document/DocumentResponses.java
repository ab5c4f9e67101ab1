package io.quantong.document;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with a stored file so that no browser runs anything in it. Whoever answers has checked
 * access before.
 */
public final class DocumentResponses {

  private static final Set<String> SHOWABLE =
      Set.of(MediaTypeSniffer.PDF, MediaTypeSniffer.PNG, MediaTypeSniffer.JPEG);

  private DocumentResponses() {}

  /** The file to be saved. */
  public static ResponseEntity<Resource> download(StoredDocument document, InputStream content) {
    return answer(
        document, content, ContentDisposition.attachment(), "sandbox; default-src 'none'");
  }

  /**
   * The file to be looked at in a frame of our own pages: PDF and pictures; any other type is
   * answered as a download. The built-in PDF viewers do not run inside a sandbox, so that policy is
   * reduced to loading nothing.
   */
  public static ResponseEntity<Resource> inline(StoredDocument document, InputStream content) {
    if (!SHOWABLE.contains(document.mediaType())) {
      return download(document, content);
    }
    return answer(
        document,
        content,
        ContentDisposition.inline(),
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self';"
            + " frame-ancestors 'self'");
  }

  private static ResponseEntity<Resource> answer(
      StoredDocument document, InputStream content, ContentDisposition.Builder how, String policy) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .contentLength(document.bytes())
        .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().noTransform())
        .eTag("\"" + document.sha256() + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            how.filename(document.fileName(), StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Content-Security-Policy", policy)
        .body(new InputStreamResource(content));
  }
}
