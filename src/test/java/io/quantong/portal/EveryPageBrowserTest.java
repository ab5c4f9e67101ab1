package io.quantong.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.quantong.IntegrationTest;
import io.quantong.browser.BrowserLogin;
import io.quantong.browser.Browsers;
import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page that any role finds in its navigation, on a desk and on a phone. */
@IntegrationTest
class EveryPageBrowserTest {

  private static @Nullable Browsers browsers;

  @Autowired Identities identities;
  @LocalServerPort int port;

  @BeforeAll
  static void open() {
    browsers = Browsers.open();
  }

  @AfterAll
  static void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, zh-CN", "390, en"})
  void pages_are_accessible_fit_the_screen_and_say_nothing_in_the_console(
      int width, String language) {
    Browsers open = browsers;
    assertThat(open).isNotNull();
    for (Map.Entry<String, Actor> visit : visits().entrySet()) {
      try (Page page = open.page(width, 844, true)) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(
            message -> {
              if (message.type().equals("error")) {
                complaints.add(message.text());
              }
            });
        BrowserLogin.as(page, visit.getValue(), site());
        Response answer = page.navigate(site() + visit.getKey() + "?lang=" + language);
        assertThat(answer).as(visit.getKey()).isNotNull();
        assertThat(answer.status()).as(visit.getKey()).isEqualTo(200);
        assertThat(page.locator("h1")).hasCount(1);
        Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertThat((int) wide).as("%s scrolls sideways", page.url()).isLessThan(1);
        assertThat(complaints).as(page.url()).isEmpty();
        Browsers.assertAccessible(page);
      }
    }
  }

  /** Every address once, seen by the first role that has it. */
  private Map<String, Actor> visits() {
    Map<String, Actor> visits = new LinkedHashMap<>();
    for (Navigation.Item item : Navigation.open()) {
      visits.put(item.href(), Actor.visitor());
    }
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        Actor actor = RolePeople.of(identities, role);
        visits.putIfAbsent("/identity", actor);
        Navigation.own(actor).forEach(item -> visits.putIfAbsent(item.href(), actor));
      }
    }
    return visits;
  }

  private String site() {
    return "http://localhost:" + port;
  }
}
