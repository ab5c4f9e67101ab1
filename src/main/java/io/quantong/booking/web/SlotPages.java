package io.quantong.booking.web;

import io.quantong.booking.Bookings;
import io.quantong.booking.Bookings.Slot;
import io.quantong.catalogue.Catalogue;
import io.quantong.catalogue.OfferView;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Free time of an instrument, for everybody: a week as a table and the free slots as a list. */
@Controller
class SlotPages {

  private static final int NEXT = 6;

  private final Bookings bookings;
  private final Catalogue catalogue;
  private final Clock clock;

  SlotPages(Bookings bookings, Catalogue catalogue, Clock clock) {
    this.bookings = bookings;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The whole page, or only the next free slots where a page asks for a part of itself. */
  @GetMapping("/booking/slots")
  @Allow(everyone = true)
  String slots(
      Actor actor,
      @RequestParam UUID offer,
      @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Model model) {
    OfferView view = catalogue.view(actor, offer);
    UUID instrument = view.offer().instrumentId();
    model.addAttribute("view", view);
    UUID bookable = view.offer().orderable() ? instrument : null;
    List<Slot> next = bookable == null ? List.of() : bookings.nextFree(bookable, NEXT);
    model.addAttribute("next", next);
    if (part != null) {
      return "booking/next :: next";
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate first = next.isEmpty() ? today : next.getFirst().start().toLocalDate();
    LocalDate shown = day == null ? first : day;
    if (bookable != null) {
      model.addAttribute("week", bookings.week(bookable, shown));
      model.addAttribute("free", byDay(bookable, shown));
    } else {
      model.addAttribute("free", Map.of());
    }
    model.addAttribute("monday", Days.monday(shown));
    model.addAttribute("today", today);
    return "booking/slots";
  }

  private Map<LocalDate, List<Slot>> byDay(UUID instrument, LocalDate shown) {
    LocalDate monday = Days.monday(shown);
    return Days.byDay(bookings.freeSlots(instrument, monday, monday.plusDays(6)));
  }
}
