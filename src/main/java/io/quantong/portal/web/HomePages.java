package io.quantong.portal.web;

import io.quantong.budget.BudgetLine;
import io.quantong.budget.Budgets;
import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.Search;
import io.quantong.catalogue.SearchResult;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public entrance: search, estimate, how the scheme stands. */
@Controller
class HomePages {

  private final Budgets budgets;
  private final Catalogue catalogue;
  private final Clock clock;

  HomePages(Budgets budgets, Catalogue catalogue, Clock clock) {
    this.budgets = budgets;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Allow(everyone = true)
  @GetMapping("/")
  String home(Model model, Locale locale) {
    SearchResult all = catalogue.search(Search.of(""));
    model.addAttribute("offers", all.total());
    model.addAttribute("categories", shelves(all, locale));
    LocalDate today = LocalDate.now(clock);
    BudgetLine whole = budgets.whole(today.getYear());
    model.addAttribute("today", today);
    model.addAttribute("whole", whole);
    model.addAttribute("issued", whole.appropriated().minus(whole.available()));
    model.addAttribute("bars", bars(whole));
    return "portal/home";
  }

  /** The categories of the first level that have offers, in the order of their codes. */
  private List<Shelf> shelves(SearchResult all, Locale locale) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    Map<String, Long> counts = all.facets().categories();
    return catalogue.categories().stream()
        .filter(category -> category.parent() == null && counts.containsKey(category.code()))
        .map(
            category ->
                new Shelf(
                    category.code(),
                    english ? category.nameEn() : category.name(),
                    counts.getOrDefault(category.code(), 0L)))
        .toList();
  }

  /**
   * The parts of the year's money laid end to end, from the money paid to the money not yet given
   * out.
   */
  private static List<Bar> bars(BudgetLine whole) {
    List<Bar> bars = new ArrayList<>();
    int from = 0;
    for (BudgetLine.Part part : whole.parts().reversed()) {
      if (part.amount().isPositive()) {
        bars.add(new Bar(part.kind().name(), part.amount(), from, part.permille()));
        from += part.permille();
      }
    }
    return bars;
  }

  /**
   * A category.
   *
   * @param code two digits
   * @param name in the reader's language
   * @param offers how many it has on show
   */
  record Shelf(String code, String name, long offers) {}

  /**
   * A part of the picture.
   *
   * @param kind account
   * @param amount how much
   * @param from thousandths before it
   * @param length thousandths
   */
  record Bar(String kind, Money amount, int from, int length) {}
}
