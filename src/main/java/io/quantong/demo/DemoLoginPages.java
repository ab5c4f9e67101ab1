package io.quantong.demo;

import io.quantong.identity.Identities;
import io.quantong.identity.Member;
import io.quantong.kernel.Actor.AccessRefusal;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.portal.ActorReader;
import io.quantong.portal.LoginReturn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page of the bundled identity provider: choose who to be, no password. */
@Controller
@ConditionalOnProperty(name = "quantong.demo.login", havingValue = "true")
class DemoLoginPages {

  private final ObjectProvider<Personas> personas;
  private final Identities identities;
  private final SecurityContextRepository demoLogins;
  private final LoginReturn returns;
  private final ActorReader reader;

  DemoLoginPages(
      ObjectProvider<Personas> personas,
      Identities identities,
      SecurityContextRepository demoLogins,
      LoginReturn returns,
      ActorReader reader) {
    this.personas = personas;
    this.identities = identities;
    this.demoLogins = demoLogins;
    this.returns = returns;
    this.reader = reader;
  }

  /**
   * A persona with what it may do.
   *
   * @param key of the persona
   * @param members one for each organisation the person acts for, at least one
   */
  record Choice(String key, List<Member> members) {}

  /** Everyone one may be, with organisation and purpose. */
  @Allow(everyone = true)
  @GetMapping(LoginReturn.LOGIN)
  String choose(
      @RequestParam(required = false) @Nullable String back,
      @RequestParam(required = false) @Nullable String failed,
      HttpServletRequest request,
      Model model) {
    returns.remember(request, back);
    model.addAttribute("failed", failed != null);
    model.addAttribute("unknown", reader.unknown(request));
    model.addAttribute("choices", choices());
    return "demo/login";
  }

  /** Logs the persona in at the identity provider and lets the platform ask it who is there. */
  @Allow(everyone = true)
  @PostMapping(LoginReturn.LOGIN)
  String login(
      @RequestParam String persona, HttpServletRequest request, HttpServletResponse response) {
    Persona chosen =
        all().stream()
            .filter(one -> one.key().equals(persona))
            .findFirst()
            .orElseThrow(() -> new Refused(AccessRefusal.ROLE));
    // The factor carries the time of the login, which every identity token has to state.
    SecurityContext login = SecurityContextHolder.createEmptyContext();
    login.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            chosen.subject(),
            null,
            List.of(FactorGrantedAuthority.fromAuthority("FACTOR_CHOICE"))));
    demoLogins.saveContext(login, request, response);
    return "redirect:/oauth2/authorization/quantong";
  }

  private List<Choice> choices() {
    return all().stream()
        .map(one -> new Choice(one.key(), identities.memberships(one.subject())))
        .filter(one -> !one.members().isEmpty())
        .toList();
  }

  private List<Persona> all() {
    Personas known = personas.getIfAvailable();
    return known == null ? List.of() : known.all();
  }
}
