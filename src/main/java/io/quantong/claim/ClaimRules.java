package io.quantong.claim;

import io.quantong.claim.Signal.Level;
import io.quantong.claim.Signal.Rule;
import io.quantong.kernel.Money;
import io.quantong.policy.Parameter;
import io.quantong.provider.ProviderState;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The machine checks of a claim (M3, M7, M8, M15): each a pure function; every one answers, so that
 * the reviewer also sees what was looked at and found in order.
 */
final class ClaimRules {

  /** Deviations in percent above which a price is worth a look, a question, a second person. */
  private static final int PRICE_LOOK = 0;

  private static final int PRICE_ASK = 20;
  private static final int PRICE_ALARM = 50;

  /** Hours charged beyond the log, in percent, that rounding to slots explains. */
  private static final int HOURS_ROUNDING = 20;

  private static final int HOURS_ALARM = 100;

  /** Other claims of the same pair within the window. */
  private static final int OFTEN = 4;

  private static final int VERY_OFTEN = 9;

  private static final List<Function<ClaimFacts, Signal>> RULES =
      List.of(
          ClaimRules::invoiceFile,
          ClaimRules::invoiceAmount,
          ClaimRules::invoiceUnique,
          ClaimRules::invoiceDate,
          ClaimRules::parties,
          ClaimRules::contract,
          ClaimRules::serviceDates,
          ClaimRules::reportAfterService,
          ClaimRules::reportUnique,
          ClaimRules::tariff,
          ClaimRules::usualPrice,
          ClaimRules::hours,
          ClaimRules::ownShare,
          ClaimRules::relatedParties,
          ClaimRules::frequency,
          ClaimRules::splitting,
          ClaimRules::provider,
          ClaimRules::refunded);

  private ClaimRules() {}

  /** Every finding, most serious first. */
  static List<Signal> check(ClaimFacts facts) {
    return RULES.stream()
        .map(rule -> rule.apply(facts))
        .sorted((one, other) -> other.level().compareTo(one.level()))
        .toList();
  }

  /** The most serious level found. */
  static Level risk(List<Signal> signals) {
    return signals.stream().map(Signal::level).max(Level::compareTo).orElse(Level.PASS);
  }

  /** Where a machine can read the file, what was stated is what the file says. */
  static Signal invoiceFile(ClaimFacts facts) {
    Invoice file = facts.inFile();
    if (file == null) {
      return signal(Rule.INVOICE_FILE, Level.PASS, "UNREAD", new Object[0]);
    }
    return facts.invoice().asIn(file).equals(facts.invoice())
        ? pass(Rule.INVOICE_FILE)
        : found(Rule.INVOICE_FILE, Level.HIGH, "DIFFERENT", String.valueOf(file.number()));
  }

  /** The invoice may state the full price or the own share alone; neither is wrong. */
  static Signal invoiceAmount(ClaimFacts facts) {
    Money gross = facts.invoice().gross();
    Money price = facts.price();
    Money own = price.minus(facts.order().facts().voucherLeft());
    if (gross == null || gross.equals(price)) {
      return pass(Rule.INVOICE_AMOUNT, price);
    }
    if (gross.equals(own)) {
      return found(Rule.INVOICE_AMOUNT, Level.LOW, "OWN_SHARE_ONLY", gross);
    }
    return gross.compareTo(price) < 0
        ? found(Rule.INVOICE_AMOUNT, Level.HIGH, "BELOW", gross, price)
        : found(Rule.INVOICE_AMOUNT, Level.MEDIUM, "ABOVE", gross, price);
  }

  static Signal invoiceUnique(ClaimFacts facts) {
    return facts.around().invoiceUsed()
        ? found(Rule.INVOICE_UNIQUE, Level.HIGH, "USED", String.valueOf(facts.invoice().number()))
        : pass(Rule.INVOICE_UNIQUE);
  }

