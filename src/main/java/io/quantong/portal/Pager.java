package io.quantong.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Links to the pages of a list.
 *
 * @param from number of the first row shown, counted from one
 * @param to number of the last row shown
 * @param total rows on all pages
 * @param before link to the page before, or null
 * @param after link to the page after, or null
 * @param links some pages around the one shown, and the first and last
 */
record Pager(
    long from,
    long to,
    long total,
    @Nullable String before,
    @Nullable String after,
    List<Link> links) {

  private static final int AROUND = 2;

  /**
   * Pages of a list.
   *
   * @param page counted from zero
   * @param size rows on a page
   * @param total rows on all pages
   * @param href link to a page counted from zero
   */
  static Pager of(int page, int size, long total, IntFunction<String> href) {
    int last = Math.toIntExact(Math.max(0, (total - 1) / size));
    int here = Math.clamp(page, 0, last);
    List<Link> links = new ArrayList<>();
    int shown = -1;
    for (int i = 0; i <= last; i++) {
      if (i == 0 || i == last || Math.abs(i - here) <= AROUND) {
        links.add(new Link(i + 1, href.apply(i), i == here, i - shown > 1));
        shown = i;
      }
    }
    return new Pager(
        total == 0 ? 0 : (long) here * size + 1,
        Math.min(total, (here + 1L) * size),
        total,
        here == 0 ? null : href.apply(here - 1),
        here == last ? null : href.apply(here + 1),
        links);
  }

  /**
   * A page.
   *
   * @param number counted from one
   * @param href where
   * @param current the page shown
   * @param gap pages are left out before it
   */
  record Link(int number, String href, boolean current, boolean gap) {}
}
