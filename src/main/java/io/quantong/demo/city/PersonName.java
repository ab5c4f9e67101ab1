package io.quantong.demo.city;

/**
 * An invented name.
 *
 * @param zh in Chinese
 * @param en romanised, family name first
 */
public record PersonName(String zh, String en) {}
