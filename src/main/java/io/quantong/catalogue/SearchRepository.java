package io.quantong.catalogue;

import static io.quantong.catalogue.db.Tables.INSTRUMENT;
import static io.quantong.catalogue.db.Tables.OFFER;
import static io.quantong.catalogue.db.Tables.SELLER;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.quantong.catalogue.Search.Price;
import io.quantong.catalogue.SearchResult.Hit;
import io.quantong.kernel.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The two questions of a search: which page, and how many by what. */
@Repository
class SearchRepository {

  private static final Field<String> DISTRICT =
      coalesce(SELLER.DISTRICT, inline(Search.OUTSIDE)).as("district_or_outside");
  private static final Field<String> PRICE = priceRange();
  private static final Field<Integer> COUNT = count().as("offers");

  private final DSLContext sql;

  SearchRepository(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * What offers must be indexed under.
   *
   * @param tokens all wanted; none for everything
   * @param near true when half of them will do
   */
  record Wanted(List<String> tokens, boolean near) {}

  List<Hit> page(Search search, Wanted wanted) {
    return sql.select(
            OFFER.ID,
            OFFER.NAME,
            OFFER.NAME_EN,
            OFFER.MODE,
            OFFER.BASIS,
            OFFER.UNIT_PRICE_FEN,
            OFFER.CONTENT,
            OFFER.PROCESS,
            OFFER.INSTRUMENT_ID,
            OFFER.CATEGORY,
            OFFER.TURNAROUND_DAYS,
            OFFER.STANDARDS,
            INSTRUMENT.MODEL)
        .select(SELLER.fields())
        .from(OFFER)
        .join(SELLER)
        .on(SELLER.PROVIDER_ID.eq(OFFER.PROVIDER_ID))
        .leftJoin(INSTRUMENT)
        .on(INSTRUMENT.ID.eq(OFFER.INSTRUMENT_ID))
        .where(fits(wanted), chosen(search))
        .orderBy(order(search, wanted))
        .limit(Search.PAGE_SIZE)
        .offset(search.page() * Search.PAGE_SIZE)
        .fetch(SearchRepository::hit);
  }

  Cube cube(Wanted wanted) {
    return new Cube(
        sql.select(OFFER.CATEGORY, DISTRICT, OFFER.MODE, SELLER.KIND, PRICE, COUNT)
            .from(OFFER)
            .join(SELLER)
            .on(SELLER.PROVIDER_ID.eq(OFFER.PROVIDER_ID))
            .where(fits(wanted))
            .groupBy(OFFER.CATEGORY, SELLER.DISTRICT, OFFER.MODE, SELLER.KIND, PRICE)
            .fetch(
                row ->
                    new Cube.Cell(
                        row.get(OFFER.CATEGORY),
                        row.get(DISTRICT),
                        row.get(OFFER.MODE),
                        row.get(SELLER.KIND),
                        row.get(PRICE),
                        row.get(COUNT))));
  }

  private static Condition fits(Wanted wanted) {
    Condition shown =
        OFFER.STATE.eq(inline(OfferState.PUBLISHED.name())).and(SELLER.ADMITTED.isTrue());
    if (wanted.tokens().isEmpty()) {
      return shown;
    }
    String[] tokens = wanted.tokens().toArray(String[]::new);
    if (!wanted.near()) {
      return shown.and(OFFER.TOKENS.contains(tokens));
    }
    int half = (tokens.length + 1) / 2;
    return shown
        .and(arrayOverlap(OFFER.TOKENS, val(tokens, OFFER.TOKENS)))
        .and(matches(wanted).ge(half));
  }

  private static Condition chosen(Search search) {
    Condition chosen = noCondition();
    String category = search.category();
    if (category != null) {
      chosen = chosen.and(OFFER.CATEGORY.startsWith(category));
    }
    String district = search.district();
    if (Search.OUTSIDE.equals(district)) {
      chosen = chosen.and(SELLER.DISTRICT.isNull());
    } else if (district != null) {
      chosen = chosen.and(SELLER.DISTRICT.eq(district));
    }
    Offer.Mode mode = search.mode();
    chosen = mode == null ? chosen : chosen.and(OFFER.MODE.eq(mode.name()));
    String kind = search.kind();
    chosen = kind == null ? chosen : chosen.and(SELLER.KIND.eq(kind));
    Price price = search.price();
    if (price != null) {
      chosen =
          chosen
              .and(OFFER.UNIT_PRICE_FEN.ge(price.from().fen()))
              .and(OFFER.UNIT_PRICE_FEN.lt(price.below().fen()));
    }
    return chosen;
  }

  private static List<OrderField<?>> order(Search search, Wanted wanted) {
    List<OrderField<?>> order = new ArrayList<>();
    switch (search.sort()) {
      case BEST -> {
        if (wanted.near()) {
          order.add(matches(wanted).desc());
        }
        if (!wanted.tokens().isEmpty()) {
          order.add(distance(search.words()).asc());
        }
        order.add(OFFER.PUBLISHED_ON.desc());
      }
      case CHEAPEST -> order.add(OFFER.UNIT_PRICE_FEN.asc());
      case DEAREST -> order.add(OFFER.UNIT_PRICE_FEN.desc());
      case FASTEST -> order.add(OFFER.TURNAROUND_DAYS.asc());
    }
    order.add(OFFER.ID.asc());
    return order;
  }

  /** How many of the wanted words an offer has. */
  private static Field<Integer> matches(Wanted wanted) {
    return wanted.tokens().stream()
        .map(token -> has(token))
        .reduce(Field::add)
        .orElseGet(() -> inline(0));
  }

  private static Field<Integer> has(String token) {
    return when(OFFER.TOKENS.contains(new String[] {token}), inline(1)).otherwise(inline(0));
  }

  /** How far the words are from the name: 0 is the name or a keyword itself, 4 is elsewhere. */
  private static Field<Integer> distance(String words) {
    return Tokens.words(words).stream()
        .map(SearchRepository::distanceOf)
        .reduce(Field::add)
        .orElseGet(() -> inline(0));
  }

  private static Field<Integer> distanceOf(String word) {
    return when(OFFER.NAME.equalIgnoreCase(word), inline(0))
        .when(OFFER.KEYWORDS.contains(new String[] {word}), inline(0))
        .when(OFFER.NAME.startsWithIgnoreCase(word), inline(1))
        .when(OFFER.NAME.containsIgnoreCase(word), inline(2))
        .when(OFFER.NAME_EN.containsIgnoreCase(word), inline(2))
        .otherwise(inline(4));
  }

  private static Field<String> priceRange() {
    Price[] ranges = Price.values();
    CaseConditionStep<String> step = null;
    for (Price range : Arrays.copyOf(ranges, ranges.length - 1)) {
      Condition below = OFFER.UNIT_PRICE_FEN.lt(inline(range.below().fen()));
      Field<String> name = inline(range.name());
      step = step == null ? when(below, name) : step.when(below, name);
    }
    Field<String> last = inline(ranges[ranges.length - 1].name());
    return (step == null ? last : step.otherwise(last)).as("price_range");
  }

  private static Hit hit(Record row) {
    OfferView.Seller seller = SellerRepository.seller(row);
    Offer offer =
        new Offer(
            row.get(OFFER.ID),
            seller.providerId(),
            seller.name(),
            row.get(OFFER.NAME),
            row.get(OFFER.NAME_EN),
            Offer.Mode.valueOf(row.get(OFFER.MODE)),
            Offer.Basis.valueOf(row.get(OFFER.BASIS)),
            Money.ofFen(row.get(OFFER.UNIT_PRICE_FEN)),
            row.get(OFFER.CONTENT),
            row.get(OFFER.PROCESS),
            row.get(OFFER.INSTRUMENT_ID),
            true);
    return new Hit(
        offer,
        row.get(OFFER.CATEGORY),
        row.get(OFFER.TURNAROUND_DAYS),
        List.of(row.get(OFFER.STANDARDS)),
        row.get(INSTRUMENT.MODEL),
        seller);
  }
}
