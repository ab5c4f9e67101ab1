package io.quantong.portal;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.identity.Enrolment;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way through the bundled identity provider, with a browser's cookies (M1). */
@SecurityWorld
@Clause("M1")
class LoginTest {

  @Autowired Identities identities;
  @LocalServerPort int port;

  private People people;
  private Actor firm;
  private Surfer surfer;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
    firm = people.firm(YUECHENG);
    SecurityHandlers.ACCOUNTS.put("firm", account(firm));
    surfer = new Surfer(port);
  }

  @Test
  void a_page_asked_for_is_shown_after_the_login() throws Exception {
    assertThat(surfer.open("/test/anyone?a=b")).contains("data-persona=\"firm\"");
    assertThat(surfer.login("firm")).isEqualTo(firm.organisationName());
    assertThat(surfer.page()).isEqualTo("/test/anyone?a=b");
  }

  @Test
  void the_link_to_the_login_brings_back_but_never_elsewhere() throws Exception {
    surfer.open("/login?back=/test/everyone");
    surfer.login("firm");
    assertThat(surfer.page()).isEqualTo("/test/everyone");
    surfer.open("/login?back=https://evil.example/");
    surfer.login("firm");
    assertThat(surfer.page()).isEqualTo("/workbench");
    surfer.open("/login?back=//evil.example/");
    surfer.login("firm");
    assertThat(surfer.page()).isEqualTo("/workbench");
  }

  @Test
  void nobody_takes_over_a_session_from_before_the_login() throws Exception {
    surfer.open("/login");
    String before = surfer.session();
    surfer.login("firm");
    assertThat(surfer.session()).isNotEqualTo(before);
  }

  @Test
  void a_login_goes_only_to_a_persona_and_only_back_to_this_host() throws Exception {
    surfer.open("/login");
    assertThat(surfer.login("nobody-known")).doesNotContain(firm.organisationName());
    assertThat(surfer.open("/test/anyone")).contains("data-persona");
    surfer.login("firm");
    int status =
        surfer.status(
            "/demo/id/authorize?response_type=code&client_id=quantong&scope=openid"
                + "&code_challenge=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                + "&code_challenge_method=S256"
                + "&redirect_uri=https://evil.example/login/oauth2/code/quantong");
    assertThat(status).isEqualTo(400);
  }

  @Test
  void requests_of_one_session_may_write_it_at_the_same_time() throws Exception {
    surfer.open("/login");
    try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          java.util.stream.IntStream.range(0, 30)
              .mapToObj(i -> threads.submit(() -> surfer.status("/login?back=/page/" + i)))
              .toList();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  @Test
  void an_account_without_a_role_is_told_so_and_may_leave() throws Exception {
    SecurityHandlers.ACCOUNTS.put("auditor", "account-of-nobody");
    surfer.open("/test/anyone");
    String told = surfer.login("auditor");
    assertThat(surfer.page()).isEqualTo("/login");
    assertThat(told).contains("action=\"/logout\"");
    surfer.send("/logout", told, "");
    assertThat(surfer.open("/login")).doesNotContain("action=\"/logout\"");
  }

  @Test
  void after_the_logout_the_session_is_worth_nothing() throws Exception {
    surfer.open("/test/anyone");
    surfer.login("firm");
    String page = surfer.open("/identity");
    assertThat(page).contains(firm.organisationName());
    surfer.send("/logout", page, "");
    assertThat(surfer.open("/test/anyone")).contains("data-persona");
  }

  @Test
  @Clause("M13")
  void one_switches_knowingly_between_own_organisations() throws Exception {
    Actor other = people.institution(KEQIAO);
    Actor strange = people.firm(KEQIAO);
    String account = account(firm);
    identities.enrol(
        Actor.system(),
        new Enrolment(account, "x", "", other.organisationId(), Set.of(Role.PROVIDER_FINANCE)));
    surfer.open("/test/anyone");
    surfer.login("firm");
    for (Actor chosen : new Actor[] {other, firm, other}) {
      String page = surfer.open("/identity");
      surfer.send("/identity/switch", page, "organisation=" + chosen.organisationId());
      assertThat(surfer.open("/test/anyone")).isEqualTo(chosen.organisationName());
    }
    String page = surfer.open("/identity");
    surfer.send("/identity/switch", page, "organisation=" + strange.organisationId());
    assertThat(surfer.open("/test/anyone")).isEqualTo(other.organisationName());
    identities.removeRole(
        Actor.system(), firm.personId(), other.organisationId(), Role.PROVIDER_FINANCE);
    assertThat(surfer.open("/test/anyone")).isEqualTo(firm.organisationName());
  }

  @Test
  void the_choice_of_one_person_does_not_outlive_the_next_login() throws Exception {
    Actor other = people.firm(KEQIAO);
    SecurityHandlers.ACCOUNTS.put("provider", account(other));
    surfer.open("/test/anyone");
    surfer.login("firm");
    surfer.open("/login?back=/test/anyone");
    assertThat(surfer.login("provider")).isEqualTo(other.organisationName());
  }

  @Test
  void a_form_whose_session_ended_comes_back_filled_and_is_not_sent() throws Exception {
    Actor newcomer = people.uncommittedFirm(YUECHENG);
    SecurityHandlers.ACCOUNTS.put("newcomer", account(newcomer));
    surfer.open("/identity");
    String form = surfer.login("newcomer");
    assertThat(form).contains("name=\"agree\"").doesNotContain("checked");
    surfer.forget();
    surfer.send("/identity/commitment", form, "agree=true");
    String again = surfer.login("newcomer");
    assertThat(surfer.page()).isEqualTo("/identity");
    assertThat(again).contains("checked=\"checked\"");
    assertThat(identities.hasSignedCommitment(newcomer.organisationId())).isFalse();
    surfer.send("/identity/commitment", again, "agree=true");
    assertThat(identities.hasSignedCommitment(newcomer.organisationId())).isTrue();
  }

  private String account(Actor actor) {
    return identities.members(actor.organisationId()).getFirst().person().subject();
  }

  /** Follows redirects on one host and keeps cookies, as a browser does. */
  private static final class Surfer {
    private final String host;
    private java.net.CookieManager cookies = new java.net.CookieManager();
    private java.net.http.HttpClient client;
    private String page = "";
    private String shown = "";

    Surfer(int port) {
      this.host = "http://localhost:" + port;
      this.client = client(cookies);
    }

    private static java.net.http.HttpClient client(java.net.CookieManager cookies) {
      return java.net.http.HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(java.net.http.HttpClient.Redirect.NORMAL)
          .build();
    }

    String open(String path) throws IOException, InterruptedException {
      return exchange(java.net.http.HttpRequest.newBuilder(java.net.URI.create(host + path)));
    }

    int status(String path) throws IOException, InterruptedException {
      return client
          .send(
              java.net.http.HttpRequest.newBuilder(java.net.URI.create(host + path)).build(),
              java.net.http.HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }

    String login(String persona) throws IOException, InterruptedException {
      return send("/login", shown, "persona=" + persona);
    }

    String send(String path, String form, String fields) throws IOException, InterruptedException {
      var token =
          java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
      assertThat(token.find()).as("a form with a token on %s: %s", page, form).isTrue();
      return exchange(
          java.net.http.HttpRequest.newBuilder(java.net.URI.create(host + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Referer", host + page)
              .POST(
                  java.net.http.HttpRequest.BodyPublishers.ofString(
                      fields + "&_csrf=" + token.group(1))));
    }

    private String exchange(java.net.http.HttpRequest.Builder request)
        throws IOException, InterruptedException {
      var answer = client.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
      page = answer.uri().toString().substring(host.length());
      shown = answer.body();
      return shown;
    }

    String page() {
      return page;
    }

    String session() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("QUANTONG"))
          .findFirst()
          .orElseThrow()
          .getValue();
    }

    /** The session ends. */
    void forget() {
      cookies = new java.net.CookieManager();
      client = client(cookies);
    }
  }
}
