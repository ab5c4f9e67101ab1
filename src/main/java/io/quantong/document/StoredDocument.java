package io.quantong.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored file.
 *
 * @param id identifier
 * @param fileName as uploaded, path parts removed
 * @param mediaType found by content: {@code application/pdf}, {@code image/png} …
 * @param bytes size
 * @param sha256 lower-case hexadecimal hash of the content
 * @param uploadedBy person
 * @param uploadedAt when
 */
public record StoredDocument(
    UUID id,
    String fileName,
    String mediaType,
    long bytes,
    String sha256,
    UUID uploadedBy,
    Instant uploadedAt) {}
