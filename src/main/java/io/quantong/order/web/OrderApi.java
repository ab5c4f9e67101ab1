package io.quantong.order.web;

import io.quantong.document.DocumentResponses;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.order.Checkout;
import io.quantong.order.OrderDetail;
import io.quantong.order.OrderRefusal;
import io.quantong.order.OrderState;
import io.quantong.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quotes, orders and their papers for programs. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders", description = "Checkout and orders (M2)")
class OrderApi {

  private final Orders orders;

  OrderApi(Orders orders) {
    this.orders = orders;
  }

  /**
   * What is wanted.
   *
   * @param quantity samples, items or hours; one when missing
   * @param useVoucher true when missing
   */
  record Wish(
      @Nullable UUID offerId,
      @Nullable Integer quantity,
      @Nullable LocalDateTime start,
      @Nullable LocalDateTime end,
      @Nullable Boolean useVoucher) {
    Checkout.Wish read() {
      if (offerId == null) {
        throw unknown();
      }
      return new Checkout.Wish(
          offerId, quantity == null ? 1 : quantity, start, end, useVoucher == null || useVoucher);
    }
  }

  /** An order to be placed at the split that was quoted. */
  record Placement(
      @Nullable Wish wish,
      @Nullable String sample,
      @Nullable String purpose,
      @Nullable Boolean declared,
      @Nullable String price,
      @Nullable String voucher) {
    Checkout.Placement read() {
      if (wish == null) {
        throw unknown();
      }
      return new Checkout.Placement(
          wish.read(),
          text(sample),
          text(purpose),
          Boolean.TRUE.equals(declared),
          new Checkout.Shown(WishForm.money(text(price)), WishForm.money(text(voucher))));
    }
  }

  @PostMapping("/quotes")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "What an order would cost and every reason against it; changes nothing")
  OrderJson.Quote quote(Actor actor, @RequestBody Wish wish) {
    return OrderJson.Quote.of(orders.quote(actor, wish.read()));
  }

  @PostMapping
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "Places an order and holds the vouchers, at exactly the split quoted")
  ResponseEntity<OrderJson.Summary> place(
      Actor actor,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Placement placement) {
    var placed = orders.place(actor, placement.read(), RequestKey.of(key));
    return ResponseEntity.created(URI.create("/api/v1/orders/" + placed.id()))
        .body(OrderJson.Summary.of(placed));
  }

  @GetMapping
  @Allow
  @Operation(summary = "A page of the orders the caller may see from a side")
  OrderJson.Listing list(
      Actor actor,
      @RequestParam Orders.Side side,
      @RequestParam(defaultValue = "") Set<OrderState> state,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size) {
    return OrderJson.Listing.of(orders.list(actor, new Orders.Filter(side, state, page, size)));
  }

  @GetMapping("/{id}")
  @Allow
  @Operation(summary = "An order, what is next in it, and what the caller may do now")
  OrderJson.Full order(Actor actor, @PathVariable UUID id) {
    return OrderJson.Full.of(orders.view(actor, id));
  }

  @GetMapping(path = "/{id}/contract", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  @Allow
  @Operation(summary = "The text of the newest contract; its hash is in the order")
  String contract(Actor actor, @PathVariable UUID id) {
    OrderDetail.Contract contract = orders.view(actor, id).detail().contract();
    if (contract == null) {
      throw unknown();
    }
    return contract.text();
  }

  @GetMapping("/{id}/reports/{document}")
  @Allow
  @Operation(summary = "A file of the result")
  ResponseEntity<Resource> report(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
    Orders.ReportFile found = orders.report(actor, id, document);
    return DocumentResponses.download(found.file(), found.content());
  }

  private static Refused unknown() {
    return new Refused(OrderRefusal.of(OrderRefusal.Reason.UNKNOWN));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
