package io.quantong.budget.web;

import io.quantong.budget.BudgetEntry;
import io.quantong.budget.BudgetLine;
import io.quantong.budget.Budgets;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Budgets for programs (M13, M14). */
@RestController
@RequestMapping("/api/v1/budgets")
@Tag(name = "budgets")
@Allow({
  Role.FINANCE_CLERK,
  Role.FINANCE_APPROVER,
  Role.DISTRICT_HANDLER,
  Role.DISTRICT_REVIEWER,
  Role.DISTRICT_HEAD,
  Role.CITY_SCIENCE,
  Role.CITY_FINANCE,
  Role.AUDITOR
})
class BudgetApi {

  private static final int MOST = 200;

  private final Budgets budgets;

  BudgetApi(Budgets budgets) {
    this.budgets = budgets;
  }

  @GetMapping
  @Operation(summary = "Where the money of each district and year stands")
  List<Line> lines(Actor actor) {
    return budgets.lines(actor).stream().map(Line::of).toList();
  }

  @GetMapping("/{district}/{year}")
  @Operation(summary = "Where the money of one district's year stands")
  Line line(Actor actor, @PathVariable String district, @PathVariable int year) {
    return Line.of(budgets.line(actor, district, year));
  }

  @GetMapping("/whole/{year}")
  @Allow(everyone = true)
  @Operation(summary = "The scheme as a whole in a year; public")
  Line whole(@PathVariable int year) {
    return Line.of(budgets.whole(year));
  }

  @GetMapping("/transfers")
  @Operation(summary = "Transfers of the ledger, newest first; page counts from zero")
  Transfers transfers(
      Actor actor,
      Search search,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    Budgets.Entries entries =
        budgets.entries(actor, search.filter(), Math.max(0, page), Math.clamp(size, 1, MOST));
    return new Transfers(entries.rows().stream().map(Movement::of).toList(), entries.total());
  }

  @PostMapping("/appropriations")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Role.FINANCE_CLERK)
  @Operation(summary = "Bring money into the clerk's own district")
  Appropriated appropriate(
      Actor actor,
      @RequestHeader(value = "Idempotency-Key", required = false) String key,
      @RequestBody NewAppropriation body) {
    Budgets.Appropriation asked =
        new Budgets.Appropriation(
            Objects.requireNonNullElse(actor.district(), ""),
            body.year(),
            Objects.requireNonNullElse(body.amount(), Money.ZERO),
            Objects.requireNonNullElse(body.documentNumber(), ""));
    return new Appropriated(budgets.appropriate(actor, asked, RequestKey.of(key)));
  }

  /** Money to bring in. */
  record NewAppropriation(int year, @Nullable Money amount, @Nullable String documentNumber) {}

  /** Identifier of an appropriation. */
  record Appropriated(String id) {}

  /** A district's year; the parts add up to what was appropriated. */
  record Line(
      String district,
      int year,
      Money appropriated,
      Money available,
      Money inLots,
      Money held,
      Money owed,
      Money payable,
      Money paid,
      Money recovery) {

    static Line of(BudgetLine line) {
      return new Line(
          line.district(),
          line.year(),
          line.appropriated(),
          line.available(),
          line.inLots(),
          line.held(),
          line.owed(),
          line.payable(),
          line.paid(),
          line.recovery());
    }
  }

  /** A page of transfers. */
  record Transfers(List<Movement> rows, long total) {}

  /** A transfer. */
  record Movement(
      long id,
      Instant at,
      String operation,
      String documentType,
      String documentId,
      String from,
      String to,
      Money amount,
      @Nullable String note) {

    static Movement of(BudgetEntry entry) {
      return new Movement(
          entry.id(),
          entry.at(),
          entry.operation(),
          entry.documentType(),
          entry.documentId(),
          entry.from(),
          entry.to(),
          entry.amount(),
          entry.note());
    }
  }
}
