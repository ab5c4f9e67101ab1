package io.quantong.demo.city;

import io.quantong.catalogue.Offer;
import io.quantong.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a firm can order; content, process and price are always stated (M7).
 *
 * @param key unique: {@code p01-o007}
 * @param providerKey who offers it
 * @param instrumentCode the instrument booked or used; null for services
 * @param type name, category, keywords, standards
 * @param name Chinese name
 * @param nameEn English name
 * @param mode how it is used
 * @param price what it costs
 * @param content what is done
 * @param steps how it goes, in order
 * @param deliveryDays working days from the sample to the report
 * @param quantities what one order usually counts
 * @param exclusion why vouchers cannot pay for it
 */
public record CityOffer(
    String key,
    String providerKey,
    @Nullable String instrumentCode,
    InstrumentType type,
    String name,
    String nameEn,
    Offer.Mode mode,
    Price price,
    String content,
    List<String> steps,
    int deliveryDays,
    Quantities quantities,
    Exclusion exclusion) {

  /**
   * A price.
   *
   * @param basis what one unit is
   * @param unit price of one unit
   */
  public record Price(Offer.Basis basis, Money unit) {}

  /**
   * Usual units in one order, so that orders cost about 12,000 yuan on average.
   *
   * @param from at least, from 1
   * @param until at most, inclusive
   */
  public record Quantities(int from, int until) {}

  /** Why an offer cannot be paid with vouchers, or needs a research purpose. */
  public enum Exclusion {
    /** Vouchers may be used. */
    NONE,
    /** Vouchers may be used; research purposes only. */
    RESEARCH_ONLY,
    /** 法定检验: refused. */
    STATUTORY,
    /** 批次或常规质量检验: refused. */
    BATCH_QC
  }

  /** The process as one text, a numbered line per step. */
  public String process() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(steps.get(i));
    }
    return text.toString();
  }
}
