package io.quantong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** After the login one comes back to where one was, and nowhere else. */
@Clause("M1")
class LoginReturnTest {

  private final LoginReturn returns = new LoginReturn();
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/x");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/a\\b",
        "javascript:alert(1)",
        "evil",
        "",
        " /x",
        "/x\r\nSet-Cookie: a=b",
        "/\t/evil.example",
        "/login",
        "/logout"
      })
  void nobody_is_sent_elsewhere(String target) {
    returns.remember(request, target);
    assertThat(returns.take(request)).isEqualTo("/workbench");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/order/new?offer=1&x=%2F%2Fevil", "/claim/mine"})
  void own_pages_are_given_back_once(String target) {
    returns.remember(request, target);
    assertThat(returns.take(request)).isEqualTo(target);
    assertThat(returns.take(request)).isEqualTo("/workbench");
  }

  @Test
  void a_link_leads_through_the_login_and_on() throws IOException {
    request.setRequestURI("/order/new");
    request.setQueryString("offer=1");
    MockHttpServletResponse response = new MockHttpServletResponse();
    returns.askForLogin(request, response);
    assertThat(response.getRedirectedUrl()).isEqualTo("/login");
    assertThat(returns.take(request)).isEqualTo("/order/new?offer=1");
  }

  @Test
  void a_form_leads_through_the_login_and_back_to_its_page() throws IOException {
    request.setMethod("POST");
    request.setRequestURI("/voucher/apply");
    request.addHeader("Referer", "http://localhost/voucher/apply?a=b");
    returns.askForLogin(request, new MockHttpServletResponse());
    assertThat(returns.take(request)).isEqualTo("/voucher/apply?a=b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/voucher", "not an address", "http://localhost//e"})
  void a_page_of_another_site_is_no_page_to_come_back_to(String referer) throws IOException {
    request.setMethod("POST");
    request.addHeader("Referer", referer);
    returns.askForLogin(request, new MockHttpServletResponse());
    assertThat(returns.take(request)).isEqualTo("/workbench");
  }

  @Test
  void a_part_of_a_page_asks_the_browser_to_go_to_the_login() throws IOException {
    request.addHeader("HX-Request", "true");
    request.addHeader("HX-Current-URL", "http://localhost/catalogue?q=x");
    MockHttpServletResponse response = new MockHttpServletResponse();
    returns.askForLogin(request, response);
    assertThat(response.getHeader("HX-Redirect")).isEqualTo("/login");
    assertThat(returns.take(request)).isEqualTo("/catalogue?q=x");
  }
}
