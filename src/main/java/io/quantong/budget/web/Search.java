package io.quantong.budget.web;

import io.quantong.budget.Account;
import io.quantong.budget.Budgets;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of transfers asks for; blank means all.
 *
 * @param district six digits
 * @param year budget year
 * @param kind kind of account touched
 * @param document identifier
 */
record Search(
    @Nullable String district,
    @Nullable Integer year,
    Account.@Nullable Kind kind,
    @Nullable String document) {

  Budgets.Filter filter() {
    return new Budgets.Filter(given(district), year, kind, given(document));
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
