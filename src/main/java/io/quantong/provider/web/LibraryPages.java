package io.quantong.provider.web;

import io.quantong.identity.District;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.provider.Library;
import io.quantong.provider.ProviderKind;
import io.quantong.provider.ProviderRefusal;
import io.quantong.provider.Providers;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The library as anyone may read it (M5). */
@Controller
@RequestMapping("/provider")
@Allow(everyone = true)
class LibraryPages {

  private final Library library;
  private final Providers providers;

  LibraryPages(Library library, Providers providers) {
    this.library = library;
    this.providers = providers;
  }

  /** What was typed into the search; every part may be missing. */
  record Find(
      @Nullable String q,
      @Nullable String district,
      @Nullable ProviderKind kind,
      @Nullable Boolean exempt) {

    /** Pages are counted from zero in addresses. */
    Library.Search search(int page) {
      String place = district == null || district.isBlank() ? null : district;
      return new Library.Search(
          q == null ? "" : q, place, kind, Boolean.TRUE.equals(exempt), page + 1);
    }
  }

  @GetMapping
  String list(Find find, @RequestParam(defaultValue = "0") int page, Locale locale, Model model) {
    Library.Search search = find.search(page);
    model.addAttribute("search", search);
    model.addAttribute("found", library.find(search));
    model.addAttribute("size", Providers.PAGE_SIZE);
    model.addAttribute("kinds", ProviderKind.values());
    model.addAttribute("outside", Library.OUTSIDE);
    model.addAttribute("places", District.names(providers.districts(), locale));
    return "provider/library";
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Locale locale, Model model) {
    model.addAttribute(
        "entry", library.entry(id).orElseThrow(() -> new Refused(ProviderRefusal.NOT_FOUND)));
    model.addAttribute("places", District.names(providers.districts(), locale));
    return "provider/entry";
  }
}
