package io.quantong.publicnotice.web;

import java.io.Serializable;
import java.util.UUID;

/**
 * A file handed in with an objection that is not filed yet; lives in the visitor's session.
 *
 * @param id stored file
 * @param name shown
 */
record Kept(UUID id, String name) implements Serializable {}
