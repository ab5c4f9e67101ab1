package io.quantong.policy;

/**
 * The calendar of a year was loaded: dates that were provisional because of it may now be
 * recomputed. Published in the transaction.
 *
 * @param year the year
 */
public record CalendarYearLoaded(int year) {}
