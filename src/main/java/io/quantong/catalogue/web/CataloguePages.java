package io.quantong.catalogue.web;

import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.Offer;
import io.quantong.catalogue.OfferView;
import io.quantong.catalogue.Search;
import io.quantong.catalogue.SearchResult;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What anyone may look up: results and offers (M2, M7). */
@Controller
class CataloguePages {

  private final Catalogue catalogue;
  private final FilterGroups filters;
  private final Clock clock;

  CataloguePages(Catalogue catalogue, FilterGroups filters, Clock clock) {
    this.catalogue = catalogue;
    this.filters = filters;
    this.clock = clock;
  }

  @GetMapping("/catalogue")
  @Allow(everyone = true)
  String results(Actor actor, SearchForm form, Model model) {
    Search search = form.search();
    SearchResult result = catalogue.search(search);
    model.addAttribute("search", search);
    model.addAttribute("result", result);
    model.addAttribute("groups", filters.groups(search, result.facets()));
    model.addAttribute("categories", filters.categoryNames());
    model.addAttribute("districts", filters.districtNames());
    model.addAttribute("sorts", Search.Sort.values());
    model.addAttribute("size", Search.PAGE_SIZE);
    model.addAttribute("firm", actor.is(Role.BENEFICIARY));
    return "catalogue/results";
  }

  @GetMapping("/catalogue/offer/{id}")
  @Allow(everyone = true)
  String offer(Actor actor, @PathVariable UUID id, Model model) {
    OfferView view = catalogue.view(actor, id);
    LocalDate today = LocalDate.now(clock);
    model.addAttribute("view", view);
    model.addAttribute("steps", Lines.steps(view.sheet().process()));
    model.addAttribute("category", filters.categoryNames().get(view.sheet().category()));
    model.addAttribute("districts", filters.districtNames());
    model.addAttribute("firm", actor.is(Role.BENEFICIARY));
    model.addAttribute("visitor", actor.isVisitor());
    model.addAttribute("own", actor.organisationId().equals(view.seller().organisationId()));
    model.addAttribute("time", view.offer().mode() == Offer.Mode.INSTRUMENT_TIME);
    model.addAttribute(
        "coming", view.tariff().stream().filter(price -> price.from().isAfter(today)).toList());
    return "catalogue/offer";
  }
}
