package io.quantong.catalogue;

import io.quantong.catalogue.Offer.Mode;
import io.quantong.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Every part narrows; null narrows nothing.
 *
 * @param words what was typed; only the first 100 characters count
 * @param category code of two or four digits
 * @param district six-digit code of the provider's district, or {@link #OUTSIDE}
 * @param mode how the offer is used
 * @param kind of provider, a name of {@link io.quantong.provider.ProviderKind}
 * @param price of one unit
 * @param sort order of the results
 * @param page counted from zero
 */
public record Search(
    String words,
    @Nullable String category,
    @Nullable String district,
    @Nullable Mode mode,
    @Nullable String kind,
    @Nullable Price price,
    Sort sort,
    int page) {

  /** Stands for every district outside the city. */
  public static final String OUTSIDE = "OUTSIDE";

  /** Results on one page. */
  public static final int PAGE_SIZE = 20;

  private static final int LONGEST = 100;
  private static final int LAST_PAGE = 500;

  public Search {
    words = words.strip();
    words = words.substring(0, Math.min(LONGEST, words.length()));
    page = Math.clamp(page, 0, LAST_PAGE);
  }

  /** A search for words alone. */
  public static Search of(String words) {
    return new Search(words, null, null, null, null, null, Sort.BEST, 0);
  }

  /** Order of results. */
  public enum Sort {
    BEST,
    CHEAPEST,
    DEAREST,
    FASTEST
  }

  /** Ranges of unit prices. */
  public enum Price {
    UNDER_500(0, 500),
    UNDER_2000(500, 2_000),
    UNDER_10000(2_000, 10_000),
    ABOVE(10_000, 1_000_001);

    private final long fromYuan;
    private final long belowYuan;

    Price(long fromYuan, long belowYuan) {
      this.fromYuan = fromYuan;
      this.belowYuan = belowYuan;
    }

    /** Least price in the range. */
    public Money from() {
      return Money.yuan(fromYuan);
    }

    /** The range ends before this price. */
    public Money below() {
      return Money.yuan(belowYuan);
    }
  }
}
