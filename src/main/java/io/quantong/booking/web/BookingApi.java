package io.quantong.booking.web;

import io.quantong.booking.BookingDesk;
import io.quantong.booking.Bookings;
import io.quantong.booking.Bookings.Slot;
import io.quantong.booking.Reservation;
import io.quantong.booking.UsageLine;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bookings as JSON; they are made by placing an order. */
@RestController
@RequestMapping("/api/v1/bookings")
@Tag(name = "Bookings", description = "Instrument time: free slots, bookings, closed time, usage")
class BookingApi {

  private final Bookings bookings;
  private final BookingDesk desk;

  BookingApi(Bookings bookings, BookingDesk desk) {
    this.bookings = bookings;
    this.desk = desk;
  }

  /** An answer that names what was made. */
  record Made(UUID id) {}

  /** Time a provider keeps for itself. */
  record Closing(UUID instrument, Slot time, String reason) {}

  @GetMapping("/slots")
  @Allow(everyone = true)
  @Operation(summary = "Free slots of an instrument from a day to a day, at most 62 days")
  List<Slot> slots(
      @RequestParam UUID instrument,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
    return bookings.freeSlots(instrument, from, to);
  }

  @GetMapping
  @Allow({Role.BENEFICIARY, Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE})
  @Operation(summary = "Bookings of the own organisation as user and as provider, latest first")
  List<Reservation> own(Actor actor) {
    return desk.own(actor);
  }

  @PostMapping("/closings")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Keep time of an own instrument for maintenance or own work")
  Made close(
      Actor actor,
      @RequestBody Closing closing,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Made(
        desk.close(
            actor, closing.instrument(), closing.time(), closing.reason(), RequestKey.of(key)));
  }

  @PostMapping("/{id}/reopen")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Open closed time again")
  void reopen(Actor actor, @PathVariable UUID id) {
    desk.reopen(actor, id);
  }

  @PostMapping("/{id}/missed")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Record that nobody came")
  void missed(Actor actor, @PathVariable UUID id) {
    desk.missed(actor, id);
  }

  @GetMapping("/usage")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN, Role.PROVIDER_FINANCE})
  @Operation(summary = "Usage log of the own instruments from a day to a day")
  List<UsageLine> usage(
      Actor actor,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
    return desk.usage(actor, from, to);
  }
}
