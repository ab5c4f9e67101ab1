package io.quantong.policy.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import io.quantong.policy.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working-day calendar, for everybody to recount. */
@Controller
@RequestMapping("/policy/calendar")
class CalendarPages {

  private static final int USUAL_DAYS = 10;

  private final WorkingCalendar calendar;
  private final Clock clock;

  CalendarPages(WorkingCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  @GetMapping
  @Allow(everyone = true)
  String calendar(
      Actor actor,
      @RequestParam @Nullable Integer year,
      @RequestParam @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam @Nullable Integer days,
      Model model) {
    LocalDate today = LocalDate.now(clock);
    int shown = Years.known(year == null ? today.getYear() : year);
    Map<Integer, String> loaded = calendar.loadedYears();
    LocalDate start = from == null ? today : from;
    int count = Years.days(days == null ? USUAL_DAYS : days);
    var deadline = calendar.afterWorkingDays(start, count);
    model.addAttribute("year", shown);
    model.addAttribute("loaded", loaded);
    model.addAttribute("source", loaded.get(shown));
    model.addAttribute("view", YearView.of(calendar.year(shown)));
    model.addAttribute("mayLoad", actor.is(Role.CITY_SCIENCE) && !loaded.containsKey(shown));
    model.addAttribute("from", start);
    model.addAttribute("days", count);
    model.addAttribute("deadline", deadline);
    model.addAttribute("strip", calendar.strip(start, deadline.day(), List.of()));
    return "policy/calendar";
  }

  @PostMapping
  @Allow(Role.CITY_SCIENCE)
  String load(
      Actor actor,
      @RequestParam int year,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String lines,
      RedirectAttributes redirect) {
    calendar.load(actor, year, source, lines.lines().toList());
    redirect.addFlashAttribute("done", "policy.done.loaded");
    redirect.addAttribute("year", year);
    return "redirect:/policy/calendar";
  }
}
