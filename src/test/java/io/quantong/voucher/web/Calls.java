package io.quantong.voucher.web;

import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.RequestKey;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requests that several tests make. */
final class Calls {

  private Calls() {}

  /** A form in which an official gives a reason. */
  static MockHttpServletRequestBuilder decision(String url, String reason) {
    return post(url).param("reason", reason).param("key", RequestKey.fresh().value());
  }

  static MockHttpServletRequestBuilder json(String url, String body) {
    return post(url)
        .contentType(MediaType.APPLICATION_JSON)
        .header("Idempotency-Key", RequestKey.fresh().value())
        .content(body);
  }

  /** One of each office that may read lots. */
  static List<Actor> officials(People people) {
    return List.of(
        people.handler(YUECHENG),
        people.reviewer(YUECHENG),
        people.head(YUECHENG),
        people.clerk(YUECHENG),
        people.approver(YUECHENG),
        people.city(),
        people.cityFinance(),
        people.auditor());
  }

  static void assertClosedToVisitors(MockMvc mvc, String url) throws Exception {
    int answer = mvc.perform(get(url)).andReturn().getResponse().getStatus();
    assertThat(answer).as(url).isIn(302, 303, 401, 403);
  }
}
