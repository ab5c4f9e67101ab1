package io.quantong.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.claim.ClaimFacts.Around;
import io.quantong.claim.Signal.Level;
import io.quantong.claim.Signal.Rule;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.order.ServiceRecord;
import io.quantong.provider.ProviderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each machine check: what it finds, how serious it is, and that it stays silent otherwise. */
@Clause("M15")
class ClaimRulesTest {

  private static Invoice invoice(GivenClaim given, Money gross) {
    Invoice one = given.invoice;
    return new Invoice(
        one.number(), one.issuedOn(), one.net(), gross, one.seller(), one.buyer(), null);
  }

  private static void finds(GivenClaim given, Rule rule, Level level, String what) {
    Signal found = found(given, rule);
    assertThat(found.level()).isEqualTo(level);
    assertThat(found.finding()).isEqualTo("claim.signal." + rule + "." + what);
  }

  private static Signal found(GivenClaim given, Rule rule) {
    return ClaimRules.check(given.facts()).stream()
        .filter(one -> one.rule() == rule)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_check_answers_once_and_finds_nothing_in_a_clean_claim() {
    List<Signal> all = ClaimRules.check(new GivenClaim().facts());
    assertThat(all).allMatch(one -> one.level() == Level.PASS);
    assertThat(all.stream().map(Signal::rule).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Rule.class));
    assertThat(ClaimRules.risk(all)).isEqualTo(Level.PASS);
    assertThat(ClaimFaults.all(new GivenClaim().facts())).isEmpty();
  }

  @Test
  void the_most_serious_finding_comes_first_and_is_the_risk() {
    GivenClaim given = new GivenClaim();
    given.refunded = Money.yuan(1);
    given.around = new Around(false, 1, List.of(), 0, 0, null, ProviderState.ADMITTED);
    List<Signal> all = ClaimRules.check(given.facts());
    assertThat(all.getFirst().rule()).isEqualTo(Rule.REPORT_UNIQUE);
    assertThat(ClaimRules.risk(all)).isEqualTo(Level.HIGH);
  }

  /** Neither the full price nor the own share alone is wrong (rules: accept gross or net). */
  @ParameterizedTest
  @CsvSource({
    "12000, PASS, PASS",
    "1000, LOW, OWN_SHARE_ONLY",
    "11999, HIGH, BELOW",
    "12001, MEDIUM, ABOVE"
  })
  void the_invoice_states_the_price_or_the_own_share(long yuan, Level level, String what) {
    GivenClaim given = new GivenClaim();
    given.invoice = invoice(given, Money.yuan(yuan));
    finds(given, Rule.INVOICE_AMOUNT, level, what);
  }

  @Test
  void what_was_stated_is_what_the_file_says() {
    GivenClaim given = new GivenClaim();
    given.inFile = invoice(given, Money.yuan(1));
    finds(given, Rule.INVOICE_FILE, Level.HIGH, "DIFFERENT");
    given.inFile = null;
    finds(given, Rule.INVOICE_FILE, Level.PASS, "UNREAD");
  }

  @Test
  void an_invoice_of_another_order_is_found_and_forbids_the_submission() {
    GivenClaim given = new GivenClaim();
    given.around = new Around(true, 0, List.of(), 0, 0, null, ProviderState.ADMITTED);
    finds(given, Rule.INVOICE_UNIQUE, Level.HIGH, "USED");
    assertThat(ClaimFaults.all(given.facts()))
        .extracting(ClaimRefusal::reason)
        .containsExactly(ClaimRefusal.Reason.INVOICE_USED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01, MEDIUM, BEFORE_CONTRACT",
    "2026-11-02, LOW, BEFORE_SERVICE",
    "2026-11-08, LOW, BEFORE_SERVICE",
    "2026-11-09, PASS, PASS"
  })
  void the_invoice_follows_contract_and_service(LocalDate day, Level level, String what) {
    GivenClaim given = new GivenClaim();
    Invoice one = given.invoice;
    given.invoice =
        new Invoice(one.number(), day, one.net(), one.gross(), one.seller(), one.buyer(), null);
    finds(given, Rule.INVOICE_DATE, level, what);
  }

