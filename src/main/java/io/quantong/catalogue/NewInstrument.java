package io.quantong.catalogue;

import java.util.UUID;

/**
 * An instrument to be registered.
 *
 * @param providerId library entry of the owner
 * @param sheet what it is
 * @param rules when it can be booked
 */
public record NewInstrument(
    UUID providerId, Instrument.Sheet sheet, Instrument.BookingRules rules) {}
