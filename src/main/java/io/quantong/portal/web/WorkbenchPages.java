package io.quantong.portal.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for a person, then where their tasks are. */
@Controller
class WorkbenchPages {

  private final Waiting waiting;

  WorkbenchPages(Waiting waiting) {
    this.waiting = waiting;
  }

  @Allow
  @GetMapping("/workbench")
  String workbench(Actor actor, Model model) {
    model.addAttribute("waiting", waiting.forActor(actor));
    return "portal/workbench";
  }
}