  @ParameterizedTest
  @CsvSource({
    "越城检测中心, 某纺织有限公司, PASS, PASS",
    "越城检测中心, 別家, HIGH, BUYER",
    "別家, 某纺织有限公司, HIGH, SELLER",
    "別家, 又別家, HIGH, BOTH"
  })
  void the_parties_of_the_invoice_are_those_of_the_order(
      String seller, String buyer, Level level, String what) {
    GivenClaim given = new GivenClaim();
    Invoice one = given.invoice;
    given.invoice =
        new Invoice(one.number(), one.issuedOn(), one.net(), one.gross(), seller, buyer, null);
    finds(given, Rule.PARTIES_MATCH, level, what);
  }

  @Test
  void names_agree_in_full_and_half_width() {
    assertThat(ClaimRules.same("某某（绍兴）检测 有限公司", "某某(绍兴)检测有限公司")).isTrue();
    assertThat(ClaimRules.same(null, "某某")).isFalse();
  }

  @Test
  void the_contract_is_there_and_signed() {
    GivenClaim given = new GivenClaim();
    given.service = new ServiceRecord(null, null, null, GivenClaim.PRICE, 120, 120, 120);
    finds(given, Rule.CONTRACT_SIGNED, Level.HIGH, "NONE");
    given.service = new ServiceRecord("HT-1", null, null, GivenClaim.PRICE, 120, 120, 120);
    finds(given, Rule.CONTRACT_SIGNED, Level.MEDIUM, "UNSIGNED");
  }

  @Test
  void the_service_follows_the_contract_and_is_logged() {
    GivenClaim given = new GivenClaim();
    given.service =
        new ServiceRecord(
            "HT-1", null, GivenClaim.SERVICE.plusDays(1), GivenClaim.PRICE, 120, 120, 120);
    finds(given, Rule.SERVICE_DATES, Level.MEDIUM, "BEFORE_CONTRACT");
    given.log = List.of();
    finds(given, Rule.SERVICE_DATES, Level.LOW, "NO_LOG");
  }

  @Test
  void a_report_older_than_the_service_is_found() {
    GivenClaim given = new GivenClaim();
    given.uploaded = Instant.parse("2026-11-07T02:00:00Z");
    finds(given, Rule.REPORT_AFTER_SERVICE, Level.HIGH, "BEFORE");
  }

  @ParameterizedTest
  @CsvSource({
    "12000, PASS, PASS",
    "11999, LOW, ABOVE",
    "10000, LOW, ABOVE",
    "9999, MEDIUM, ABOVE",
    "8000, MEDIUM, ABOVE",
    "7999, HIGH, ABOVE"
  })
  void a_price_above_the_tariff_is_found(long tariff, Level level, String what) {
    GivenClaim given = new GivenClaim();
    given.service =
        new ServiceRecord("HT-1", null, GivenClaim.CONTRACT, Money.yuan(tariff), 120, 120, 120);
    finds(given, Rule.PRICE_TARIFF, level, what);
  }

  @Test
  void a_price_far_above_the_usual_one_is_found() {
    GivenClaim given = new GivenClaim();
    given.around = new Around(false, 0, List.of(), 0, 0, Money.yuan(3_999), ProviderState.ADMITTED);
    finds(given, Rule.PRICE_USUAL, Level.LOW, "ABOVE");
  }

  @ParameterizedTest
  @CsvSource({
    "120, 100, PASS, PASS",
    "121, 100, MEDIUM, MORE",
    "200, 100, MEDIUM, MORE",
    "201, 100, HIGH, MORE",
    "120, , MEDIUM, NO_LOG",
    ", , PASS, PASS"
  })
  void hours_charged_are_hours_logged(
      @Nullable Integer charged, @Nullable Integer logged, Level level, String what) {
    GivenClaim given = new GivenClaim();
    given.service =
        new ServiceRecord(
            "HT-1", null, GivenClaim.CONTRACT, GivenClaim.PRICE, charged, null, logged);
    finds(given, Rule.HOURS_LOGGED, level, what);
  }

  @Test
  void the_own_share_was_received() {
    GivenClaim given = new GivenClaim();
    given.ownReceived = null;
    finds(given, Rule.OWN_SHARE, Level.MEDIUM, "NOT_RECEIVED");
    given.voucher = GivenClaim.PRICE;
    finds(given, Rule.OWN_SHARE, Level.LOW, "NONE");
  }

