package io.quantong.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param hits one page
 * @param total on all pages
 * @param facets how many there would be by each choice, the other choices kept
 * @param near true when nothing had all the words and these have at least half of them
 */
public record SearchResult(List<Hit> hits, long total, Facets facets, boolean near) {

  public SearchResult {
    hits = List.copyOf(hits);
  }

  /**
   * An offer found.
   *
   * @param offer what
   * @param category code
   * @param turnaroundDays working days to the result
   * @param standards methods and standards
   * @param model of the instrument; null without one
   * @param seller who
   */
  public record Hit(
      Offer offer,
      String category,
      int turnaroundDays,
      List<String> standards,
      @Nullable String model,
      OfferView.Seller seller) {
    public Hit {
      standards = List.copyOf(standards);
    }

    /**
     * The standard that shows why the offer was found: the first with all the words, otherwise the
     * first of all; null without any.
     */
    public @Nullable String standardFor(String words) {
      List<String> wanted = List.of(Tokens.wanted(words));
      return standards.stream()
          .filter(standard -> List.of(Tokens.index(List.of(standard))).containsAll(wanted))
          .findFirst()
          .orElse(standards.isEmpty() ? null : standards.getFirst());
    }
  }

  /**
   * Counts by value, only values with any.
   *
   * @param categories by codes of two and of four digits
   * @param districts by code and {@link Search#OUTSIDE}
   * @param modes by name
   * @param kinds by name
   * @param prices by name
   */
  public record Facets(
      Map<String, Long> categories,
      Map<String, Long> districts,
      Map<String, Long> modes,
      Map<String, Long> kinds,
      Map<String, Long> prices) {}
}
