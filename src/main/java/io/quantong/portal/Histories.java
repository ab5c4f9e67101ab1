package io.quantong.portal;

import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Role;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words for past events; templates use it as {@code @history}. */
@Component("history")
class Histories {

  private final Frame frame;
  private final MessageSource texts;
  private final Fmt fmt;

  Histories(Frame frame, MessageSource texts, Fmt fmt) {
    this.fmt = fmt;
    this.frame = frame;
    this.texts = texts;
  }

  /** Who did it; the public reads the organisation only. */
  public String who(DomainEvent event) {
    Actor actor = event.actor();
    if (actor.is(Role.SYSTEM)) {
      return text("portal.history.system");
    }
    if (frame.actor().isVisitor()) {
      return actor.organisationName();
    }
    return actor.organisationName() + " " + actor.personName();
  }

  /** What was noted along with it, by name. */
  public List<Fact> facts(DomainEvent event) {
    return event.facts().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .map(
            fact ->
                new Fact(
                    text(event.subjectType() + ".fact." + fact.getKey()),
                    fmt.shown(fact.getValue()).toString()))
        .toList();
  }

  private String text(String key) {
    return texts.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  /**
   * A noted value.
   *
   * @param label its name in the reader's language
   * @param value as noted
   */
  record Fact(String label, String value) {}
}
