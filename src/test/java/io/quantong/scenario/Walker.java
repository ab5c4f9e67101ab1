package io.quantong.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.quantong.Logins;
import io.quantong.kernel.Actor;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/**
 * Somebody who walks over the pages as a browser without JavaScript does: reads a page, fills one
 * of its forms, is sent on. What a form does not offer cannot be sent.
 */
final class Walker {

  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL);
  private static final Pattern AREA =
      Pattern.compile("<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
  private static final Pattern CHOICE =
      Pattern.compile("<(?:select|button)\\b([^>]*)>", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");

  private final MockMvc mvc;
  private final Actor actor;
  private final MockHttpSession session = new MockHttpSession();

  Walker(MockMvc mvc, Actor actor) {
    this.mvc = mvc;
    this.actor = actor;
  }

  /** Opens a page that must be there. */
  Page open(String url) {
    MockHttpServletResponse answer = send(get(url));
    assertThat(answer.getStatus()).as("%s opens %s", actor.personName(), url).isEqualTo(200);
    return new Page(url, text(answer));
  }

  /** The status of a page. */
  int status(String url) {
    return send(get(url)).getStatus();
  }

  private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) {
    try {
      return mvc.perform(request.session(session).with(Logins.as(actor))).andReturn().getResponse();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String text(MockHttpServletResponse answer) {
    try {
      return answer.getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JDK has UTF-8", e);
    }
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> found = new HashMap<>();
    for (MatchResult hit : ATTRIBUTE.matcher(tag).results().toList()) {
      String value = hit.group(2);
      found.put(hit.group(1), value == null ? "" : HtmlUtils.htmlUnescape(value));
    }
    return found;
  }

  /** A page as it was read. */
  final class Page {
    private final String url;
    private final String html;

    Page(String url, String html) {
      this.url = url;
      this.html = html;
    }

    String url() {
      return url;
    }

    /** The last part of the address: usually an identifier. */
    String id() {
      String path = url.split("[?#]")[0];
      return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean says(String words) {
      return html.contains(words);
    }

    Page mustSay(String words) {
      assertThat(html).as(url).contains(words);
      return this;
    }

    /** True when it has a form that goes there. */
    boolean offers(String action) {
      return forms().stream().anyMatch(form -> form.action.equals(action));
    }

    /** The form that goes there. */
    Form form(String action) {
      return forms().stream()
          .filter(form -> form.action.equals(action))
          .findFirst()
          .orElseThrow(
              () ->
                  new AssertionError(
                      url + " has no form " + action + " but " + actions() + "\n" + html));
    }

    /** Targets of links that begin like this, in the order of the page. */
    List<String> links(String start) {
      return Pattern.compile("href=\"(" + Pattern.quote(start) + "[^\"]*)\"")
          .matcher(html)
          .results()
          .map(hit -> HtmlUtils.htmlUnescape(hit.group(1)))
          .distinct()
          .toList();
    }

    private List<String> actions() {
      return forms().stream().map(form -> form.action).toList();
    }

    private List<Form> forms() {
      return FORM.matcher(html)
          .results()
          .map(hit -> new Form(attributes(hit.group(1)).getOrDefault("action", url), hit.group(2)))
          .collect(Collectors.toList());
    }
  }

  /** A form with what stands in it. */
  final class Form {
    private final String action;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<MockMultipartFile> files = new ArrayList<>();

    private Form(String action, String inner) {
      this.action = action;
      INPUT.matcher(inner).results().forEach(hit -> input(attributes(hit.group(1))));
      AREA.matcher(inner)
          .results()
          .forEach(hit -> put(attributes(hit.group(1)), HtmlUtils.htmlUnescape(hit.group(2))));
      CHOICE
          .matcher(inner)
          .results()
          .forEach(hit -> names.add(attributes(hit.group(1)).getOrDefault("name", "")));
    }

    private void input(Map<String, String> tag) {
      String type = tag.getOrDefault("type", "text");
      boolean unticked =
          (type.equals("checkbox") || type.equals("radio")) && !tag.containsKey("checked");
      names.add(tag.getOrDefault("name", ""));
      if (!unticked && !type.equals("file") && !tag.containsKey("disabled")) {
        put(tag, tag.getOrDefault("value", type.equals("checkbox") ? "on" : ""));
      }
    }

    private void put(Map<String, String> tag, String value) {
      String name = tag.get("name");
      if (name != null) {
        names.add(name);
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
      }
    }

    /** Types into a field, chooses or ticks; the field must be in the form. */
    Form with(String name, Object value) {
      assertThat(names).as("fields of %s", action).contains(name);
      values.put(name, List.of(value.toString()));
      return this;
    }

    /** Chooses a file. */
    Form file(String name, String fileName, byte[] content) {
      assertThat(names).as("fields of %s", action).contains(name);
      files.add(new MockMultipartFile(name, fileName, null, content));
      return this;
    }

    /** True when the form has such a field. */
    boolean knows(String name) {
      return names.contains(name);
    }

    String value(String name) {
      return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Sends it and follows where it leads. */
    Page send() {
      MockHttpServletResponse answer = Walker.this.send(request());
      assertThat(answer.getStatus())
          .as("answer to %s: %s", action, text(answer))
          .isBetween(302, 303);
      return open(String.valueOf(answer.getRedirectedUrl()));
    }

    /** Sends it and must succeed: no page of reasons follows. */
    Page mustGo() {
      Page page = send();
      assertThat(page.html).as("after %s", action).doesNotContain("data-refused");
      return page;
    }

    /** Sends it, whatever comes back; the status. */
    int status() {
      return Walker.this.send(request()).getStatus();
    }

    private AbstractMockHttpServletRequestBuilder<?> request() {
      AbstractMockHttpServletRequestBuilder<?> request = files.isEmpty() ? post(action) : upload();
      values.forEach((name, all) -> request.param(name, all.toArray(String[]::new)));
      return request;
    }

    private AbstractMockHttpServletRequestBuilder<?> upload() {
      MockMultipartHttpServletRequestBuilder request = multipart(action);
      files.forEach(request::file);
      return request;
    }
  }
}
