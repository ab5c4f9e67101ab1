package io.quantong.catalogue.web;

import io.quantong.catalogue.Offer;
import io.quantong.catalogue.Search;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A search as it stands in an address; what makes no sense narrows nothing. */
record SearchForm(
    @Nullable String q,
    @Nullable String category,
    @Nullable String district,
    @Nullable String mode,
    @Nullable String kind,
    @Nullable String price,
    @Nullable String sort,
    @Nullable String page) {

  Search search() {
    return new Search(
        q == null ? "" : q,
        code(category),
        code(district),
        one(Offer.Mode.values(), mode),
        code(kind),
        one(Search.Price.values(), price),
        order(),
        number(page));
  }

  private Search.Sort order() {
    Search.Sort wanted = one(Search.Sort.values(), sort);
    return wanted == null ? Search.Sort.BEST : wanted;
  }

  private static @Nullable String code(@Nullable String text) {
    return text == null || !text.matches("[A-Z0-9_]{2,40}") ? null : text;
  }

  private static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String name) {
    return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  private static int number(@Nullable String text) {
    return text == null || !text.matches("[0-9]{1,4}") ? 0 : Integer.parseInt(text);
  }
}
