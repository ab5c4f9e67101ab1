package io.quantong.voucher.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.voucher.Application;
import io.quantong.voucher.Vouchers;
import io.quantong.voucher.Vouchers.Decision;
import io.quantong.voucher.Vouchers.IssuedTotal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Vouchers as JSON. */
@RestController
@RequestMapping("/api/v1/vouchers")
@Tag(name = "Vouchers", description = "Application, lots, eligibility, estimate, decisions")
class VoucherApi {

  private static final String KEY = "Idempotency-Key";
  private static final int PAGE_SIZE = 100;

  private final Vouchers vouchers;

  VoucherApi(Vouchers vouchers) {
    this.vouchers = vouchers;
  }

  @GetMapping
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "The lots of the caller's organisation, first-expiring first")
  List<LotJson> mine(Actor actor) {
    return vouchers.lots(actor, actor.organisationId()).stream().map(LotJson::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "Applies for a lot; issued at once or refused with every reason")
  LotJson apply(
      Actor actor,
      @RequestBody ApplyForm form,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    Application issued = vouchers.apply(actor, form.request(), RequestKey.of(key));
    return LotJson.of(vouchers.lot(actor, issued.id()).lot());
  }

  @GetMapping("/eligibility")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "What the caller's organisation may get now, rule by rule")
  EligibilityJson eligibility(Actor actor) {
    return EligibilityJson.of(vouchers.eligibility(actor));
  }

  @GetMapping("/applications")
  @Allow(Role.BENEFICIARY)
  @Operation(summary = "The last applications of the caller's organisation, newest first")
  List<ApplicationJson> applications(Actor actor) {
    return vouchers.applications(actor).stream().map(ApplicationJson::of).toList();
  }

  @GetMapping("/estimate")
  @Allow(everyone = true)
  @Operation(summary = "What an organisation of a size may get and what it pays of a price")
  EstimateJson estimate(@ModelAttribute EstimateForm form, @RequestParam String district) {
    return EstimateJson.of(vouchers.estimate(form.request(district)));
  }

  @GetMapping("/issued")
  @Allow({
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.FINANCE_CLERK,
    Role.FINANCE_APPROVER,
    Role.CITY_SCIENCE,
    Role.CITY_FINANCE,
    Role.AUDITOR
  })
  @Operation(summary = "A page of the lots issued, newest first, with totals of the filter")
  Issued issued(Actor actor, FilterForm form, @RequestParam(defaultValue = "0") int page) {
    int number = Math.clamp(page, 0, 10_000);
    return new Issued(
        vouchers.issuedTotal(actor, form.filter()),
        vouchers.issued(actor, form.filter(), number, PAGE_SIZE).stream()
            .map(issued -> LotJson.of(issued.lot()))
            .toList());
  }

  @GetMapping("/{lot}")
  @Allow({
    Role.BENEFICIARY,
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.FINANCE_CLERK,
    Role.FINANCE_APPROVER,
    Role.CITY_SCIENCE,
    Role.CITY_FINANCE,
    Role.AUDITOR
  })
  @Operation(summary = "A lot with what orders took of it")
  LotDetailJson lot(Actor actor, @PathVariable UUID lot) {
    return LotDetailJson.of(vouchers.lot(actor, lot));
  }

  @PostMapping("/{lot}/freeze")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  @Operation(summary = "Stops a lot while something is looked into")
  LotDetailJson freeze(
      Actor actor,
      @PathVariable UUID lot,
      @RequestBody Why why,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    vouchers.freeze(actor, why.decision(lot), RequestKey.of(key));
    return lot(actor, lot);
  }

  @PostMapping("/{lot}/unfreeze")
  @Allow({Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD})
  @Operation(summary = "Lets a frozen lot be spent again")
  LotDetailJson unfreeze(
      Actor actor,
      @PathVariable UUID lot,
      @RequestBody Why why,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    vouchers.unfreeze(actor, why.decision(lot), RequestKey.of(key));
    return lot(actor, lot);
  }

  @PostMapping("/{lot}/revoke")
  @Allow(Role.DISTRICT_HEAD)
  @Operation(summary = "Takes the free part of a lot back for good")
  LotDetailJson revoke(
      Actor actor,
      @PathVariable UUID lot,
      @RequestBody Why why,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    vouchers.revoke(actor, why.decision(lot), RequestKey.of(key));
    return lot(actor, lot);
  }

  /**
   * A page of lots.
   *
   * @param total of the whole filter
   * @param lots of the page
   */
  record Issued(IssuedTotal total, List<LotJson> lots) {}

  /**
   * Why something is decided.
   *
   * @param reason 4 to 500 characters
   */
  record Why(@Nullable String reason) {
    Decision decision(UUID lot) {
      return new Decision(lot, reason == null ? "" : reason);
    }
  }
}
