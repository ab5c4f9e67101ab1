package io.quantong.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A category of the catalogue.
 *
 * @param code two digits, or four for the second level
 * @param name Chinese name
 * @param nameEn English name
 */
public record Category(String code, String name, String nameEn) {

  /** Code of the level above; null at the top. */
  public @Nullable String parent() {
    return code.length() > 2 ? code.substring(0, 2) : null;
  }
}
