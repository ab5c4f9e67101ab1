package io.quantong.identity;

import java.time.Instant;

/**
 * A credit commitment as signed (M15).
 *
 * @param version of the text
 * @param signedBy name of the person
 * @param signedAt when
 */
public record Commitment(int version, String signedBy, Instant signedAt) {}
