package io.quantong.policy.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.policy.Policy;
import io.quantong.policy.PolicyRefusal;
import io.quantong.policy.web.RulesView.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules in force, for everybody, and the form by which an office sets them. */
@Controller
@RequestMapping("/policy")
class PolicyPages {

  private final Policies policies;
  private final Clock clock;

  PolicyPages(Policies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  @GetMapping
  @Allow(everyone = true)
  String rules(
      Actor actor,
      @RequestParam @Nullable String district,
      @RequestParam @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      Model model) {
    LocalDate today = LocalDate.now(clock);
    LocalDate shown = day == null ? today : day;
    String place = place(actor, district);
    String city = policies.city(place);
    List<Row> rows =
        policies.inForce(place, shown).stream().map(row -> Row.of(row, city, shown)).toList();
    model.addAttribute("places", policies.districts());
    model.addAttribute("place", place);
    model.addAttribute("city", city);
    model.addAttribute("day", shown);
    model.addAttribute("today", today);
    model.addAttribute("version", policies.at(place, shown).version());
    model.addAttribute("groups", RulesView.byClause(rows));
    model.addAttribute(
        "history", policies.history(place).stream().map(row -> Row.of(row, city, today)).toList());
    model.addAttribute("maySet", policies.maySet(actor, place));
    model.addAttribute("parameters", Parameter.values());
    return "policy/rules";
  }

  /** Histories and explanations name a version. */
  @GetMapping(params = "version")
  @Allow(everyone = true)
  String named(@RequestParam long version) {
    return "redirect:/policy/version/" + version;
  }

  @PostMapping
  @Allow({Role.CITY_SCIENCE, Role.DISTRICT_HEAD})
  String set(
      Actor actor,
      @ModelAttribute PolicyForm form,
      @RequestParam @Nullable String key,
      RedirectAttributes redirect) {
    Policies.Change change = form.change();
    policies.set(actor, change, RequestKey.of(key));
    redirect.addFlashAttribute("done", "policy.done.set");
    redirect.addAttribute("district", change.district());
    return "redirect:/policy";
  }

  @GetMapping("/version/{version}")
  @Allow(everyone = true)
  String version(@PathVariable long version, Model model) {
    Policy policy = policies.version(version);
    model.addAttribute("policy", policy);
    model.addAttribute("groups", RulesView.byClause(policy));
    return "policy/version";
  }

  private String place(Actor actor, @Nullable String district) {
    List<String> known = policies.districts();
    if (district != null && !district.isBlank()) {
      if (!known.contains(district)) {
        throw new Refused(PolicyRefusal.UNKNOWN_PLACE);
      }
      return district;
    }
    String own = actor.district();
    return own != null && known.contains(own) ? own : known.getFirst();
  }
}
