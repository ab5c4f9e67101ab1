package io.quantong.catalogue;

import static io.quantong.catalogue.db.Tables.INSTRUMENT;
import static io.quantong.catalogue.db.Tables.OFFER;
import static io.quantong.catalogue.db.Tables.SELLER;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.quantong.catalogue.Search.Price;
import io.quantong.catalogue.Search.Sort;
import io.quantong.catalogue.SearchResult.Hit;
import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

/** The two questions of a search: which page, and how many by what. */
@Repository
class SearchRepository {

  private static final Field<String> DISTRICT =
      coalesce(SELLER.DISTRICT, inline(Search.OUTSIDE)).as("district_or_outside");
  private static final Field<String> PRICE = priceRange();
  private static final Field<Integer> COUNT = count().as("offers");

  /** The first tiers find few: whole names and beginnings. */
  private static final int FEW = 2;

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
    boolean ranked = search.sort() == Sort.BEST && !wanted.near() && !wanted.tokens().isEmpty();
    return hits(ranked ? best(search, wanted) : sorted(search, wanted));
  }

  private List<UUID> sorted(Search search, Wanted wanted) {
    return shown()
        .and(fits(wanted))
        .and(chosen(search))
        .orderBy(order(search, wanted))
        .limit(Search.PAGE_SIZE)
        .offset((long) search.page() * Search.PAGE_SIZE)
        .fetch(OFFER.ID);
  }

  /**
   * First what is named so, then what begins so, then what has the words in its names, then the
   * rest. A later question is only worked on while the earlier ones do not fill the page, and each
   * can stop early; so the price of a search does not grow with what it finds.
   */
  private List<UUID> best(Search search, Wanted wanted) {
    String words = search.words();
    List<Condition> tiers =
        List.of(
            has(Tokens.wantedAsName(words)),
            has(Tokens.wantedAtBeginning(words)),
            has(Tokens.wantedInName(words)),
            noCondition());
    long most = (search.page() + 1L) * Search.PAGE_SIZE;
    Condition before = noCondition();
    Select<Record1<UUID>> all = null;
    for (Condition tier : tiers) {
      Select<Record1<UUID>> next =
          shown()
              .and(fits(wanted))
              .and(chosen(search))
              .and(tier)
              .and(before)
              .orderBy(newest(tiers.indexOf(tier) < FEW), OFFER.ID)
              .limit(most);
      all = all == null ? next : all.unionAll(next);
      before = before.and(not(tier));
    }
    Table<Record1<UUID>> found = Objects.requireNonNull(all).asTable("found");
    return sql.select(found.field(OFFER.ID))
        .from(found)
        .limit(Search.PAGE_SIZE)
        .offset((long) search.page() * Search.PAGE_SIZE)
        .fetch(Record1::value1);
  }

  /**
   * Newest first. Where few are found the order must not tempt the database to walk over everything
   * from the newest on until they turn up: no index has the order with its (absent) nulls last.
   */
  private static SortField<LocalDate> newest(boolean few) {
    SortField<LocalDate> newest = OFFER.PUBLISHED_ON.desc();
    return few ? newest.nullsLast() : newest;
  }

  private SelectConditionStep<Record1<UUID>> shown() {
    return sql.select(OFFER.ID)
        .from(OFFER)
        .join(SELLER)
        .on(SELLER.PROVIDER_ID.eq(OFFER.PROVIDER_ID))
        .where(onShow());
  }

  /** The offers in the order of their identifiers given. */
  private List<Hit> hits(List<UUID> ids) {
    Map<UUID, Hit> found =
        sql.select(
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
            .where(OFFER.ID.in(ids))
            .fetchMap(OFFER.ID, SearchRepository::hit);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  Cube cube(Wanted wanted) {
    return new Cube(
        sql.select(OFFER.CATEGORY, DISTRICT, OFFER.MODE, SELLER.KIND, PRICE, COUNT)
            .from(OFFER)
            .join(SELLER)
            .on(SELLER.PROVIDER_ID.eq(OFFER.PROVIDER_ID))
            .where(onShow(), fits(wanted))
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

  private static Condition onShow() {
    return OFFER.STATE.eq(inline(OfferState.PUBLISHED.name())).and(SELLER.ADMITTED.isTrue());
  }

  private static Condition has(String... tokens) {
    return OFFER.TOKENS.contains(tokens);
  }

  private static Condition fits(Wanted wanted) {
    if (wanted.tokens().isEmpty()) {
      return noCondition();
    }
    String[] tokens = wanted.tokens().toArray(String[]::new);
    if (!wanted.near()) {
      return has(tokens);
    }
    int half = (tokens.length + 1) / 2;
    return arrayOverlap(OFFER.TOKENS, val(tokens, OFFER.TOKENS)).and(matches(wanted).ge(half));
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
        .map(SearchRepository::one)
        .reduce(Field::add)
        .orElseGet(() -> inline(0));
  }

  private static Field<Integer> one(String token) {
    return when(has(token), inline(1)).otherwise(inline(0));
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
