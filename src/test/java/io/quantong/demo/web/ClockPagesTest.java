package io.quantong.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThan;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.kernel.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The time machine moves forward, for everybody, once per click. */
@IntegrationTest
@ActiveProfiles({"test", "demo"})
class ClockPagesTest {

  @Autowired MockMvc mvc;
  @Autowired Clock clock;

  @Test
  void it_shows_the_day_and_what_the_daily_work_did() throws Exception {
    LocalDate before = today();
    forward(before, "3").andExpect(redirectedUrl("/demo/clock?since=" + before));
    assertThat(today()).isEqualTo(before.plusDays(3));
    mvc.perform(get("/demo/clock?since=" + before).with(Logins.as(Actor.visitor())))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(before.plusDays(3).toString())));
  }

  @Test
  void a_double_click_moves_once() throws Exception {
    LocalDate before = today();
    forward(before, "1");
    forward(before, "1").andExpect(redirectedUrl("/demo/clock?since=" + before));
    assertThat(today()).isEqualTo(before.plusDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "93", "400"})
  void it_never_runs_back_nor_leaps(String days) throws Exception {
    LocalDate before = today();
    forward(before, days).andExpect(status().isSeeOther());
    assertThat(today()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.5"})
  void what_is_no_number_is_no_move(String days) throws Exception {
    LocalDate before = today();
    forward(before, days).andExpect(status().is(lessThan(500)));
    assertThat(today()).isEqualTo(before);
  }

  private ResultActions forward(LocalDate from, String days) throws Exception {
    return mvc.perform(
        post("/demo/clock")
            .header("Referer", "http://localhost/demo/clock")
            .param("from", from.toString())
            .param("days", days)
            .with(Logins.as(Actor.visitor())));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