  @Test
  void related_parties_are_found() {
    GivenClaim given = new GivenClaim();
    given.around =
        new Around(
            false, 0, List.of("identity.tie.SAME_PHONE"), 0, 0, null, ProviderState.ADMITTED);
    finds(given, Rule.RELATED_PARTIES, Level.HIGH, "TIED");
  }

  @ParameterizedTest
  @CsvSource({"3, PASS, PASS", "4, LOW, OFTEN", "8, LOW, OFTEN", "9, MEDIUM, OFTEN"})
  void many_claims_of_a_pair_are_found(int others, Level level, String what) {
    GivenClaim given = new GivenClaim();
    given.around = new Around(false, 0, List.of(), others, 0, null, ProviderState.ADMITTED);
    finds(given, Rule.FREQUENCY, level, what);
  }

  @ParameterizedTest
  @CsvSource({"1, PASS, PASS", "2, MEDIUM, NEAR_LINE", "3, HIGH, NEAR_LINE"})
  void orders_just_below_the_line_are_found(int near, Level level, String what) {
    GivenClaim given = new GivenClaim();
    given.around = new Around(false, 0, List.of(), 0, near, null, ProviderState.ADMITTED);
    finds(given, Rule.SPLITTING, level, what);
  }

  @ParameterizedTest
  @EnumSource(ProviderState.class)
  void a_provider_that_is_not_admitted_is_found(ProviderState state) {
    GivenClaim given = new GivenClaim();
    given.around = new Around(false, 0, List.of(), 0, 0, null, state);
    Level expected =
        state == ProviderState.ADMITTED
            ? Level.PASS
            : state == ProviderState.LEFT ? Level.MEDIUM : Level.HIGH;
    assertThat(found(given, Rule.PROVIDER_STATE).level()).isEqualTo(expected);
  }

  @Test
  void a_refund_is_pointed_out() {
    GivenClaim given = new GivenClaim();
    given.refunded = Money.yuan(100);
    given.invoice = invoice(given, GivenClaim.PRICE.minus(Money.yuan(100)));
    finds(given, Rule.REFUNDED, Level.LOW, "PARTLY");
    assertThat(found(given, Rule.INVOICE_AMOUNT).level()).isEqualTo(Level.PASS);
  }

  @Test
  void an_empty_invoice_is_refused_for_every_missing_part() {
    assertThat(ClaimFaults.invoice(Invoice.NONE, GivenClaim.TODAY))
        .extracting(ClaimRefusal::reason)
        .containsExactlyInAnyOrder(
            ClaimRefusal.Reason.INVOICE_NUMBER,
            ClaimRefusal.Reason.INVOICE_DATE,
            ClaimRefusal.Reason.INVOICE_GROSS,
            ClaimRefusal.Reason.INVOICE_NET,
            ClaimRefusal.Reason.INVOICE_SELLER,
            ClaimRefusal.Reason.INVOICE_BUYER,
            ClaimRefusal.Reason.INVOICE_FILE);
  }

  @Test
  void what_is_no_invoice_is_refused() {
    UUID file = Ids.next();
    Invoice wrong =
        new Invoice(
            "12 34",
            GivenClaim.TODAY.plusDays(1),
            Money.yuan(101),
            Money.yuan(100),
            "甲",
            "乙",
            file);
    assertThat(ClaimFaults.invoice(wrong, GivenClaim.TODAY))
        .extracting(ClaimRefusal::reason)
        .containsExactlyInAnyOrder(
            ClaimRefusal.Reason.INVOICE_NUMBER,
            ClaimRefusal.Reason.INVOICE_DATE_FUTURE,
            ClaimRefusal.Reason.INVOICE_NET_ABOVE_GROSS);
  }

  @Test
  void a_claim_without_a_report_cannot_be_handed_in() {
    GivenClaim given = new GivenClaim();
    given.reports = false;
    assertThat(ClaimFaults.all(given.facts()))
        .extracting(ClaimRefusal::reason)
        .containsExactly(ClaimRefusal.Reason.REPORT_MISSING);
  }
}
