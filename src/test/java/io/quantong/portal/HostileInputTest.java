package io.quantong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.claim.ClaimState;
import io.quantong.claim.ClaimWorld;
import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import io.quantong.order.OrderWorld;
import io.quantong.voucher.Vouchers;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is typed into any field of any door, by whoever may open it, is answered and never ends
 * in a fault of ours; doors and fields are found, not listed.
 */
@IntegrationTest
@TestPropertySource(properties = "quantong.test.world=hostile")
class HostileInputTest {

  private static final String SOME_ID = "01980000-0000-7000-8000-000000000000";

  /** Doors that fail on purpose, and the clock that everybody shares. */
  private static final Set<String> MEANT_TO_FAIL = Set.of("FailingPages", "ClockPages");

  @Autowired MockMvc web;
  @Autowired Identities identities;
  @Autowired ClaimWorld claims;
  @Autowired Vouchers vouchers;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  static Stream<String> values() {
    return Stream.of(
        "2147483647",
        "-1",
        "a\u0000b",
        "\uD800\u202E%_\\'\"<b>{0}${7*7}",
        "+999999999-12-31",
        "长".repeat(20_000));
  }

  @ParameterizedTest
  @MethodSource("values")
  void no_value_in_any_field_makes_a_fault(String value) throws Exception {
    List<String> faults = new ArrayList<>();
    for (Door door : doors().toList()) {
      for (Actor actor : actors(door)) {
        MockHttpServletRequestBuilder call = door.call(actor);
        door.fields().forEach(field -> call.param(field, field.equals("key") ? key() : value));
        if (door.eatsJson()) {
          call.contentType(MediaType.APPLICATION_JSON).content(door.json(quoted(value)));
        }
        collect(faults, door, actor, call);
      }
    }
    assertThat(faults).isEmpty();
  }

