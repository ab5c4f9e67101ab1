package io.quantong.catalogue.web;

import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.Category;
import io.quantong.catalogue.Offer;
import io.quantong.catalogue.Search;
import io.quantong.catalogue.SearchResult.Facets;
import io.quantong.identity.District;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What can be chosen beside the results, with how many each choice would give. */
@Component
class FilterGroups {

  private final Catalogue catalogue;
  private final MessageSource texts;

  FilterGroups(Catalogue catalogue, MessageSource texts) {
    this.catalogue = catalogue;
    this.texts = texts;
  }

  /**
   * One side of a search.
   *
   * @param parameter in the address
   * @param title for people
   * @param choices most useful first
   * @param narrowed true when something is chosen on this side
   * @param all address that chooses nothing on this side
   */
  record Group(
      String parameter, String title, List<Choice> choices, boolean narrowed, String all) {}

  /**
   * One choice.
   *
   * @param text for people
   * @param count how many it would give
   * @param chosen true when it is chosen
   * @param below true for the second level
   * @param href address that chooses it
   */
  record Choice(String text, long count, boolean chosen, boolean below, String href) {}

  List<Group> groups(Search search, Facets facets) {
    return List.of(
        categories(search, facets.categories()),
        districts(search, facets.districts()),
        named(
            new Side(search, "mode", name(search.mode())),
            names(Offer.Mode.values()),
            facets.modes(),
            "catalogue.mode."),
        named(
            new Side(search, "price", name(search.price())),
            names(Search.Price.values()),
            facets.prices(),
            "catalogue.price_range."),
        named(
            new Side(search, "kind", search.kind()),
            List.copyOf(facets.kinds().keySet()),
            facets.kinds(),
            "catalogue.kind."));
  }

  /** Names of categories by code in the reader's language. */
  Map<String, String> categoryNames() {
    return catalogue.categories().stream()
        .collect(Collectors.toMap(Category::code, one -> english() ? one.nameEn() : one.name()));
  }

  /** Names of districts by code in the reader's language, with the word for outside. */
  Map<String, String> districtNames() {
    Map<String, String> names = new HashMap<>();
    for (District one : catalogue.districts()) {
      names.put(one.code(), english() ? one.nameEn() : one.name());
    }
    names.put(Search.OUTSIDE, text("catalogue.district.outside"));
    return names;
  }

  /** Words for the values of an enumeration, by name. */
  Map<String, String> named(Enum<?>[] values, String prefix) {
    Map<String, String> named = new LinkedHashMap<>();
    for (Enum<?> value : values) {
      named.put(value.name(), text(prefix + value.name()));
    }
    return named;
  }

  String text(String key) {
    return texts.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  private Group categories(Search search, Map<String, Long> counts) {
    Map<String, String> names = categoryNames();
    String chosen = search.category();
    String top = chosen == null ? null : chosen.substring(0, 2);
    Side side = new Side(search, "category", chosen);
    List<Choice> choices = new ArrayList<>();
    counts.forEach(
        (code, count) -> {
          boolean below = code.length() > 2;
          if (!below || code.substring(0, 2).equals(top)) {
            choices.add(side.choice(code, names.getOrDefault(code, code), count, below));
          }
        });
    return group(side, choices);
  }

  private Group districts(Search search, Map<String, Long> counts) {
    Map<String, String> names = districtNames();
    Side side = new Side(search, "district", search.district());
    List<Choice> choices = new ArrayList<>();
    counts.forEach(
        (code, count) ->
            choices.add(side.choice(code, names.getOrDefault(code, code), count, false)));
    return group(side, choices);
  }

  private Group named(Side side, List<String> order, Map<String, Long> counts, String prefix) {
    List<Choice> choices = new ArrayList<>();
    for (String value : order) {
      Long count = counts.get(value);
      if (count != null) {
        choices.add(side.choice(value, text(prefix + value), count, false));
      }
    }
    return group(side, choices);
  }

  private Group group(Side side, List<Choice> choices) {
    return new Group(
        side.parameter(),
        text("catalogue.filter." + side.parameter()),
        choices,
        side.chosen() != null,
        side.href(null));
  }

  /** One side of a search and the addresses that choose on it; the page begins anew. */
  private record Side(Search search, String parameter, @Nullable String chosen) {

    Choice choice(String value, String text, long count, boolean below) {
      return new Choice(text, count, value.equals(chosen), below, href(value));
    }

    String href(@Nullable String value) {
      UriComponentsBuilder address = UriComponentsBuilder.fromPath("/catalogue");
      put(address, "q", search.words().isEmpty() ? null : search.words());
      put(address, "category", search.category());
      put(address, "district", search.district());
      put(address, "mode", name(search.mode()));
      put(address, "price", name(search.price()));
      put(address, "kind", search.kind());
      put(address, "sort", search.sort() == Search.Sort.BEST ? null : search.sort().name());
      if (value == null) {
        address.replaceQueryParam(parameter);
      } else {
        put(address, parameter, value);
      }
      return address.encode().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable String value) {
      if (value != null) {
        address.replaceQueryParam(name, value);
      }
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static boolean english() {
    return LocaleContextHolder.getLocale().getLanguage().equals("en");
  }
}
