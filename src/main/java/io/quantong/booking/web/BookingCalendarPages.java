package io.quantong.booking.web;

import io.quantong.booking.BookingDesk;
import io.quantong.booking.Bookings.Slot;
import io.quantong.booking.Reservation;
import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.Instruments;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar of a provider: its week, closed time, missed bookings, usage log. */
@Controller
@RequestMapping("/booking")
class BookingCalendarPages {

  private static final int DAYS_OF_LOG = 31;

  private final BookingDesk desk;
  private final Instruments instruments;

  BookingCalendarPages(BookingDesk desk, Instruments instruments) {
    this.desk = desk;
    this.instruments = instruments;
  }

  @GetMapping("/calendar")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String calendar(
      Actor actor,
      @RequestParam(required = false) @Nullable UUID instrument,
      @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      Model model) {
    List<Instrument> own = instruments.own(actor);
    LocalDateTime now = desk.now();
    LocalDate shown = day == null ? now.toLocalDate() : day;
    model.addAttribute("machines", choices(own));
    List<Reservation> coming = desk.coming(actor);
    UUID first = coming.isEmpty() ? null : coming.getFirst().instrumentId();
    UUID wanted = instrument == null ? first : instrument;
    model.addAttribute("coming", coming);
    model.addAttribute("unsettled", desk.unsettled(actor));
    model.addAttribute("names", names(own));
    model.addAttribute("now", now);
    model.addAttribute("today", now.toLocalDate());
    model.addAttribute("monday", Days.monday(shown));
    own.stream()
        .filter(one -> wanted == null || one.id().equals(wanted))
        .findFirst()
        .ifPresent(
            chosen -> {
              model.addAttribute("chosen", chosen);
              model.addAttribute("week", desk.week(actor, chosen.id(), shown));
              model.addAttribute("rows", desk.reservations(actor, chosen.id(), shown));
            });
    return "booking/calendar";
  }

  @PostMapping("/calendar/close")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String close(Actor actor, ClosingForm form, RedirectAttributes redirect) {
    Slot time = new Slot(ClosingForm.moment(form.start()), ClosingForm.moment(form.end()));
    String reason = form.reason() == null ? "" : form.reason();
    desk.close(actor, form.instrument(), time, reason, RequestKey.of(form.key()));
    redirect.addFlashAttribute("done", "booking.done.close");
    return back(redirect, form.instrument(), time.start().toLocalDate());
  }

  /** Time to be closed, as typed. */
  record ClosingForm(
      UUID instrument,
      @Nullable String start,
      @Nullable String end,
      @Nullable String reason,
      @Nullable String key) {

    /** A moment that cannot be read is one the facade refuses. */
    static LocalDateTime moment(@Nullable String typed) {
      try {
        return typed == null || typed.isBlank() ? LocalDateTime.MIN : LocalDateTime.parse(typed);
      } catch (DateTimeException noMoment) {
        return LocalDateTime.MIN;
      }
    }
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/reopen")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String reopen(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    Reservation row = desk.reopen(actor, id);
    redirect.addFlashAttribute("done", "booking.done.reopen");
    return back(redirect, row.instrumentId(), row.time().start().toLocalDate());
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/missed")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  String missed(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    Reservation row = desk.missed(actor, id);
    redirect.addFlashAttribute("done", "booking.done.missed");
    return back(redirect, row.instrumentId(), row.time().start().toLocalDate());
  }

  @GetMapping("/usage")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE})
  String usage(
      Actor actor,
      @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate to,
      Model model) {
    LocalDate last = to == null ? desk.now().toLocalDate() : to;
    LocalDate first = from == null ? last.minusDays(DAYS_OF_LOG) : from;
    model.addAttribute("lines", desk.usage(actor, first, last));
    model.addAttribute("names", names(instruments.own(actor)));
    model.addAttribute("from", first);
    model.addAttribute("to", last);
    return "booking/usage";
  }

  private static String back(RedirectAttributes redirect, UUID instrument, LocalDate day) {
    redirect.addAttribute("instrument", instrument);
    redirect.addAttribute("day", day.toString());
    return "redirect:/booking/calendar";
  }

  private static Map<String, String> choices(List<Instrument> own) {
    Map<String, String> choices = new LinkedHashMap<>();
    own.forEach(
        one -> choices.put(one.id().toString(), one.sheet().name() + " " + one.sheet().model()));
    return choices;
  }

  private static Map<UUID, String> names(List<Instrument> own) {
    Map<UUID, String> names = new LinkedHashMap<>();
    own.forEach(one -> names.put(one.id(), one.sheet().name()));
    return names;
  }
}
