package io.quantong.claim;

import java.util.List;

/**
 * What one machine check found (M15). Nothing is decided by it; signals go to the reviewer. What
 * must not be handed in at all is refused before, as {@link ClaimRefusal}.
 *
 * @param rule the check; its sentence is message {@code claim.rule.<RULE>}
 * @param level how much it matters
 * @param finding message key of what was found
 * @param arguments values for the finding, in display form
 */
public record Signal(Rule rule, Level level, String finding, List<String> arguments) {

  public Signal {
    arguments = List.copyOf(arguments);
  }

  /** How much a finding matters, from nothing to most. */
  public enum Level {
    /** The check found nothing. */
    PASS,
    LOW,
    MEDIUM,
    /** A second reviewer decides. */
    HIGH
  }

  /** The machine checks, each with the clause it serves. */
  public enum Rule {
    INVOICE_FILE("M3"),
    INVOICE_AMOUNT("M3"),
    INVOICE_UNIQUE("M15"),
    INVOICE_DATE("M3"),
    PARTIES_MATCH("M3"),
    CONTRACT_SIGNED("M3"),
    SERVICE_DATES("M3"),
    REPORT_AFTER_SERVICE("M3"),
    REPORT_UNIQUE("M15"),
    PRICE_TARIFF("M7"),
    PRICE_USUAL("M15"),
    HOURS_LOGGED("M15"),
    OWN_SHARE("M2"),
    RELATED_PARTIES("M15"),
    FREQUENCY("M15"),
    SPLITTING("M15"),
    PROVIDER_STATE("M8"),
    REFUNDED("M15");

    private final String clause;

    Rule(String clause) {
      this.clause = clause;
    }

    /** The clause of the plan. */
    public String clause() {
      return clause;
    }
  }
}
