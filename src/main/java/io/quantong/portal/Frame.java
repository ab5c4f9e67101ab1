package io.quantong.portal;

import io.quantong.identity.Member;
import io.quantong.identity.Organisation;
import io.quantong.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout shows around every page; templates use it as {@code @frame}. */
@Component("frame")
class Frame {

  private final SiteSettings site;
  private final ActorReader actors;
  private final ObjectProvider<PlatformDay> day;

  Frame(SiteSettings site, ActorReader actors, ObjectProvider<PlatformDay> day) {
    this.site = site;
    this.actors = actors;
    this.day = day;
  }

  /** Who looks. */
  public Actor actor() {
    return actors.actor(request());
  }

  /** The other organisations for which the actor may act. */
  public List<Organisation> others() {
    UUID now = actor().organisationId();
    return request().getAttribute(ActorReader.MEMBERSHIPS) instanceof List<?> memberships
        ? memberships.stream()
            .map(membership -> ((Member) membership).organisation())
            .filter(organisation -> !organisation.id().equals(now))
            .toList()
        : List.of();
  }

  /** Texts of the foot. */
  public SiteSettings site() {
    return site;
  }

  /** The day of the demo, null elsewhere. */
  public @Nullable PlatformDay day() {
    return day.getIfAvailable();
  }

  /** Public pages. */
  public List<Navigation.Item> open() {
    return Navigation.open();
  }

  /** Pages of the actor's tasks. */
  public List<Navigation.Item> own() {
    return Navigation.own(actor());
  }

  /** Whether the page shown lies under the item; the longest item wins. */
  public boolean current(String href) {
    String path = path();
    return within(path, href)
        && java.util.stream.Stream.concat(open().stream(), own().stream())
            .noneMatch(
                other -> other.href().length() > href.length() && within(path, other.href()));
  }

  private static boolean within(String path, String href) {
    return path.equals(href) || path.startsWith(href + "/");
  }

  /** True for readers of English. */
  public boolean english() {
    return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  /** The language of the page for browsers. */
  public String language() {
    return english() ? "en" : "zh-CN";
  }

  /** True in the view for elders. */
  public boolean elder() {
    return ElderView.on(request());
  }

  /**
   * This page with a parameter of the query changed; the home page when this one was not asked for
   * by a link.
   */
  public String with(String parameter, Object value) {
    HttpServletRequest request = request();
    UriComponentsBuilder here = UriComponentsBuilder.fromPath(path());
    if (request.getMethod().equals("GET")) {
      here.query(request.getQueryString());
    } else {
      here.replacePath("/");
    }
    return here.replaceQueryParam(parameter, value).build(false).toUriString();
  }

  /** The way to the login and back to this page. */
  public String login() {
    HttpServletRequest request = request();
    String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
    return UriComponentsBuilder.fromPath(LoginReturn.LOGIN)
        .queryParam("back", "{back}")
        .encode()
        .buildAndExpand(query == null ? path() : path() + "?" + query)
        .toUriString();
  }

  /** The pages of a list as links, at most nine. */
  public Pager pages(int page, int size, long total) {
    return Pager.of(page, size, total, number -> with("page", number));
  }

  private static String path() {
    HttpServletRequest request = request();
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    return failed == null ? request.getRequestURI() : failed.toString();
  }

  private static HttpServletRequest request() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }
}
