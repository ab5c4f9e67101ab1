package io.quantong.catalogue.web;

import io.quantong.catalogue.Offer;
import io.quantong.catalogue.OfferSheet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer as typed; what cannot be read becomes a value the facade refuses beside its field. */
record OfferForm(
    @Nullable String name,
    @Nullable String nameEn,
    @Nullable String mode,
    @Nullable String basis,
    @Nullable String category,
    @Nullable String instrument,
    @Nullable String content,
    @Nullable String process,
    @Nullable String standards,
    @Nullable String keywords,
    @Nullable String turnaround) {

  OfferSheet sheet() {
    return new OfferSheet(
        text(name),
        text(nameEn),
        one(Offer.Mode.values(), mode, Offer.Mode.SAMPLE_TEST),
        one(Offer.Basis.values(), basis, Offer.Basis.SAMPLE),
        text(category),
        id(instrument),
        text(content),
        text(process),
        Lines.of(standards),
        Lines.words(keywords),
        number(turnaround));
  }

  /** The form of an offer that exists. */
  static OfferForm of(OfferSheet sheet) {
    UUID machine = sheet.instrumentId();
    return new OfferForm(
        sheet.name(),
        sheet.nameEn(),
        sheet.mode().name(),
        sheet.basis().name(),
        sheet.category(),
        machine == null ? "" : machine.toString(),
        sheet.content(),
        sheet.process(),
        String.join("\n", sheet.standards()),
        String.join("\n", sheet.keywords()),
        Integer.toString(sheet.turnaroundDays()));
  }

  /** An empty form. */
  static OfferForm empty() {
    OfferSheet nothing =
        new OfferSheet(
            "",
            "",
            Offer.Mode.SAMPLE_TEST,
            Offer.Basis.SAMPLE,
            "",
            null,
            "",
            "",
            List.of(),
            List.of(),
            7);
    return of(nothing);
  }

  static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").strip();
  }

  static int number(@Nullable String typed) {
    String bare = text(typed);
    return bare.matches("[0-9]{1,6}") ? Integer.parseInt(bare) : -1;
  }

  static @Nullable UUID id(@Nullable String typed) {
    String bare = text(typed);
    return bare.matches("[0-9a-fA-F-]{36}") ? UUID.fromString(bare) : null;
  }

  private static <E extends Enum<E>> E one(E[] values, @Nullable String name, E otherwise) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(otherwise);
  }
}
