package io.quantong.portal;

import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.Logins;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.identity.Person;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Closed unless said otherwise (M13). */
@SecurityWorld
@Clause("M13")
class AllowTest {

  @Autowired MockMvc mvc;
  @Autowired Identities identities;
  @Autowired List<RequestMappingHandlerMapping> mappings;

  private People people;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
  void a_handler_that_says_nothing_is_closed_to_every_role(Role role) throws Exception {
    mvc.perform(get("/test/silent").with(Logins.as(holder(role))))
        .andExpect(status().isForbidden());
  }

  @Test
  void a_handler_that_says_nothing_sends_a_visitor_to_the_login() throws Exception {
    mvc.perform(get("/test/silent")).andExpect(redirectedUrl("/login"));
  }

  @Test
  void everyone_means_visitors_too() throws Exception {
    mvc.perform(get("/test/everyone"))
        .andExpect(status().isOk())
        .andExpect(content().string("visitor"));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
  void only_the_roles_named_come_in(Role role) throws Exception {
    boolean named = role == Role.DISTRICT_HEAD || role == Role.DISTRICT_HANDLER;
    mvc.perform(get("/test/bureau").with(Logins.as(holder(role))))
        .andExpect(named ? status().isOk() : status().isForbidden());
    mvc.perform(get("/test/anyone").with(Logins.as(holder(role)))).andExpect(status().isOk());
  }

  @Test
  void a_word_on_the_handler_counts_before_one_on_the_type() throws Exception {
    Actor auditor = people.auditor();
    mvc.perform(get("/test/type").with(Logins.as(auditor))).andExpect(status().isOk());
    mvc.perform(get("/test/narrower").with(Logins.as(auditor))).andExpect(status().isForbidden());
  }

  @Test
  void a_program_without_a_login_gets_a_problem_and_no_page() throws Exception {
    mvc.perform(get("/api/v1/test"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("Content-Type", "application/problem+json"));
  }

  @Test
  void a_role_taken_away_counts_at_once() throws Exception {
    Actor head = people.head(YUECHENG);
    String subject = subject(head);
    mvc.perform(get("/test/bureau").with(Logins.subject(subject))).andExpect(status().isOk());
    identities.removeRole(
        Actor.system(), head.personId(), head.organisationId(), Role.DISTRICT_HEAD);
    mvc.perform(get("/test/bureau").with(Logins.subject(subject)))
        .andExpect(status().isForbidden());
  }

  @Test
  void an_account_nobody_knows_may_do_nothing() throws Exception {
    mvc.perform(get("/test/anyone").with(Logins.subject("nobody")))
        .andExpect(status().isForbidden());
    mvc.perform(get("/test/everyone").with(Logins.subject("nobody"))).andExpect(status().isOk());
  }

  @Test
  void a_form_without_the_token_of_the_session_is_not_taken() throws Exception {
    Actor head = people.head(YUECHENG);
    mvc.perform(post("/test/decision").with(Logins.as(head))).andExpect(status().isOk());
    mvc.perform(
            post("/test/decision")
                .with(
                    request -> {
                      Logins.as(head).postProcessRequest(request);
                      request.setParameter("_csrf", "guessed");
                      return request;
                    }))
        .andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/mappings"})
  void nothing_of_the_machine_room_is_open(String address) throws Exception {
    mvc.perform(get(address).with(Logins.as(people.auditor()))).andExpect(status().isForbidden());
  }

  @Test
  void health_and_files_of_the_front_end_are_open() throws Exception {
    mvc.perform(get("/actuator/health")).andExpect(status().isOk());
    mvc.perform(get("/webjars/htmx.org/2.0.10/dist/htmx.min.js")).andExpect(status().isOk());
  }

  @Test
  void every_answer_tells_browsers_what_not_to_do() throws Exception {
    mvc.perform(get("/test/everyone").secure(true))
        .andExpect(header().exists("Strict-Transport-Security"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
        .andExpect(header().exists("Permissions-Policy"))
        .andExpect(
            result ->
                assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
                    .doesNotContain("unsafe"));
  }

  @Test
  void every_handler_of_the_platform_says_who_may_call() {
    List<String> silent = new ArrayList<>();
    for (RequestMappingHandlerMapping mapping : mappings) {
      for (HandlerMethod method : mapping.getHandlerMethods().values()) {
        Class<?> type = method.getBeanType();
        boolean ours =
            type.getName().startsWith("io.quantong.") && !type.getName().contains("AllowTest");
        if (ours
            && !AnnotatedElementUtils.hasAnnotation(method.getMethod(), Allow.class)
            && !AnnotatedElementUtils.hasAnnotation(type, Allow.class)) {
          silent.add(method.toString());
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private String subject(Actor actor) {
    return identities.members(actor.organisationId()).stream()
        .map(io.quantong.identity.Member::person)
        .filter(person -> person.id().equals(actor.personId()))
        .map(Person::subject)
        .findFirst()
        .orElseThrow();
  }

  private static Actor holder(Role role) {
    return new Actor(
        io.quantong.kernel.Ids.next(),
        "x",
        io.quantong.kernel.Ids.next(),
        "y",
        YUECHENG,
        Set.of(role));
  }

  /** Answers who asks. */
  @RestController
  static class Handlers {

    @GetMapping("/test/silent")
    String silent() {
      return "never";
    }

    @Allow(everyone = true)
    @GetMapping("/test/everyone")
    String everyone(Actor actor) {
      return actor.personName();
    }

    @Allow
    @GetMapping("/test/anyone")
    String anyone(Actor actor) {
      return actor.organisationName();
    }

    @Allow({Role.DISTRICT_HEAD, Role.DISTRICT_HANDLER})
    @GetMapping("/test/bureau")
    String bureau(Actor actor) {
      return actor.organisationName();
    }

    @Allow(Role.DISTRICT_HEAD)
    @PostMapping("/test/decision")
    String decide() {
      return "decided";
    }

    @Allow
    @GetMapping("/api/v1/test")
    List<String> api(Actor actor) {
      return List.of(actor.organisationName());
    }
  }

  /** Says it for all, and more narrowly for one. */
  @RestController
  @Allow(Role.AUDITOR)
  static class ClosedUnlessSaid {

    @GetMapping("/test/type")
    String type() {
      return "read";
    }

    @Allow(Role.CITY_SCIENCE)
    @GetMapping("/test/narrower")
    String narrower() {
      return "read";
    }
  }
}
