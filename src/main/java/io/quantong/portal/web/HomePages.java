package io.quantong.portal.web;

import io.quantong.kernel.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public entrance. */
@Controller
class HomePages {

  @Allow(everyone = true)
  @GetMapping("/")
  String home() {
    return "portal/home";
  }
}