  static Signal invoiceDate(ClaimFacts facts) {
    LocalDate issued = facts.invoice().issuedOn();
    LocalDate contract = facts.service().contractSignedOn();
    if (issued == null) {
      return pass(Rule.INVOICE_DATE);
    }
    if (contract != null && issued.isBefore(contract)) {
      return found(Rule.INVOICE_DATE, Level.MEDIUM, "BEFORE_CONTRACT", issued, contract);
    }
    Optional<LocalDate> ended = facts.serviceEnded();
    return ended.isPresent() && issued.isBefore(ended.get())
        ? found(Rule.INVOICE_DATE, Level.LOW, "BEFORE_SERVICE", issued, ended.get())
        : pass(Rule.INVOICE_DATE);
  }

  static Signal parties(ClaimFacts facts) {
    Claim.Parties parties = facts.claim().parties();
    boolean seller = same(facts.invoice().seller(), parties.providerName());
    boolean buyer = same(facts.invoice().buyer(), parties.beneficiaryName());
    if (seller && buyer) {
      return pass(Rule.PARTIES_MATCH);
    }
    return found(Rule.PARTIES_MATCH, Level.HIGH, seller ? "BUYER" : buyer ? "SELLER" : "BOTH");
  }

  /** Names agree when they differ only in full and half width, brackets or spaces. */
  static boolean same(@Nullable String one, String other) {
    return one != null && plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  static Signal contract(ClaimFacts facts) {
    if (facts.service().contractNumber() == null) {
      return found(Rule.CONTRACT_SIGNED, Level.HIGH, "NONE");
    }
    LocalDate signed = facts.service().contractSignedOn();
    return signed == null
        ? found(Rule.CONTRACT_SIGNED, Level.MEDIUM, "UNSIGNED")
        : pass(Rule.CONTRACT_SIGNED, signed);
  }

  static Signal serviceDates(ClaimFacts facts) {
    LocalDate contract = facts.service().contractSignedOn();
    Optional<LocalDate> began = facts.serviceBegan();
    if (began.isEmpty()) {
      return found(Rule.SERVICE_DATES, Level.LOW, "NO_LOG");
    }
    if (contract != null && began.get().isBefore(contract)) {
      return found(Rule.SERVICE_DATES, Level.MEDIUM, "BEFORE_CONTRACT", began.get(), contract);
    }
    return pass(Rule.SERVICE_DATES);
  }

  static Signal reportAfterService(ClaimFacts facts) {
    Optional<LocalDate> began = facts.serviceBegan();
    return began
        .filter(
            day ->
                facts.reports().stream()
                    .allMatch(report -> Days.of(report.uploadedAt()).isBefore(day)))
        .map(day -> found(Rule.REPORT_AFTER_SERVICE, Level.HIGH, "BEFORE", day))
        .orElse(pass(Rule.REPORT_AFTER_SERVICE));
  }

  static Signal reportUnique(ClaimFacts facts) {
    return facts.around().reportsUsed() > 0
        ? found(Rule.REPORT_UNIQUE, Level.HIGH, "USED", facts.around().reportsUsed())
        : pass(Rule.REPORT_UNIQUE);
  }

  static Signal tariff(ClaimFacts facts) {
    return priceAgainst(
        Rule.PRICE_TARIFF, facts.order().order().price().total(), facts.service().tariffPrice());
  }

  static Signal usualPrice(ClaimFacts facts) {
    Money usual = facts.around().usual();
    if (usual == null) {
      return pass(Rule.PRICE_USUAL);
    }
    Money price = facts.order().order().price().total();
    boolean odd = above(price, usual) > 200;
    return odd
        ? found(Rule.PRICE_USUAL, Level.LOW, "ABOVE", price, usual, above(price, usual))
        : pass(Rule.PRICE_USUAL);
  }

  private static Signal priceAgainst(Rule rule, Money price, Money expected) {
    long percent = above(price, expected);
    if (percent <= PRICE_LOOK) {
      return pass(rule, expected);
    }
    Level level =
        percent > PRICE_ALARM ? Level.HIGH : percent > PRICE_ASK ? Level.MEDIUM : Level.LOW;
    return found(rule, level, "ABOVE", price, expected, percent);
  }

  /** By how many percent, rounded up, an amount exceeds another; zero when it does not. */
  private static long above(Money amount, Money expected) {
    long more = amount.fen() - expected.fen();
    if (more <= 0 || !expected.isPositive()) {
      return 0;
    }
    return Math.ceilDiv(Math.multiplyExact(more, 100L), expected.fen());
  }

  static Signal hours(ClaimFacts facts) {
    Integer charged = facts.service().chargedMinutes();
    if (charged == null) {
      return pass(Rule.HOURS_LOGGED);
    }
    Integer logged = facts.service().loggedMinutes();
    if (logged == null || logged == 0) {
      return found(Rule.HOURS_LOGGED, Level.MEDIUM, "NO_LOG", hours(charged));
    }
    long percent = 100L * (charged - logged) / logged;
    if (percent <= HOURS_ROUNDING) {
      return pass(Rule.HOURS_LOGGED);
    }
    Level level = percent > HOURS_ALARM ? Level.HIGH : Level.MEDIUM;
    return found(Rule.HOURS_LOGGED, level, "MORE", hours(charged), hours(logged), percent);
  }

  private static String hours(int minutes) {
    return "%d:%02d".formatted(minutes / 60, minutes % 60);
  }

  static Signal ownShare(ClaimFacts facts) {
    if (facts.order().order().price().own().isZero()) {
      return found(Rule.OWN_SHARE, Level.LOW, "NONE");
    }
    return facts.order().facts().settlement().ownReceivedAt() == null
        ? found(Rule.OWN_SHARE, Level.MEDIUM, "NOT_RECEIVED", facts.order().order().price().own())
        : pass(Rule.OWN_SHARE, facts.order().order().price().own());
  }

  static Signal relatedParties(ClaimFacts facts) {
    return facts.around().ties().isEmpty()
        ? pass(Rule.RELATED_PARTIES)
        : found(Rule.RELATED_PARTIES, Level.HIGH, "TIED", facts.around().ties().size());
  }

  static Signal frequency(ClaimFacts facts) {
    int others = facts.around().pairClaims();
    int days = facts.policy().count(Parameter.ANTI_SPLITTING_DAYS);
    if (others < OFTEN) {
      return pass(Rule.FREQUENCY);
    }
    Level level = others >= VERY_OFTEN ? Level.MEDIUM : Level.LOW;
    return found(Rule.FREQUENCY, level, "OFTEN", others + 1, days);
  }

  static Signal splitting(ClaimFacts facts) {
    int near = facts.around().nearLine();
    return near >= 2
        ? found(
            Rule.SPLITTING,
            near >= 3 ? Level.HIGH : Level.MEDIUM,
            "NEAR_LINE",
            near,
            facts.policy().money(Parameter.FULL_DEDUCTION_UP_TO))
        : pass(Rule.SPLITTING);
  }

  static Signal provider(ClaimFacts facts) {
    ProviderState state = facts.around().provider();
    return switch (state) {
      case ADMITTED -> pass(Rule.PROVIDER_STATE);
      case LEFT -> found(Rule.PROVIDER_STATE, Level.MEDIUM, "LEFT");
      case SUSPENDED -> found(Rule.PROVIDER_STATE, Level.HIGH, "SUSPENDED");
      case APPLIED, UNDER_REVIEW, AWAITING_PAPERS, REFUSED, REVOKED ->
          found(Rule.PROVIDER_STATE, Level.HIGH, "NOT_ADMITTED");
    };
  }

  static Signal refunded(ClaimFacts facts) {
    Money refunded = facts.order().order().price().refunded();
    return refunded.isPositive()
        ? found(Rule.REFUNDED, Level.LOW, "PARTLY", refunded)
        : pass(Rule.REFUNDED);
  }

  private static Signal pass(Rule rule, Object... arguments) {
    return signal(rule, Level.PASS, "PASS", arguments);
  }

  private static Signal found(Rule rule, Level level, String what, Object... arguments) {
    return signal(rule, level, what, arguments);
  }

  private static Signal signal(Rule rule, Level level, String what, Object[] arguments) {
    List<String> shown = java.util.Arrays.stream(arguments).map(Object::toString).toList();
    return new Signal(rule, level, "claim.signal." + rule + "." + what, shown);
  }
}
