package io.quantong.demo.city;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * When an instrument may be booked on one weekday.
 *
 * @param day weekday
 * @param from opening, inclusive
 * @param until closing, exclusive
 */
public record OpeningHours(DayOfWeek day, LocalTime from, LocalTime until) {}
