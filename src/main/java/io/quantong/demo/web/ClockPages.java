package io.quantong.demo.web;

import io.quantong.demo.DemoClock;
import io.quantong.kernel.Allow;
import io.quantong.operation.TimeMachine.Work;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The time machine: shows the platform's day and moves it forward. */
@Controller
@Profile("demo")
class ClockPages {

  private final DemoClock clock;
  private final MessageSource messages;

  ClockPages(DemoClock clock, MessageSource messages) {
    this.clock = clock;
    this.messages = messages;
  }

  /**
   * A line of what happened.
   *
   * @param day platform day
   * @param text what the job does
   * @param moved documents it moved
   * @param failed true when it broke off
   */
  record Line(LocalDate day, String text, int moved, boolean failed) {}

  @Allow(everyone = true)
  @GetMapping("/demo/clock")
  String clock(@RequestParam @Nullable LocalDate since, Locale locale, Model model) {
    LocalDate today = clock.today();
    LocalDate notice = clock.afterNextNotice().orElse(null);
    model.addAttribute("today", today);
    model.addAttribute("noticeEnd", notice);
    model.addAttribute(
        "noticeDays", notice == null ? null : ChronoUnit.DAYS.between(today, notice));
    model.addAttribute("mostDays", DemoClock.MOST_DAYS);
    @Nullable LocalDate moved = since != null && since.isBefore(today) ? since : null;
    model.addAttribute("since", moved);
    model.addAttribute("lines", moved == null ? List.of() : lines(moved, locale));
    return "demo/clock";
  }

  @Allow(everyone = true)
  @PostMapping("/demo/clock")
  String forward(@RequestParam LocalDate from, @RequestParam(defaultValue = "0") int days) {
    clock.forward(from, days);
    return "redirect:/demo/clock?since=" + from;
  }

  private List<Line> lines(LocalDate since, Locale locale) {
    return clock.workSince(since).stream()
        .map(work -> new Line(work.day(), text(work, locale), work.moved(), work.failed()))
        .toList();
  }

  private String text(Work work, Locale locale) {
    String words = messages.getMessage("demo.job." + work.job(), null, work.job(), locale);
    return words == null ? work.job() : words;
  }
}