  /** One field at a time, so that a fault behind a refusal of another field shows. */
  @ParameterizedTest
  @MethodSource("values")
  void no_value_in_one_field_alone_makes_a_fault(String value) throws Exception {
    List<String> faults = new ArrayList<>();
    for (Door door : doors().filter(one -> one.method() == RequestMethod.GET).toList()) {
      Actor actor = actors(door).getLast();
      for (String field : door.fields()) {
        collect(faults, door.and(field), actor, door.call(actor).param(field, value));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void nothing_at_all_makes_no_fault() throws Exception {
    List<String> faults = new ArrayList<>();
    for (Door door : doors().toList()) {
      for (Actor actor : actors(door)) {
        collect(faults, door, actor, door.call(actor));
        if (door.eatsJson()) {
          for (String body : List.of("{}", "null", "[]", "\"x\"", door.json("null"), "{\"a\":")) {
            collect(
                faults,
                door,
                actor,
                door.call(actor).contentType(MediaType.APPLICATION_JSON).content(body));
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private void collect(
      List<String> faults, Door door, Actor actor, MockHttpServletRequestBuilder call) {
    try {
      int status = web.perform(call).andReturn().getResponse().getStatus();
      if (status >= 500) {
        faults.add(door + " answers " + actor.roles() + " " + status);
      }
    } catch (Exception unanswered) {
      faults.add(door + " throws " + unanswered);
    }
  }

  private static final Map<Role, Actor> PEOPLE = new EnumMap<>(Role.class);
  private static final Map<String, UUID> THINGS = new LinkedHashMap<>();

  /** Things that are there, so that nobody is turned away before the fields are read. */
  @BeforeEach
  void there_is_something_to_act_on() {
    if (!THINGS.isEmpty()) {
      return;
    }
    ClaimWorld.Case claim = claims.draft();
    OrderWorld.Story story = claim.story();
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        PEOPLE.put(role, RolePeople.of(identities, role));
      }
    }
    PEOPLE.put(Role.BENEFICIARY, story.firm());
    PEOPLE.put(Role.PROVIDER_MANAGER, story.stall().manager());
    PEOPLE.put(Role.PROVIDER_TECHNICIAN, story.stall().technician());
    PEOPLE.put(Role.PROVIDER_FINANCE, story.stall().finance());
    THINGS.put("claim", claim.id());
    THINGS.put("order", story.id());
    THINGS.put("provider", story.stall().provider().id());
    THINGS.put("notice", claims.in(ClaimState.OBJECTED).notice().id());
    THINGS.put("instrument", story.stall().instrument().id());
    THINGS.put("offer", story.stall().test().id());
    THINGS.put("booking", story.stall().instrument().id());
    THINGS.put(
        "voucher", vouchers.lots(story.firm(), story.firm().organisationId()).getFirst().id());
  }

  private static String thing(String pattern) {
    return THINGS.entrySet().stream()
        .filter(one -> pattern.contains(one.getKey()))
        .reduce((first, last) -> last)
        .map(one -> one.getValue().toString())
        .orElse(SOME_ID);
  }

  /** One of everybody who may open the door. */
  private List<Actor> actors(Door door) {
    Allow allow = door.allow();
    if (allow.everyone()) {
      return List.of(Actor.visitor(), actor(Role.BENEFICIARY));
    }
    List<Role> roles =
        allow.value().length == 0
            ? List.of(Role.BENEFICIARY, Role.DISTRICT_HANDLER, Role.AUDITOR)
            : List.of(allow.value());
    return roles.stream().map(this::actor).toList();
  }

  private Actor actor(Role role) {
    return Objects.requireNonNull(PEOPLE.get(role));
  }

  private static String key() {
    return Ids.next().toString();
  }

  private static String quoted(String value) {
    String escaped =
        value
            .chars()
            .mapToObj(c -> c < 128 && Character.isLetterOrDigit(c) ? "" + (char) c : unicode(c))
            .collect(Collectors.joining());
    return '"' + escaped + '"';
  }

  private static String unicode(int c) {
    return "\\u%04x".formatted(c);
  }

  private Stream<Door> doors() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(one -> one.getValue().getBeanType().getName().startsWith("io.quantong."))
        .filter(one -> !MEANT_TO_FAIL.contains(one.getValue().getBeanType().getSimpleName()))
        .flatMap(HostileInputTest::doors);
  }

  private static Stream<Door> doors(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
    Set<RequestMethod> named = entry.getKey().getMethodsCondition().getMethods();
    Set<RequestMethod> methods = named.isEmpty() ? Set.of(RequestMethod.GET) : named;
    return entry.getKey().getPatternValues().stream()
        .flatMap(pattern -> methods.stream().map(m -> new Door(m, pattern, entry.getValue())));
  }

  private record Door(RequestMethod method, String pattern, HandlerMethod handler, String named) {

    Door(RequestMethod method, String pattern, HandlerMethod handler) {
      this(method, pattern, handler, "");
    }

    /** The same door, named with the field that is tried. */
    Door and(String field) {
      return new Door(method, pattern, handler, " " + field);
    }

    Allow allow() {
      Allow own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allow.class);
      Allow all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allow.class);
      Allow found = own != null ? own : all;
      assertThat(found).as("%s has @Allow", this).isNotNull();
      return found;
    }

    MockHttpServletRequestBuilder call(Actor actor) {
      String address =
          pattern
              .replaceAll("\\{year[^{}]*(\\{[^{}]*})*[^{}]*}", "2026")
              .replaceAll("\\{[^{}]*(\\{[^{}]*})*[^{}]*}", thing(pattern));
      return request(HttpMethod.valueOf(method.name()), address)
          .header("Idempotency-Key", key())
          .with(Logins.as(actor));
    }

    /** Names of everything the handler reads from the request. */
    Set<String> fields() {
      Set<String> names = new LinkedHashSet<>(Set.of("page", "size", "q", "key", "lang"));
      for (MethodParameter parameter : handler.getMethodParameters()) {
        String name = parameter.getParameter().getName();
        names.add(name);
        if (parameter.getParameterType().isRecord()
            && !parameter.hasParameterAnnotation(RequestBody.class)) {
          Arrays.stream(parameter.getParameterType().getRecordComponents())
              .map(RecordComponent::getName)
              .forEach(names::add);
        }
      }
      names.removeAll(Set.of("actor", "model", "redirect", "locale", "request", "session"));
      return names;
    }

    boolean eatsJson() {
      return body() != null;
    }

    String json(String value) {
      Class<?> body = body();
      return body == null ? "{}" : json(body, value);
    }

    private static String json(Class<?> type, String value) {
      return !type.isRecord()
          ? "{}"
          : Arrays.stream(type.getRecordComponents())
              .map(one -> "\"%s\":%s".formatted(one.getName(), filled(one.getType(), value)))
              .collect(Collectors.joining(",", "{", "}"));
    }

    /** Numbers and flags are always there: a body without them is not read at all. */
    private static String filled(Class<?> type, String value) {
      if (type.isPrimitive()) {
        return type == boolean.class ? "true" : "1";
      }
      boolean whole = type.isRecord() && type != Money.class && !value.equals("null");
      return whole ? json(type, value) : value;
    }

    private @Nullable Class<?> body() {
      return Arrays.stream(handler.getMethodParameters())
          .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
          .map(MethodParameter::getParameterType)
          .findFirst()
          .orElse(null);
    }

    @Override
    public String toString() {
      return method + " " + pattern + named;
    }
  }
}
