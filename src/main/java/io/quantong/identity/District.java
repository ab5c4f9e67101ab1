package io.quantong.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of GB/T 2260 that takes part.
 *
 * @param code six digits
 * @param name Chinese name
 * @param nameEn English name
 * @param parent code of the city; null for the city itself
 */
public record District(String code, String name, String nameEn, @Nullable String parent) {

  /** Names by code, in the order given, in the reader's language. */
  public static Map<String, String> names(List<District> districts, Locale locale) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    Map<String, String> names = new LinkedHashMap<>();
    districts.forEach(place -> names.put(place.code(), english ? place.nameEn() : place.name()));
    return names;
  }
}
