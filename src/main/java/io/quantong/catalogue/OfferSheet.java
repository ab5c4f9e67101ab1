package io.quantong.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider states about an offer (M7); the price stands in its tariff.
 *
 * @param name Chinese name
 * @param nameEn English name
 * @param mode how it is used
 * @param basis what the price counts
 * @param category code of a {@link Category}
 * @param instrumentId the instrument booked or used; needed for instrument time
 * @param content what is done 服务内容; may be empty in a draft
 * @param process how it goes 服务流程, a line per step; may be empty in a draft
 * @param standards methods and standards, number and title
 * @param keywords further words people search for
 * @param turnaroundDays working days from the sample to the report, 0 to 730
 */
public record OfferSheet(
    String name,
    String nameEn,
    Offer.Mode mode,
    Offer.Basis basis,
    String category,
    @Nullable UUID instrumentId,
    String content,
    String process,
    List<String> standards,
    List<String> keywords,
    int turnaroundDays) {

  public OfferSheet {
    standards = List.copyOf(standards);
    keywords = List.copyOf(keywords);
  }
}
