package io.quantong.demo.city;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instrument of a provider.
 *
 * @param code in-house code, unique: {@code p01-i003}
 * @param providerKey owner
 * @param type name, category, standards
 * @param maker who made it
 * @param model model of the maker
 * @param specs main technical data, at most 500 characters
 * @param originalValue purchase price
 * @param monthsInUse months since it was taken into use, counted back from the demo's start
 * @param researchOnly true where only research use is allowed (medical research)
 * @param dutyFree customs papers; null when duty was paid
 * @param openingHours weekly opening
 * @param slotMinutes length of one bookable slot
 * @param place building and room
 * @param keeperLogin technician in charge
 */
public record CityInstrument(
    String code,
    String providerKey,
    InstrumentType type,
    Maker maker,
    String model,
    String specs,
    Money originalValue,
    int monthsInUse,
    boolean researchOnly,
    @Nullable DutyFree dutyFree,
    List<OpeningHours> openingHours,
    int slotMinutes,
    String place,
    String keeperLogin) {

  /**
   * An invented maker.
   *
   * @param name as on the plate
   * @param nameEn English name
   * @param prefix first letters of its models
   * @param country in Chinese
   */
  public record Maker(String name, String nameEn, String prefix, String country) {}

  /**
   * Customs papers of a duty-free import.
   *
   * @param exemptionNo 12 digits
   * @param declarationNo 18 digits
   * @param networked true when networked nationally, so that outsiders may book it
   */
  public record DutyFree(String exemptionNo, String declarationNo, boolean networked) {}

  /** The day it was taken into use when the demo starts on the given day. */
  public LocalDate inUseSince(LocalDate start) {
    return start.minusMonths(monthsInUse);
  }
}
