package io.quantong.catalogue;

import io.quantong.identity.District;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names around offers, read once, from which follows under which words each is found. */
final class Wording {

  private static final Pattern TITLE = Pattern.compile("\\p{IsHan}.*", Pattern.DOTALL);

  private final List<Category> categories;
  private final Map<String, District> districts;
  private final Map<UUID, Instrument> instruments;

  Wording(List<Category> categories, List<District> districts, List<Instrument> instruments) {
    this.categories = categories;
    this.districts =
        districts.stream().collect(Collectors.toMap(District::code, Function.identity()));
    this.instruments =
        instruments.stream().collect(Collectors.toMap(Instrument::id, Function.identity()));
  }

  Set<String> categoryCodes() {
    return categories.stream().map(Category::code).collect(Collectors.toSet());
  }

  /** False when an instrument is named that is not the provider's. */
  boolean machineFits(OfferSheet sheet, UUID providerId) {
    UUID id = sheet.instrumentId();
    if (id == null) {
      return true;
    }
    Instrument machine = instruments.get(id);
    return machine != null && machine.providerId().equals(providerId);
  }

  /** Under which words an offer is found. */
  String[] tokens(OfferSheet sheet, OfferView.Seller seller) {
    List<String> names = new ArrayList<>(List.of(sheet.name(), sheet.nameEn()));
    names.addAll(sheet.keywords());
    sheet.standards().stream().map(Wording::number).forEach(names::add);
    List<String> texts = new ArrayList<>(sheet.standards());
    texts.addAll(List.of(seller.name(), seller.nameEn(), seller.place()));
    categories.stream()
        .filter(category -> sheet.category().startsWith(category.code()))
        .forEach(category -> texts.addAll(List.of(category.name(), category.nameEn())));
    District district = seller.district() == null ? null : districts.get(seller.district());
    if (district != null) {
      texts.addAll(List.of(district.name(), district.nameEn()));
    }
    Instrument machine =
        sheet.instrumentId() == null ? null : instruments.get(sheet.instrumentId());
    if (machine != null) {
      Instrument.Sheet what = machine.sheet();
      texts.addAll(List.of(what.name(), what.nameEn(), what.model(), what.maker()));
    }
    return Tokens.index(names, texts);
  }

  /** The number of a standard without its title. */
  private static String number(String standard) {
    return TITLE.matcher(standard).replaceFirst("");
  }
}
