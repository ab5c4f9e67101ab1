package io.quantong.order.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.order.Checkout;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Acts on an order for programs; each answers with the order as it then stands. */
@RestController
@RequestMapping("/api/v1/orders/{id}")
@Tag(name = "Orders")
class OrderActApi {

  private static final String KEY = "Idempotency-Key";

  private final Orders orders;

  OrderActApi(Orders orders) {
    this.orders = orders;
  }

  /** Why. */
  record Why(@Nullable String reason) {
    String text() {
      return reason == null ? "" : reason;
    }
  }

  /** An amount and why. */
  record Amount(@Nullable String amount, @Nullable String reason) {
    String why() {
      return reason == null ? "" : reason;
    }
  }

  @PostMapping("/acceptance")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @Operation(summary = "The provider takes the order")
  OrderJson.Full accept(Actor actor, @PathVariable UUID id) {
    orders.accept(actor, id);
    return now(actor, id);
  }

  @PostMapping("/decline")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @Operation(summary = "The provider declines; time and vouchers go back")
  OrderJson.Full decline(Actor actor, @PathVariable UUID id, @RequestBody Why why) {
    orders.decline(actor, id, why.text());
    return now(actor, id);
  }

  @PostMapping("/price")
  @Allow(Role.PROVIDER_MANAGER)
  @Operation(summary = "The provider proposes another price")
  OrderJson.Full reprice(Actor actor, @PathVariable UUID id, @RequestBody Amount price) {
    orders.reprice(actor, id, money(price.amount()), price.why());
    return now(actor, id);
  }

  @PostMapping("/price/split")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "The split at the proposed price, were it confirmed now; changes nothing")
  Checkout.Shown newSplit(Actor actor, @PathVariable UUID id) {
    return orders.newSplit(actor, id);
  }

  /** The split that was shown. */
  record Split(@Nullable String price, @Nullable String voucher) {}

  @PostMapping("/price/confirmation")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "The beneficiary agrees to the proposed price at exactly the split shown")
  OrderJson.Full confirmPrice(
      Actor actor,
      @PathVariable UUID id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Split split) {
    Checkout.Shown shown = new Checkout.Shown(money(split.price()), money(split.voucher()));
    orders.confirmPrice(actor, id, shown, RequestKey.of(key));
    return now(actor, id);
  }

  /** Hash of the text that was read. */
  record Signing(@Nullable String sha256) {}

  @PostMapping("/signature")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "The beneficiary signs the contract whose hash is given")
  OrderJson.Full sign(Actor actor, @PathVariable UUID id, @RequestBody Signing signing) {
    orders.sign(actor, id, signing.sha256() == null ? "" : signing.sha256());
    return now(actor, id);
  }

  /** Bank reference. */
  record Paid(@Nullable String reference) {}

  @PostMapping("/own-share")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "The beneficiary states that the own share was paid")
  OrderJson.Full payOwnShare(Actor actor, @PathVariable UUID id, @RequestBody Paid paid) {
    orders.payOwnShare(actor, id, paid.reference() == null ? "" : paid.reference());
    return now(actor, id);
  }

  /** Whether the own share came in. */
  record Receipt(@Nullable Boolean ownShareReceived) {}

  @PostMapping("/start")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @Operation(summary = "The provider signs the contract and begins")
  OrderJson.Full start(Actor actor, @PathVariable UUID id, @RequestBody Receipt receipt) {
    orders.start(actor, id, Boolean.TRUE.equals(receipt.ownShareReceived()));
    return now(actor, id);
  }

  @PostMapping("/log")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @Operation(summary = "Adds a line to the service log")
  OrderJson.Full log(Actor actor, @PathVariable UUID id, @RequestBody ProviderPages.LogForm line) {
    LogEntry entry = line.entry();
    orders.log(actor, id, entry);
    return now(actor, id);
  }

  @PostMapping(path = "/reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @Operation(summary = "Stores a file that will be part of the result")
  OrderJson.Report stage(
      Actor actor, @PathVariable UUID id, @RequestParam("file") MultipartFile file)
      throws IOException {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      var stored = orders.stage(actor, id, name == null ? "" : name, content);
      return new OrderJson.Report(stored.id(), stored.fileName(), stored.bytes(), stored.sha256());
    }
  }

  /** Files of the result. */
  record Delivery(@Nullable List<UUID> reports) {}

  @PostMapping("/delivery")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @Operation(summary = "Delivers the result")
  OrderJson.Full deliver(Actor actor, @PathVariable UUID id, @RequestBody Delivery delivery) {
    orders.deliver(actor, id, delivery.reports() == null ? List.of() : delivery.reports());
    return now(actor, id);
  }

  @PostMapping("/result-acceptance")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "The beneficiary accepts the result and rates; vouchers are captured")
  OrderJson.Full acceptResult(
      Actor actor,
      @PathVariable UUID id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Verdict verdict) {
    String comment = verdict.comment() == null ? "" : verdict.comment();
    int stars = verdict.stars() == null ? 0 : verdict.stars();
    orders.acceptResult(actor, id, new Orders.Verdict(stars, comment), RequestKey.of(key));
    return now(actor, id);
  }

  /** One to five stars and words. */
  record Verdict(@Nullable Integer stars, @Nullable String comment) {}

  @PostMapping("/dispute")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "The beneficiary disputes the result")
  OrderJson.Full dispute(Actor actor, @PathVariable UUID id, @RequestBody Why why) {
    orders.dispute(actor, id, why.text());
    return now(actor, id);
  }

  @PostMapping("/cancellation")
  @Allow({Role.BENEFICIARY, Role.PROVIDER_MANAGER})
  @Operation(summary = "Ends the order where the life cycle allows it; time and vouchers go back")
  OrderJson.Full cancel(
      Actor actor,
      @PathVariable UUID id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Why why) {
    orders.cancel(actor, id, why.text(), RequestKey.of(key));
    return now(actor, id);
  }

  @PostMapping("/refunds")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_FINANCE})
  @Operation(summary = "Refunds part or all of a completed order; the deduction is reversed first")
  OrderJson.Full refund(
      Actor actor,
      @PathVariable UUID id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Amount refund) {
    orders.refund(actor, id, money(refund.amount()), refund.why(), RequestKey.of(key));
    return now(actor, id);
  }

  private OrderJson.Full now(Actor actor, UUID id) {
    return OrderJson.Full.of(orders.view(actor, id));
  }

  private static Money money(@Nullable String text) {
    return WishForm.money(text == null ? "" : text);
  }
}
