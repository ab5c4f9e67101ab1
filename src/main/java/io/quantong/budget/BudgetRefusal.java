package io.quantong.budget;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the ledger says no. */
public sealed interface BudgetRefusal extends Refusal {

  /**
   * An account does not hold what was asked.
   *
   * @param account its name
   * @param asked what was to leave it
   */
  record Insufficient(String account, Money asked) implements BudgetRefusal {
    @Override
    public String code() {
      return "budget.refusal.INSUFFICIENT";
    }

    @Override
    public List<Object> arguments() {
      return List.of(account, asked);
    }
  }

  /** What was typed into the form of an appropriation does not do. */
  enum Typed implements BudgetRefusal {
    /** No amount above zero with at most two decimals, at most 10 billion yuan. */
    AMOUNT("amount"),
    /** The budget year is last year, this year or the next. */
    YEAR("year"),
    /** The number of the paper is missing or too long. */
    DOCUMENT_NUMBER("documentNumber"),
    /** No such account. */
    UNKNOWN_ACCOUNT(null);

    private final @Nullable String field;

    Typed(@Nullable String field) {
      this.field = field;
    }

    @Override
    public String code() {
      return "budget.refusal." + name();
    }

    @Override
    public @Nullable String field() {
      return field;
    }

    @Override
    public Kind kind() {
      return this == UNKNOWN_ACCOUNT ? Kind.MISSING : Kind.INVALID;
    }
  }
}
