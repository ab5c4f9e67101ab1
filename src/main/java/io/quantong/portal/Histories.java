package io.quantong.portal;

import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Words for past events; templates use it as {@code @history}. */
@Component("history")
class Histories {

  private static final Pattern IDENTIFIER =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,13}\\.\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
  private static final Pattern CHOICE = Pattern.compile("[A-Z][A-Z_]+");
  private static final int SHORT_DIGEST = 12;

  private final Frame frame;
  private final Fmt fmt;
  private final Identities identities;
  private final MessageSource texts;

  Histories(Frame frame, Fmt fmt, Identities identities, MessageSource texts) {
    this.identities = identities;
    this.frame = frame;
    this.fmt = fmt;
    this.texts = texts;
  }

  /** Who did it; the public reads the organisation only. */
  public String who(DomainEvent event) {
    Actor actor = event.actor();
    if (actor.is(Role.SYSTEM)) {
      return text("portal.history.system");
    }
    if (actor.isVisitor()) {
      return text("portal.history.visitor");
    }
    if (frame.actor().isVisitor()) {
      return actor.organisationName();
    }
    return (actor.organisationName() + " " + actor.personName()).strip();
  }

  /** What was noted along with it, by name; identifiers of other things say nothing to people. */
  public List<Fact> facts(DomainEvent event) {
    return event.facts().entrySet().stream()
        .filter(fact -> !IDENTIFIER.matcher(fact.getValue()).matches())
        .sorted(Map.Entry.comparingByKey())
        .map(
            fact ->
                new Fact(text(event.subjectType() + ".fact." + fact.getKey()), shown(event, fact)))
        .toList();
  }

  /** Why it was done: as somebody wrote it, or in words where the platform chose the cause. */
  public @Nullable String reason(DomainEvent event) {
    String noted = event.reason();
    return noted != null && CHOICE.matcher(noted).matches()
        ? choice(event, "reason", noted)
        : noted;
  }

  private String shown(DomainEvent event, Map.Entry<String, String> fact) {
    String noted = fact.getValue();
    if (AMOUNT.matcher(noted).matches()) {
      return fmt.money(Money.parse(noted));
    }
    if (DAY.matcher(noted).matches()) {
      return fmt.date(LocalDate.parse(noted));
    }
    if (DISTRICT.matcher(noted).matches() && fact.getKey().equals("district")) {
      return district(noted);
    }
    if (CHOICE.matcher(noted).matches()) {
      return choice(event, fact.getKey(), noted);
    }
    return DIGEST.matcher(noted).matches()
        ? noted.substring(0, SHORT_DIGEST) + "…"
        : fmt.shown(noted).toString();
  }

  private String choice(DomainEvent event, String name, String noted) {
    String key = "%s.%s.%s".formatted(event.subjectType(), name, noted);
    return texts.getMessage(
        new DefaultMessageSourceResolvable(new String[] {key}, noted),
        LocaleContextHolder.getLocale());
  }

  private String district(String code) {
    return identities.districts().stream()
        .filter(district -> district.code().equals(code))
        .map(district -> frame.english() ? district.nameEn() : district.name())
        .findFirst()
        .orElse(code);
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
