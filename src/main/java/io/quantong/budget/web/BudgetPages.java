package io.quantong.budget.web;

import io.quantong.budget.Account;
import io.quantong.budget.BudgetLine;
import io.quantong.budget.BudgetRefusal;
import io.quantong.budget.Budgets;
import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the money of each district and year stands (M13). */
@Controller
@RequestMapping("/budget")
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
class BudgetPages {

  private static final int PAGE_SIZE = 50;

  private final Budgets budgets;
  private final Identities identities;

  BudgetPages(Budgets budgets, Identities identities) {
    this.budgets = budgets;
    this.identities = identities;
  }

  @GetMapping
  String overview(
      Actor actor,
      @RequestParam(required = false) @Nullable Integer year,
      Locale locale,
      Model model) {
    List<BudgetLine> all = budgets.lines(actor);
    int shown = year == null ? budgets.yearNow() : year;
    List<BudgetLine> lines = all.stream().filter(line -> line.year() == shown).toList();
    SortedSet<Integer> years = new TreeSet<>();
    all.forEach(line -> years.add(line.year()));
    years.add(budgets.yearNow());
    model.addAttribute("year", shown);
    model.addAttribute("years", years.reversed());
    model.addAttribute("lines", lines);
    model.addAttribute("whole", whole(actor, lines, shown));
    model.addAttribute("appropriates", actor.is(Role.FINANCE_CLERK));
    model.addAttribute("yearOptions", yearOptions());
    model.addAttribute("places", names(locale));
    return "budget/overview";
  }

  @PostMapping("/appropriation")
  @Allow(Role.FINANCE_CLERK)
  String appropriate(Actor actor, Asked asked, RedirectAttributes redirect) {
    budgets.appropriate(actor, asked.of(actor), RequestKey.of(asked.key()));
    redirect.addFlashAttribute("done", "budget.done.appropriated");
    return "redirect:/budget?year=" + asked.year();
  }

  @GetMapping("/transfers")
  String transfers(
      Actor actor,
      Search search,
      @RequestParam(defaultValue = "0") int page,
      Locale locale,
      Model model) {
    int number = Math.max(0, page);
    Budgets.Entries entries = budgets.entries(actor, search.filter(), number, PAGE_SIZE);
    model.addAttribute("entries", entries);
    model.addAttribute("search", search);
    model.addAttribute("page", number);
    model.addAttribute("size", PAGE_SIZE);
    model.addAttribute("kinds", Account.Kind.values());
    model.addAttribute("wide", actor.readsAllDistricts());
    model.addAttribute("places", names(locale));
    return "budget/transfers";
  }

  @GetMapping("/account")
  String account(
      Actor actor,
      @RequestParam String code,
      @RequestParam(defaultValue = "0") int page,
      Locale locale,
      Model model) {
    Account account =
        Account.parse(code).orElseThrow(() -> new Refused(BudgetRefusal.Typed.UNKNOWN_ACCOUNT));
    int number = Math.max(0, page);
    model.addAttribute("account", account);
    model.addAttribute("entries", budgets.account(actor, code, number, PAGE_SIZE));
    model.addAttribute("page", number);
    model.addAttribute("size", PAGE_SIZE);
    model.addAttribute("places", names(locale));
    return "budget/account";
  }

  private BudgetLine whole(Actor actor, List<BudgetLine> lines, int year) {
    if (actor.readsAllDistricts()) {
      return budgets.whole(year);
    }
    return lines.isEmpty()
        ? budgets.line(actor, Objects.requireNonNullElse(actor.district(), ""), year)
        : lines.getFirst();
  }

  private Map<String, String> yearOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    int now = budgets.yearNow();
    for (int year : List.of(now, now + 1, now - 1)) {
      options.put(Integer.toString(year), Integer.toString(year));
    }
    return options;
  }

  /** What is typed into the form of an appropriation. */
  record Asked(
      int year, @Nullable Money amount, @Nullable String documentNumber, @Nullable String key) {

    Budgets.Appropriation of(Actor actor) {
      return new Budgets.Appropriation(
          Objects.requireNonNullElse(actor.district(), ""),
          year,
          Objects.requireNonNullElse(amount, Money.ZERO),
          Objects.requireNonNullElse(documentNumber, ""));
    }
  }

  private Map<String, String> names(Locale locale) {
    return District.names(identities.districts(), locale);
  }
}
