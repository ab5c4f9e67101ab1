package io.quantong.portal.web;

import io.quantong.budget.BudgetLine;
import io.quantong.budget.Budgets;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public entrance: search, estimate, how the scheme stands. */
@Controller
class HomePages {

  private final Budgets budgets;
  private final Clock clock;

  HomePages(Budgets budgets, Clock clock) {
    this.budgets = budgets;
    this.clock = clock;
  }

  @Allow(everyone = true)
  @GetMapping("/")
  String home(Model model) {
    LocalDate today = LocalDate.now(clock);
    BudgetLine whole = budgets.whole(today.getYear());
    model.addAttribute("today", today);
    model.addAttribute("whole", whole);
    model.addAttribute("issued", whole.appropriated().minus(whole.available()));
    model.addAttribute("bars", bars(whole));
    return "portal/home";
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
   * A part of the picture.
   *
   * @param kind account
   * @param amount how much
   * @param from thousandths before it
   * @param length thousandths
   */
  record Bar(String kind, Money amount, int from, int length) {}
}
