package io.quantong.demo.city;

import java.util.List;

/**
 * A type of instrument or technical service.
 *
 * @param code short Latin code
 * @param category four digits, see {@link Category}
 * @param name Chinese name
 * @param nameEn English name
 * @param pinyinInitials lower-case initials of the Chinese name
 * @param keywords synonyms people search for
 * @param industries tags of the trades that use it; {@code *} means every trade
 * @param functions what it can do
 * @param standards methods, number and title
 * @param sampleTypes what may be sent
 */
public record InstrumentType(
    String code,
    String category,
    String name,
    String nameEn,
    String pinyinInitials,
    List<String> keywords,
    List<String> industries,
    String functions,
    List<String> standards,
    List<String> sampleTypes) {

  /** True when firms of the trade use it. */
  public boolean suits(String industryTag) {
    return industries.contains("*") || industries.contains(industryTag);
  }
}
