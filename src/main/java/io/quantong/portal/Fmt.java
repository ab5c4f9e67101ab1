package io.quantong.portal;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How values look to people; templates use it as {@code @fmt}. Nothing is shown as a dash. */
@Component("fmt")
class Fmt {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final String NOTHING = "–";
  private static final Pattern NAME_OF_STEP =
      Pattern.compile("[a-z][A-Za-z_]*(\\.[a-z]+)?\\.(state|event|tie|log)\\.[A-Z_]+");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final long KILO = 1024;

  private final MessageSource texts;

  Fmt(MessageSource texts) {
    this.texts = texts;
  }

  /** {@code ¥12,345.67}. */
  public String money(@Nullable Money amount) {
    return amount == null ? NOTHING : amount.toString();
  }

  /** {@code 2026-11-23} and the day of the week, of a day or of the day of a moment. */
  public String date(@Nullable Object when) {
    LocalDateTime local = local(when);
    return local == null
        ? NOTHING
        : local.format(
            DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", LocaleContextHolder.getLocale()));
  }

  /** {@code 2026-11-23 14:05} at Shanghai. */
  public String time(@Nullable Object when) {
    LocalDateTime local = local(when);
    return local == null ? NOTHING : local.format(TIME);
  }

  /** {@code 1.2 MB}. */
  public String file(@Nullable Long bytes) {
    if (bytes == null) {
      return NOTHING;
    }
    if (bytes < KILO) {
      return bytes + " B";
    }
    if (bytes < KILO * KILO) {
      return bytes / KILO + " KB";
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
  }

  /** {@code 12,345}. */
  public String count(@Nullable Number count) {
    return count == null ? NOTHING : String.format(Locale.ROOT, "%,d", count.longValue());
  }

  /** A share as whole percent, rounded down; nothing of nothing is nothing. */
  public String percent(long part, long whole) {
    return whole == 0 ? NOTHING : Math.floorDiv(Math.multiplyExact(part, 100), whole) + "%";
  }

  /** The day of the week in short. */
  public String weekday(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("EEE", LocaleContextHolder.getLocale()));
  }

  /** A share in percent with one decimal, from 0 to 100, for the length of a bar. */
  public String share(@Nullable Money part, @Nullable Money whole) {
    if (part == null || whole == null || !whole.isPositive()) {
      return "0";
    }
    double share = Math.clamp(100.0 * part.fen() / whole.fen(), 0, 100);
    return String.format(Locale.ROOT, "%.1f", share);
  }

  /** Cause and next step. */
  public String refusal(Refusal refusal) {
    Object[] shown = refusal.arguments().stream().map(this::shown).toArray();
    return texts.getMessage(refusal.code(), shown, LocaleContextHolder.getLocale());
  }

  /** A value inside a sentence: years stay without comma, names of steps become words. */
  Object shown(Object value) {
    return switch (value) {
      case Money amount -> money(amount);
      case LocalDate day -> date(day);
      case Instant moment -> time(moment);
      case LocalDateTime moment -> time(moment);
      case String text when NAME_OF_STEP.matcher(text).matches() -> text(text);
      default -> value.toString();
    };
  }

  private String text(String key) {
    return texts.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  static @Nullable LocalDateTime local(@Nullable Object when) {
    return switch (when) {
      case null -> null;
      case LocalDate day -> day.atStartOfDay();
      case LocalDateTime moment -> moment;
      case Instant moment -> moment.atZone(ZONE).toLocalDateTime();
      case OffsetDateTime moment -> moment.atZoneSameInstant(ZONE).toLocalDateTime();
      case ZonedDateTime moment -> moment.withZoneSameInstant(ZONE).toLocalDateTime();
      default -> throw new IllegalArgumentException("no moment: " + when.getClass());
    };
  }
}
