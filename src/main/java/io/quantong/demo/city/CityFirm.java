package io.quantong.demo.city;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firm, a sole trader or an entrepreneur.
 *
 * @param key {@code f0001} and up for firms, {@code e0001} and up for entrepreneurs
 * @param kind enterprise or entrepreneur
 * @param name invented name
 * @param nameEn English name
 * @param unifiedCode 91… or, for sole traders, 92…; null for entrepreneurs
 * @param district six digits
 * @param industry its trade
 * @param size figures for eligibility; zero for entrepreneurs
 * @param legalRepresentative used by the related-party rule
 * @param contact name of the contact person
 * @param phone fictitious
 * @param address invented
 * @param dishonest true when it is on a dishonesty list and must be refused
 * @param venture the project of an entrepreneur; null for firms
 * @param people one or two persons who log in for it
 */
public record CityFirm(
    String key,
    OrganisationKind kind,
    String name,
    String nameEn,
    @Nullable String unifiedCode,
    String district,
    Industry industry,
    Size size,
    PersonName legalRepresentative,
    PersonName contact,
    String phone,
    String address,
    boolean dishonest,
    @Nullable Venture venture,
    List<CityPerson> people) {

  /**
   * A trade of one district.
   *
   * @param code short Latin code
   * @param tag links to instrument types, samples and purposes
   * @param name Chinese name
   * @param nameEn English name
   */
  public record Industry(String code, String tag, String name, String nameEn) {}

  /**
   * The size of a firm.
   *
   * @param staff insured employees
   * @param sales last year's sales
   * @param assets total assets
   */
  public record Size(int staff, Money sales, Money assets) {

    /** True when one figure is above 500 staff, 200 M yuan sales or 200 M yuan assets. */
    public boolean aboveDefaultLimits() {
      Money limit = Money.yuan(200_000_000);
      return staff > 500 || sales.compareTo(limit) > 0 || assets.compareTo(limit) > 0;
    }
  }

  /**
   * What an entrepreneur works on.
   *
   * @param incubator name of the incubator
   * @param project title of the project
   */
  public record Venture(String incubator, String project) {}

  /** True for a sole trader (个体工商户). */
  public boolean soleTrader() {
    return unifiedCode != null && unifiedCode.startsWith("92");
  }
}
