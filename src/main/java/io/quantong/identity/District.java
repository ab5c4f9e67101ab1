package io.quantong.identity;

import org.jspecify.annotations.Nullable;

/**
 * A unit of GB/T 2260 that takes part.
 *
 * @param code six digits
 * @param name Chinese name
 * @param nameEn English name
 * @param parent code of the city; null for the city itself
 */
public record District(String code, String name, String nameEn, @Nullable String parent) {}
