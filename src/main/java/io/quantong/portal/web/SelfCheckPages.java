package io.quantong.portal.web;

import io.quantong.kernel.Allow;
import io.quantong.operation.SelfChecks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 公开自检: what must always hold, looked at just now, for anyone to read. */
@Controller
class SelfCheckPages {

  private final SelfChecks checks;

  SelfCheckPages(SelfChecks checks) {
    this.checks = checks;
  }

  @Allow(everyone = true)
  @GetMapping("/selfcheck")
  String selfcheck(Model model) {
    model.addAttribute("report", checks.latest());
    return "portal/selfcheck";
  }
}
