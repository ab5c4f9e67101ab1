package io.quantong.catalogue.web;

import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.Instruments;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Instruments as JSON. */
@RestController
@RequestMapping("/api/v1/instruments")
@Tag(name = "Instruments", description = "Machines whose time can be booked, and their rules")
class InstrumentApi {

  private static final int PAGE_SIZE = 50;

  private final Instruments instruments;

  InstrumentApi(Instruments instruments) {
    this.instruments = instruments;
  }

  /** An answer that names what was made. */
  record Made(UUID id) {}

  /** An instrument and its rules. */
  record Body(Instrument.Sheet sheet, Instrument.BookingRules rules) {

    /** Without both the body cannot be read. */
    Body {
      Objects.requireNonNull(sheet);
      Objects.requireNonNull(rules);
    }
  }

  @GetMapping
  @Allow(everyone = true)
  @Operation(summary = "Instruments of admitted providers, fifty on a page counted from zero")
  List<Instrument> page(@RequestParam(defaultValue = "0") int page) {
    return instruments.page(page, PAGE_SIZE);
  }

  @GetMapping("/{id}")
  @Allow(everyone = true)
  @Operation(summary = "An instrument and its booking rules")
  Instrument instrument(@PathVariable UUID id) {
    return instruments.instrument(id);
  }

  @PostMapping
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Register an instrument of the own organisation")
  Made register(
      Actor actor,
      @RequestBody Body body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Made(instruments.register(actor, body.sheet(), body.rules(), RequestKey.of(key)));
  }

  @PutMapping("/{id}")
  @Allow({Role.PROVIDER_MANAGER, Role.PROVIDER_TECHNICIAN})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Change an instrument or its booking rules")
  void change(Actor actor, @PathVariable UUID id, @RequestBody Body body) {
    instruments.change(actor, id, body.sheet(), body.rules());
  }
}
