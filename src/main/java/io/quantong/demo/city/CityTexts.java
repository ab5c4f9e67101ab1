package io.quantong.demo.city;

import java.util.List;

/**
 * Things people of the demo city write.
 *
 * @param reviews comments after a service
 * @param objections against a public notice
 * @param returnReasons for sending a claim back or cutting it
 * @param samples what is sent for testing
 * @param purposes research purposes of an order
 */
public record CityTexts(
    List<Review> reviews,
    List<String> objections,
    List<String> returnReasons,
    List<Tagged> samples,
    List<Tagged> purposes) {

  /**
   * A comment.
   *
   * @param rating 1 to 5
   * @param text short Chinese sentence
   */
  public record Review(int rating, String text) {}

  /**
   * A text of one trade.
   *
   * @param industryTag see {@link CityFirm.Industry#tag()}
   * @param text in Chinese
   */
  public record Tagged(String industryTag, String text) {}

  /** Samples of the trade, never empty for a trade of the city. */
  public List<String> samplesOf(String industryTag) {
    return of(samples, industryTag);
  }

  /** Purposes of the trade, never empty for a trade of the city. */
  public List<String> purposesOf(String industryTag) {
    return of(purposes, industryTag);
  }

  private static List<String> of(List<Tagged> all, String tag) {
    return all.stream().filter(t -> t.industryTag().equals(tag)).map(Tagged::text).toList();
  }
}
