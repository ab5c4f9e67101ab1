package io.quantong.portal;

import io.quantong.kernel.Allow;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to the identity provider; the demo has a page of its own instead. */
@Controller
@ConditionalOnProperty(name = "quantong.demo.login", havingValue = "false", matchIfMissing = true)
class LoginPages {

  private final LoginReturn returns;
  private final ActorReader reader;

  LoginPages(LoginReturn returns, ActorReader reader) {
    this.returns = returns;
    this.reader = reader;
  }

  /** Shows the one button, and what to do when the account may do nothing here. */
  @Allow(everyone = true)
  @GetMapping(LoginReturn.LOGIN)
  String login(
      @RequestParam(required = false) @Nullable String back,
      @RequestParam(required = false) @Nullable String failed,
      HttpServletRequest request,
      Model model) {
    returns.remember(request, back);
    model.addAttribute("failed", failed != null);
    model.addAttribute("unknown", reader.unknown(request));
    model.addAttribute("provider", "/oauth2/authorization/" + SecurityConfiguration.PROVIDER);
    return "portal/login";
  }
}
