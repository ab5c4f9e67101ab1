package io.quantong.catalogue;

import io.quantong.catalogue.Search.Price;
import io.quantong.catalogue.SearchResult.Facets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many offers fit some words, by every combination of what can be chosen. All counts of a page
 * follow from it, whatever is chosen.
 *
 * @param cells one for each combination that occurs
 */
record Cube(List<Cell> cells) {

  /**
   * A combination.
   *
   * @param category four digits
   * @param district code or {@link Search#OUTSIDE}
   * @param mode name
   * @param kind name
   * @param price name
   * @param count how many
   */
  record Cell(
      String category, String district, String mode, String kind, String price, long count) {}

  private enum Side {
    CATEGORY,
    DISTRICT,
    MODE,
    KIND,
    PRICE
  }

  /** How many fit all that is chosen. */
  long total(Search search) {
    return cells.stream()
        .filter(cell -> misses(search, cell).isEmpty())
        .mapToLong(Cell::count)
        .sum();
  }

  /** Counts by each side with what is chosen on the other sides. */
  Facets facets(Search search) {
    return new Facets(
        count(search, Side.CATEGORY, Cube::addCategory),
        count(search, Side.DISTRICT, by(Cell::district)),
        count(search, Side.MODE, by(Cell::mode)),
        count(search, Side.KIND, by(Cell::kind)),
        count(search, Side.PRICE, by(Cell::price)));
  }

  private Map<String, Long> count(
      Search search, Side side, BiConsumer<Map<String, Long>, Cell> add) {
    Map<String, Long> counts = new TreeMap<>();
    for (Cell cell : cells) {
      EnumSet<Side> misses = misses(search, cell);
      misses.remove(side);
      if (misses.isEmpty()) {
        add.accept(counts, cell);
      }
    }
    return counts;
  }

  private static void addCategory(Map<String, Long> counts, Cell cell) {
    counts.merge(cell.category().substring(0, 2), cell.count(), Long::sum);
    if (cell.category().length() > 2) {
      counts.merge(cell.category(), cell.count(), Long::sum);
    }
  }

  private static BiConsumer<Map<String, Long>, Cell> by(Function<Cell, String> value) {
    return (counts, cell) -> counts.merge(value.apply(cell), cell.count(), Long::sum);
  }

  private static EnumSet<Side> misses(Search search, Cell cell) {
    EnumSet<Side> misses = EnumSet.noneOf(Side.class);
    String category = search.category();
    add(misses, Side.CATEGORY, category == null || cell.category().startsWith(category));
    add(misses, Side.DISTRICT, fits(search.district(), cell.district()));
    add(misses, Side.MODE, fits(name(search.mode()), cell.mode()));
    add(misses, Side.KIND, fits(search.kind(), cell.kind()));
    Price price = search.price();
    add(misses, Side.PRICE, fits(name(price), cell.price()));
    return misses;
  }

  private static void add(EnumSet<Side> misses, Side side, boolean fits) {
    if (!fits) {
      misses.add(side);
    }
  }

  private static boolean fits(@Nullable String chosen, String value) {
    return chosen == null || Objects.equals(chosen, value);
  }

  private static @Nullable String name(@Nullable Enum<?> chosen) {
    return chosen == null ? null : chosen.name();
  }
}
