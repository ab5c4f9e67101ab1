package io.quantong.demo.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.kernel.Trace;
import io.quantong.policy.DayBox;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows every component with examples; the accessibility test runs over it. */
@Controller
@Profile({"demo", "test"})
class GalleryPages {

  private final Clock clock;

  GalleryPages(Clock clock) {
    this.clock = clock;
  }

  @Allow(everyone = true)
  @GetMapping("/demo/components")
  String gallery(Model model) {
    model.addAttribute("options", options());
    model.addAttribute("boxes", boxes());
    model.addAttribute("events", events());
    model.addAttribute("trace", trace());
    model.addAttribute("total", Money.yuan(16_800));
    model.addAttribute("voucher", Money.yuan(13_400));
    model.addAttribute("own", Money.yuan(3_400));
    model.addAttribute("today", LocalDate.now(clock));
    return "demo/components";
  }

  /** Refuses always, so that one sees what a refusal looks like. */
  @Allow(everyone = true)
  @PostMapping("/demo/components/refuse")
  String refuse() {
    throw new Refused(List.of(Example.NAME, Example.AMOUNT, Example.WHOLE));
  }

  @Allow(everyone = true)
  @PostMapping("/demo/components/accept")
  String accept(RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", "gallery.done");
    return "redirect:/demo/components";
  }

  private static Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("a", "杭州湾实验室");
    options.put("b", "轻纺检测中心");
    options.put("c", "Textile testing centre");
    return options;
  }

  private static Trace trace() {
    return Trace.of("gallery.trace.full", "¥10,000.00", "100%", "¥10,000.00")
        .and("gallery.trace.half", "¥6,800.00", "50%", "¥3,400.00");
  }

  private List<DayBox> boxes() {
    List<DayBox> boxes = new ArrayList<>();
    LocalDate day = LocalDate.of(2026, 9, 24);
    int counted = 0;
    for (DayBox.Kind kind :
        List.of(
            DayBox.Kind.WORKDAY,
            DayBox.Kind.HOLIDAY,
            DayBox.Kind.WEEKEND,
            DayBox.Kind.MAKEUP_WORKDAY,
            DayBox.Kind.WORKDAY,
            DayBox.Kind.PAUSED,
            DayBox.Kind.WORKDAY)) {
      boolean counts = kind == DayBox.Kind.WORKDAY || kind == DayBox.Kind.MAKEUP_WORKDAY;
      String name = kind == DayBox.Kind.HOLIDAY ? "中秋节" : null;
      boxes.add(new DayBox(day, kind, name, counts ? ++counted : 0));
      day = day.plusDays(1);
    }
    return boxes;
  }

  private List<DomainEvent> events() {
    Actor clerk =
        new Actor(Actor.NOBODY, "周敏", Actor.NOBODY, "越城区科技局", null, Set.of(Role.DISTRICT_HANDLER));
    return List.of(event("BEGIN", Actor.system(), null), event("DECIDE", clerk, "发票金额与合同一致，材料齐全。"));
  }

  private DomainEvent event(String name, Actor actor, @Nullable String reason) {
    return new DomainEvent(
        "gallery",
        "1",
        name,
        null,
        "DONE",
        actor,
        clock.instant(),
        reason,
        1L,
        Map.of("amount", "¥13,400.00"));
  }

  private enum Example implements Refusal {
    NAME("name"),
    AMOUNT("amount"),
    WHOLE(null);

    private final @Nullable String field;

    Example(@Nullable String field) {
      this.field = field;
    }

    @Override
    public String code() {
      return "gallery.refusal." + name();
    }

    @Override
    public @Nullable String field() {
      return field;
    }
  }
}
