package io.quantong.portal;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in words, fit to be kept until the next page.
 *
 * @param code machine-readable
 * @param message cause and next step, in the reader's language
 * @param field name of the form field at fault, or null
 */
record Reason(String code, String message, @Nullable String field) implements Serializable {}
