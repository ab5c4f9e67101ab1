package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every door of the platform, tried with every wrong key; the doors are found, not listed. */
@IntegrationTest
@Clause("M13")
class EndpointSweepTest {

  private static final String SOME_ID = "01980000-0000-7000-8000-000000000000";

  private static final Pattern VARIABLE =
      Pattern.compile("\\{[*a-zA-Z]+(?::((?:[^{}]|\\{[^{}]*})*))?}");

  @Autowired MockMvc web;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void every_handler_says_who_may_call_it() {
    assertThat(doors()).isNotEmpty();
    assertThat(doors().filter(door -> door.allow() == null).map(Door::toString)).isEmpty();
  }

  @Test
  void nobody_is_let_in_as_the_platform_itself() {
    assertThat(
            doors()
                .filter(door -> List.of(door.allowed().value()).contains(Role.SYSTEM))
                .map(Door::toString))
        .isEmpty();
  }

  @Test
  void a_visitor_is_sent_to_the_login_from_every_closed_door() throws Exception {
    List<String> open = new ArrayList<>();
    for (Door door : doors().filter(door -> !door.allowed().everyone()).toList()) {
      MockHttpServletResponse answer = knock(door, Actor.visitor());
      boolean refused =
          door.isApi()
              ? answer.getStatus() == 401
              : answer.getStatus() == 302 && "/login".equals(answer.getRedirectedUrl());
      if (!refused) {
        open.add(door + " answers a visitor " + answer.getStatus());
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void a_role_that_is_not_named_is_refused_at_every_door() throws Exception {
    List<String> open = new ArrayList<>();
    for (Door door : doors().filter(Door::namesRoles).toList()) {
      for (Role role : door.strangers()) {
        MockHttpServletResponse answer = knock(door, person(role));
        String type = String.valueOf(answer.getContentType());
        boolean fit = type.startsWith(door.isApi() ? "application/problem+json" : "text/html");
        if (answer.getStatus() != 403 || !fit) {
          open.add(door + " answers " + role + " " + answer.getStatus() + " " + type);
        }
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void nothing_is_written_without_the_token_of_the_page() throws Exception {
    List<String> open = new ArrayList<>();
    for (Door door : doors().filter(Door::writes).toList()) {
      int status =
          web.perform(
                  request(HttpMethod.valueOf(door.method().name()), door.address())
                      .contentType(door.eats())
                      .with(oidcLogin()))
              .andReturn()
              .getResponse()
              .getStatus();
      if (status != 403) {
        open.add(door + " answers " + status);
      }
    }
    assertThat(open).isEmpty();
  }

  private MockHttpServletResponse knock(Door door, Actor actor) throws Exception {
    return web.perform(
            request(HttpMethod.valueOf(door.method().name()), door.address())
                .contentType(door.eats())
                .with(actor.isVisitor() ? csrf() : Logins.as(actor)))
        .andReturn()
        .getResponse();
  }

  private static Actor person(Role role) {
    return new Actor(Ids.next(), "stranger", Ids.next(), "strangers", "330602", Set.of(role));
  }

  private Stream<Door> doors() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry -> ours(entry.getValue()))
        .flatMap(EndpointSweepTest::doors);
  }

  private static boolean ours(HandlerMethod handler) {
    return handler.getBeanType().getName().startsWith("io.quantong.");
  }

  private static Stream<Door> doors(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
    Set<RequestMethod> named = entry.getKey().getMethodsCondition().getMethods();
    Set<RequestMethod> methods = named.isEmpty() ? Set.of(RequestMethod.GET) : named;
    return entry.getKey().getPatternValues().stream()
        .flatMap(
            pattern ->
                methods.stream()
                    .map(method -> new Door(method, pattern, entry.getValue(), eats(entry))));
  }

  /** A content type the handler takes. */
  private static MediaType eats(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
    return entry.getKey().getConsumesCondition().getConsumableMediaTypes().stream()
        .findFirst()
        .orElse(MediaType.APPLICATION_FORM_URLENCODED);
  }

  private record Door(RequestMethod method, String pattern, HandlerMethod handler, MediaType eats) {

    @Nullable Allow allow() {
      Allow own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allow.class);
      return own != null
          ? own
          : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allow.class);
    }

    Allow allowed() {
      Allow allow = allow();
      assertThat(allow).as("%s has @Allow", this).isNotNull();
      return allow;
    }

    boolean namesRoles() {
      return !allowed().everyone() && allowed().value().length > 0;
    }

    /** The roles of people that the handler does not name. */
    List<Role> strangers() {
      List<Role> named = List.of(allowed().value());
      return Arrays.stream(Role.values())
          .filter(role -> role != Role.SYSTEM && !named.contains(role))
          .toList();
    }

    /** The pattern with something that fits in the place of every variable. */
    String address() {
      return VARIABLE.matcher(pattern).replaceAll(found -> sample(found.group(1)));
    }

    private static String sample(@Nullable String shape) {
      if (shape == null || shape.contains("a-f")) {
        return SOME_ID;
      }
      return shape.contains("\\d") ? "2026" : shape.split("\\|", -1)[0];
    }

    boolean writes() {
      return method != RequestMethod.GET && method != RequestMethod.HEAD;
    }

    boolean isApi() {
      return pattern.startsWith("/api/");
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }
}
