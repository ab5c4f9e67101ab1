package io.quantong.catalogue.web;

import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.CatalogueDesk;
import io.quantong.catalogue.Category;
import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.Offer;
import io.quantong.catalogue.OfferSheet;
import io.quantong.catalogue.OfferState;
import io.quantong.catalogue.OfferView;
import io.quantong.catalogue.Search;
import io.quantong.catalogue.SearchResult;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offers as JSON. */
@RestController
@RequestMapping("/api/v1/offers")
@Tag(name = "Offers", description = "Instruments and services that can be ordered")
class OfferApi {

  private final Catalogue catalogue;
  private final CatalogueDesk desk;

  OfferApi(Catalogue catalogue, CatalogueDesk desk) {
    this.catalogue = catalogue;
    this.desk = desk;
  }

  /** An answer that names what was made. */
  record Made(UUID id) {}

  /** A price from a day on. */
  record PriceBody(Money unitPrice, LocalDate from) {

    /** Without both the body cannot be read. */
    PriceBody {
      Objects.requireNonNull(unitPrice);
      Objects.requireNonNull(from);
    }
  }

  /** Why something is done. */
  record ReasonBody(String reason) {

    /** No reason is an empty one, which the facade refuses in words. */
    ReasonBody {
      reason = Objects.requireNonNullElse(reason, "");
    }
  }

  /** All about an offer. */
  record Whole(
      Offer offer,
      OfferState state,
      OfferSheet sheet,
      OfferView.Seller seller,
      @Nullable Instrument instrument,
      List<OfferView.Price> tariff) {}

  /** A page of results. */
  record Page(
      List<SearchResult.Hit> offers,
      long total,
      int page,
      int size,
      boolean near,
      SearchResult.Facets facets) {}

  @GetMapping
  @Allow(everyone = true)
  @Operation(summary = "Search offers on show by words, category, district, mode, kind and price")
  Page search(SearchForm form) {
    Search search = form.search();
    SearchResult found = catalogue.search(search);
    return new Page(
        found.hits(), found.total(), search.page(), Search.PAGE_SIZE, found.near(), found.facets());
  }

  @GetMapping("/{id}")
  @Allow(everyone = true)
  @Operation(summary = "An offer with content, process, tariff, provider and instrument")
  Whole offer(Actor actor, @PathVariable UUID id) {
    OfferView view = catalogue.view(actor, id);
    return new Whole(
        view.offer(), view.state(), view.sheet(), view.seller(), view.instrument(), view.tariff());
  }

  @GetMapping("/categories")
  @Allow(everyone = true)
  @Operation(summary = "The tree of categories")
  List<Category> categories() {
    return catalogue.categories();
  }

  @PostMapping
  @Allow(Role.PROVIDER_MANAGER)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begin an offer; it may be incomplete until it is published")
  Made draft(
      Actor actor,
      @RequestBody OfferSheet sheet,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Made(desk.draft(actor, sheet, RequestKey.of(key)));
  }

  @PutMapping("/{id}")
  @Allow(Role.PROVIDER_MANAGER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Change what an offer states")
  void edit(Actor actor, @PathVariable UUID id, @RequestBody OfferSheet sheet) {
    desk.edit(actor, id, sheet);
  }

  @PostMapping("/{id}/price")
  @Allow(Role.PROVIDER_MANAGER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Set the price from a day on")
  void price(Actor actor, @PathVariable UUID id, @RequestBody PriceBody body) {
    desk.price(actor, id, body.unitPrice(), body.from());
  }

  @PostMapping("/{id}/publish")
  @Allow(Role.PROVIDER_MANAGER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Put a complete offer on show")
  void publish(Actor actor, @PathVariable UUID id) {
    desk.publish(actor, id);
  }

  @PostMapping("/{id}/withdraw")
  @Allow(Role.PROVIDER_MANAGER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take an offer off")
  void withdraw(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    desk.withdraw(actor, id, body.reason());
  }
}
